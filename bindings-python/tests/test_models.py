"""Results: plain, printable, comparable, picklable, with extra fields kept."""

from __future__ import annotations

import copy
import pickle
from datetime import datetime, timezone

import pytest
import sorakit
from sorakit.models import shared, sora

QUOTA = {
    "rate_limit_and_credit_balance": {
        "estimated_num_videos_remaining": 3,
        "rate_limit_reached": False,
        "of_the_future": {"a": [1]},
    },
    "also_new": True,
}


def test_extra_fields_survive() -> None:
    quota = sora.Quota.from_dict(QUOTA)
    inner = quota.rate_limit_and_credit_balance
    assert isinstance(inner, sora.RateLimitAndCreditBalance)
    assert inner.estimated_num_videos_remaining == 3
    assert inner.access_resets_in_seconds == 0
    assert inner.of_the_future == {"a": [1]}  # type: ignore[attr-defined]
    assert quota.to_dict() == QUOTA
    assert quota.raw == QUOTA


def test_what_a_server_names_never_takes_the_place_of_a_models_own() -> None:
    said = {
        "rate_limit_and_credit_balance": None,
        "_secret": [],
        "_nested": {"raw": "Quota"},
        "_fields": [],
        "_unknown": 1,
        "__class__": "x",
        "__dict__": {},
        "__deepcopy__": 1,
        "to_dict": "x",
        "from_dict": "x",
        "raw": "x",
        "unknown": "x",
        "read": "x",
        "keys": "x",
    }
    quota = sora.Quota.from_dict(said)
    assert type(quota) is sora.Quota
    assert quota.to_dict() == said
    assert quota.raw == said
    assert quota.unknown == {
        name: value for name, value in said.items() if name != "rate_limit_and_credit_balance"
    }
    assert sora.Quota._secret == frozenset()
    assert pickle.loads(pickle.dumps(quota)) == quota == copy.deepcopy(quota)
    assert "to_dict" in repr(quota)
    with pytest.raises(AttributeError, match="nothing"):
        quota.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_no_secret_is_printed_wherever_a_server_puts_it() -> None:
    token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzZWNyZXQifQ.secretsecret"
    session = sora.Session.from_dict(
        {"accessToken": token, "user": {"note": f"Bearer {token}"}, "access_token": token}
    )
    shown = repr(session) + repr(
        shared.Job.from_dict(
            {
                "id": token,
                "error": {"code": "x", "message": f"sent {token}", "api_key": "secretsecret"},
                "video": {"url": "https://cdn.example/a.mp4?sig=secretsecret"},
                "future": {"key": "secretsecret"},
            }
        )
    )
    assert "secretsecret" not in shown
    assert "https://cdn.example/a.mp4?…" in shown


def test_models_compare_by_type_and_fields() -> None:
    one, other = sora.Quota.from_dict(QUOTA), sora.Quota.from_dict(QUOTA)
    assert one == other
    assert one != sora.RateLimitAndCreditBalance.from_dict(QUOTA)
    assert one != QUOTA
    with pytest.raises(TypeError):
        hash(one)


def test_models_are_copied_and_pickled() -> None:
    quota = sora.Quota.from_dict(QUOTA)
    assert pickle.loads(pickle.dumps(quota)) == quota
    copied = copy.deepcopy(quota)
    assert copied == quota
    copied.rate_limit_and_credit_balance.rate_limit_reached = True
    assert copied != quota


def test_secrets_are_not_printed() -> None:
    session = sora.Session.from_dict({"accessToken": "eyJ.secret.text", "expires": None})
    assert session.accessToken == "eyJ.secret.text"
    assert "secret" not in repr(session)
    assert "secret" not in str([session])


def test_models_are_made_by_name() -> None:
    shot = shared.Shot(duration=5, scene="a cat")
    assert shot.to_dict() == {"duration": 5, "scene": "a cat"}
    assert repr(shot) == "Shot(duration=5, scene='a cat')"


def test_a_job_is_pickled_without_its_client() -> None:
    with sorakit.Simulator(speed=1000) as simulator:
        client = simulator.client()
        video = client.videos.generate("a cat")
        copied = pickle.loads(pickle.dumps(video))
        assert copied == video
        assert type(copied) is sorakit.Video
        with pytest.raises(RuntimeError, match="client.videos"):
            copied.read()
        assert client.videos.wait(copied).id == video.id


@pytest.mark.parametrize("kind", sorakit.errors.BY_KIND)
def test_exceptions_are_pickled_with_their_fields(kind: str) -> None:
    error = sorakit.errors.BY_KIND[kind](
        "what failed", operation="sora.videos.create", status=429, retry_after=1.5, job_id="j"
    )
    copied = pickle.loads(pickle.dumps(error))
    assert type(copied) is type(error)
    assert copied.__dict__ == error.__dict__
    assert str(copied) == "what failed"
    assert copied.kind == kind
    assert isinstance(copied, sorakit.SorakitError)


def test_every_kind_of_error_has_its_class(catalog: dict) -> None:
    assert [kind["kind"] for kind in catalog["error_kinds"]] == list(sorakit.errors.BY_KIND)
    assert sorakit.RateLimitedError is sorakit.errors.BY_KIND["rate_limited"]
    with pytest.raises(AttributeError):
        sorakit.NoSuchError  # noqa: B018


def test_every_public_name_can_be_had() -> None:
    for name in sorakit.__all__:
        assert getattr(sorakit, name) is not None


def test_times_are_datetimes() -> None:
    job = shared.Job.from_dict({"id": "job_1", "created_at": 1736937000.5, "raw": {"created_at": 1}})
    assert job.created_at == datetime(2025, 1, 15, 10, 30, 0, 500_000, tzinfo=timezone.utc)
    assert job.raw == {"created_at": 1}, "what the server said"
    assert job.to_dict()["created_at"] == 1736937000.5
    assert "2025-01-15T10:30:00.500000Z" in repr(job)
    with sorakit.Simulator() as simulator:
        client = simulator.client("openai")
        before = datetime.now(timezone.utc)
        made = client.videos.create("a cat")
        assert made.created_at is not None and made.created_at.tzinfo is timezone.utc
        # Jobs and times go back in as they are.
        assert client.videos.wait(made).status == "succeeded"
        assert client.videos.find("a dog", since=before) is None
