"""Scenarios against the simulator, with calls that block."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
import sorakit
from conftest import png
from replay import Replay
from sorakit import Simulator


def test_a_video_from_prompt_to_file(sorakit_simulator: Simulator, tmp_path: Path) -> None:
    client = sorakit_simulator.client()
    seen: list[sorakit.Job] = []
    video = client.videos.generate(
        "a cat in the snow", duration=10, orientation="portrait", on_progress=seen.append
    )
    assert isinstance(video, sorakit.Video)
    assert video.status == "succeeded"
    assert video.done
    assert [job.progress for job in seen] == sorted(job.progress for job in seen)
    assert seen[-1].progress == 100
    transfers: list[sorakit.Transfer] = []
    download = video.download(tmp_path / "cat.mp4", on_progress=transfers.append)
    assert download.media_type == "video/mp4"
    assert download.width is not None and download.height is not None
    assert download.width < download.height
    assert download.duration == pytest.approx(10, abs=0.1)
    assert (tmp_path / "cat.mp4").stat().st_size == download.bytes == transfers[-1].done
    assert [path.name for path in tmp_path.iterdir()] == ["cat.mp4"]
    assert video.read() == (tmp_path / "cat.mp4").read_bytes()
    assert len(sorakit_simulator.requests("sora.videos.create")) == 1


def test_create_wait_and_resume_by_id(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client()
    job = client.videos.create("a dog")
    assert type(job) is sorakit.Job
    assert not job.done
    states = [update.status for update in job.updates()]
    assert states[-1] == "succeeded"
    video = sorakit_simulator.client().videos.wait(job.id)
    assert isinstance(video, sorakit.Video)
    # The native backend calls a finished video by another id; the job keeps the task's.
    assert client.videos.get(job.id).status == "succeeded"
    assert isinstance(job.wait(), sorakit.Video)


def test_raw_operations_and_extra_fields(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client()
    uploaded = client.sora.uploads.image(file=("cat.png", png()))
    assert uploaded.id
    pending = client.sora.tasks.pending()
    assert pending == []


@pytest.mark.parametrize("form", ["path", "str", "bytes", "file", "memory", "named", "text"])
def test_files_in_every_form(form: str, sorakit_simulator: Simulator, tmp_path: Path) -> None:
    client = sorakit_simulator.client()
    path = tmp_path / "cat.png"
    path.write_bytes(png())
    if form == "text":
        with path.open("r", encoding="latin-1") as file, pytest.raises(TypeError, match="rb"):
            client.sora.uploads.image(file=file)  # type: ignore[arg-type]
        return
    with path.open("rb") as file:
        forms = {
            "path": path,
            "str": str(path),
            "bytes": png(),
            "file": file,
            "memory": io.BytesIO(png()),
            "named": sorakit.File(png(), "cat.png"),
        }
        client.sora.uploads.image(file=forms[form])
    sent = sorakit_simulator.requests("sora.uploads.image")[-1]
    assert sent.body_size > len(png())


def test_a_file_object_is_read_from_where_it_stands(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client()
    file = io.BytesIO(b"junk" + png())
    file.seek(4)
    client.sora.uploads.image(file=("cat.png", file))
    sizes = [request.body_size for request in sorakit_simulator.requests("sora.uploads.image")]
    client.sora.uploads.image(file=("cat.png", png()))
    assert sorakit_simulator.requests("sora.uploads.image")[-1].body_size == sizes[0]


def test_a_file_object_that_fails_is_the_cause(sorakit_simulator: Simulator) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if size == 0:
                return b""
            raise OSError(5, "the disk is gone")

    client = sorakit_simulator.client()
    with pytest.raises(sorakit.InvalidInputError) as raised:
        client.sora.uploads.image(file=Broken(png()))
    assert isinstance(raised.value.__cause__, OSError)
    assert raised.value.__cause__.errno == 5
    assert sorakit_simulator.requests("sora.uploads.image") == []


def test_a_missing_file_is_refused_by_name(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client()
    with pytest.raises(sorakit.InvalidInputError, match=r"nowhere\.png") as raised:
        client.videos.create("a cat", references=["nowhere.png"])
    assert isinstance(raised.value.__cause__, FileNotFoundError)


def test_references_and_storyboards(sorakit_simulator: Simulator, tmp_path: Path) -> None:
    client = sorakit_simulator.client()
    (tmp_path / "cat.png").write_bytes(png())
    client.videos.create("a cat", references=[tmp_path / "cat.png"])
    assert len(sorakit_simulator.requests("sora.uploads.image")) == 1
    shots = [sorakit.Shot(duration=5, scene="it wakes"), {"duration": 5, "scene": "it runs"}]
    job = client.videos.create("a cat", storyboard=shots)
    assert job.id


def test_bad_values_are_refused_before_anything_is_sent(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client()
    for fields, field in [
        ({"prompt": " "}, "prompt"),
        ({"prompt": "a", "extra": {"x": float("nan")}}, "extra.x"),
        ({"prompt": "a", "storyboard": [object()]}, "storyboard.0"),
        ({"prompt": "a", "extra": {"x": 1 << 70}}, "extra.x"),
        # Half of an emoji.
        ({"prompt": "a cat \ud83d"}, "prompt"),
        ({"prompt": "a", "storyboard": [{"duration": 5, "scene": "\udc00"}]}, "storyboard.0.scene"),
        ({"prompt": "a", "references": ["cat\ud83d.png"]}, "references.0.path"),
        ({"prompt": "a", "references": ["https://a.example/\ud83d.png"]}, "references.0.url"),
        # Further fields are JSON.
        ({"prompt": "a", "extra": {"x": {"y": b"bytes"}}}, "extra.x.y"),
        ({"prompt": "a", "extra": {"x": Path("cat.png")}}, "extra.x"),
        ({"prompt": "a", "metadata": {"x": [b"bytes"]}}, "metadata.x.0"),
    ]:
        with pytest.raises(sorakit.InvalidInputError) as raised:
            client.videos.create(**fields)
        assert raised.value.field == field
    with pytest.raises(sorakit.SorakitError, match="orientation|diagonal"):
        client.videos.create("a", orientation="diagonal")  # type: ignore[arg-type]
    for given, call in [
        ("id", lambda: client.videos.resume("task_\ud83d")),
        ("url", lambda: client.download("https://a.example/\ud83d", "cat.mp4")),
        ("url", lambda: client.stream("https://a.example/\ud83d")),
        ("path", lambda: client.download("https://a.example/v.mp4", "cat\ud83d.mp4")),
        ("path", lambda: sorakit.check_target("cat\ud83d.mp4")),
    ]:
        with pytest.raises(sorakit.InvalidInputError, match="half of a character") as half:
            call()
        assert half.value.field == given
    assert sorakit_simulator.requests() == []


def test_errors_have_their_class_and_fields(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client(max_retries=0)
    with pytest.raises(sorakit.ContentPolicyError) as refused:
        client.videos.create("simulate:refuse_content")
    assert refused.value.operation == "sora.videos.create" or refused.value.operation
    assert refused.value.status == 400
    with pytest.raises(sorakit.ContentPolicyError) as failed:
        client.videos.generate("simulate:content_policy_violation")
    assert failed.value.job_id
    with pytest.raises(sorakit.OverloadedError) as overloaded:
        client.videos.create("simulate:heavy_load")
    assert overloaded.value.retryable
    with pytest.raises(sorakit.errors.TimeoutError) as late:
        client.videos.generate("simulate:stuck", timeout=0.5)
    assert late.value.job_id
    with pytest.raises(sorakit.NotFoundError):
        client.videos.get("task_of_nobody")


def test_an_unknown_outcome_is_not_repeated(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client()
    sorakit_simulator.add_fault("reset_after", operation="sora.videos.create")
    with pytest.raises(sorakit.OutcomeUnknownError) as raised:
        client.videos.create("a cat")
    assert len(sorakit_simulator.requests("sora.videos.create")) == 1
    cause = raised.value.__cause__
    assert isinstance(cause, sorakit.errors.ConnectionError)
    assert isinstance(cause.__cause__, ConnectionError)


def test_a_server_that_is_not_there() -> None:
    client = sorakit.Client(
        dialect="sora", base_url="http://127.0.0.1:9", access_token="t", max_retries=0
    )
    with pytest.raises(sorakit.errors.ConnectionError) as raised:
        client.account.quota()
    assert str(raised.value).count("127.0.0.1:9") == 1


def test_events_are_told(sorakit_simulator: Simulator) -> None:
    events: list[dict] = []
    client = sorakit_simulator.client(on_event=events.append)
    sorakit_simulator.add_fault("status", operation="sora.quota.check", status=503)
    client.account.quota()
    client.videos.create("a cat")
    answered = [event for event in events if event["event"] == "answered"]
    others = [event for event in events if event["event"] not in ("sending", "answered")]
    assert [event["event"] for event in others] == ["retrying", "solved"]
    assert others[0]["operation"] == "sora.quota.check"
    quota = [event for event in answered if event["operation"] == "sora.quota.check"]
    assert [event["status"] for event in quota] == [503, 200]
    assert quota[1]["headers"]["content-type"] == "application/json"
    assert quota[1]["headers"]["x-request-id"].startswith("req_")


def test_options_come_from_the_environment(
    sorakit_simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SORAKIT_BASE_URL", sorakit_simulator.base_url())
    monkeypatch.setenv("SORAKIT_DIALECT", "sora")
    monkeypatch.setenv("SORAKIT_ACCESS_TOKEN", sorakit_simulator.credentials().access_token)
    assert sorakit.Client().account.quota().remaining is not None
    with pytest.raises(sorakit.InvalidInputError, match="base_url"):
        sorakit.Client(base_url="http://gateway.example")
    monkeypatch.delenv("SORAKIT_BASE_URL")
    with pytest.raises(sorakit.ConfigurationError, match="base_url"):
        sorakit.Client()


def test_pages_are_walked(sorakit_simulator: Simulator) -> None:
    # The documents show no cursor for this list; servers send one.
    sorakit_simulator.set_shapes("observed")
    client = sorakit_simulator.client()
    made = {client.videos.generate(f"cat {number}").id for number in range(3)}
    listed = [job.id for job in client.videos.iterate(limit=2)]
    assert len(listed) == 3
    assert len(set(listed)) == 3
    assert made
    drafts = list(client.sora.drafts.list_items(limit=1))
    assert len({draft.id for draft in drafts}) == 3
    assert len(sorakit_simulator.requests("sora.drafts.list")) >= 3
    found = client.characters.search("s")
    assert list(client.characters.iterate("s")) == found.items


def test_images(sorakit_simulator: Simulator, tmp_path: Path) -> None:
    client = sorakit_simulator.client()
    image = client.images.generate("a cat in oil")
    assert isinstance(image, sorakit.Image)
    download = image.download(tmp_path / "cat.img")
    assert download.media_type.startswith("image/")
    assert (tmp_path / "cat.img").read_bytes() == image.read()
    bundle = image._repr_mimebundle_()
    assert download.media_type in bundle or "text/html" in bundle


def test_a_finished_video_plays_in_a_notebook(
    sorakit_simulator: Simulator, tmp_path: Path
) -> None:
    video = sorakit_simulator.client().videos.generate("a cat")
    html = video._repr_html_()
    assert html.startswith("<video controls")
    assert "&amp;" in html or "?" not in html
    video.download(tmp_path / "cat.mp4")
    assert "data:video/mp4;base64," in video._repr_html_()
    assert video._repr_mimebundle_()["text/plain"] == repr(video)


def test_the_simulator_is_steered() -> None:
    with Simulator(speed=0, account={"quota": 1}) as simulator:
        client = simulator.client(max_retries=0)
        job = client.videos.create("a cat")
        assert job.refresh().progress < 100
        simulator.advance(600)
        assert job.refresh().status == "succeeded"
        with pytest.raises(sorakit.QuotaExhaustedError):
            client.videos.create("a dog")
        other = simulator.add_account(quota=5)
        assert simulator.client(access_token=other.access_token).account.quota().remaining == 5
        assert other.access_token not in repr(other)
        for wrong, field in [
            (lambda: simulator.add_account(nonsense=1), "nonsense"),
            (lambda: simulator.add_fault("no_such_kind"), "action.kind"),
            (lambda: simulator.set_speed("fast"), "speed"),
            (lambda: simulator.set_speed(float("nan")), "speed"),
            (lambda: simulator.advance(-1), "seconds"),
            (lambda: simulator.set_shapes("odd"), "shapes"),
            (lambda: simulator.base_url(5), "dialect"),
            (lambda: Simulator(port=70_000), "port"),
            (lambda: Simulator(speed="5"), "speed"),
        ]:
            with pytest.raises(sorakit.InvalidInputError) as refused:
                wrong()
            assert refused.value.field is not None
            assert field.startswith(refused.value.field), refused.value
        simulator.clear_requests()
        assert simulator.requests() == []
    with pytest.raises(RuntimeError, match="closed"):
        _ = simulator.url


def test_proof_of_work() -> None:
    solution = sorakit.solve_pow("0.42", "0fffff")
    assert solution.token.startswith("gAAAAAB")
    assert solution.tries == solution.nonce + 1
    with pytest.raises(sorakit.ProofOfWorkError):
        sorakit.solve_pow("0.42", "00" * 16)
    with pytest.raises(sorakit.InvalidInputError):
        sorakit.solve_pow("0.42", "not hexadecimal")

def test_several_videos_inside_the_answer(tmp_path: Path) -> None:
    media = Path(__file__).parents[2] / "core" / "tests" / "media"
    cat, dog = (media / "faststart.mp4").read_bytes(), (media / "rotated.mp4").read_bytes()
    data = [{"b64_json": base64.b64encode(video).decode()} for video in (cat, dog)]
    answer = {"id": "video_1", "status": "completed", "size": "832x480", "data": data}
    replay = Replay()
    replay.response = {"json": answer}
    options = {"dialect": "openai", "base_url": f"{replay.url}/v1", "api_key": "test"}
    try:
        with sorakit.Client(**options) as client:
            job = client.videos.generate("a cat", size="840x480")
            assert job.raw == answer
            assert [video.url for video in job.videos] == ["", ""]
            assert job.base_url == options["base_url"]
            assert job.requested is not None and job.requested.size == "840x480"
            downloads = job.download_all(tmp_path / "{n}.mp4", progress=False)
            assert [Path(download.path).name for download in downloads] == ["1.mp4", "2.mp4"]
            assert (tmp_path / "2.mp4").read_bytes() == dog
            assert job.read(1) == dog
            assert b"".join(client.videos.stream("video_1", index=1)) == dog
            client.videos.download(job, tmp_path / "cat.mp4", index=1)
            assert (tmp_path / "cat.mp4").read_bytes() == dog
            downloads = client.videos.download_all("video_1", tmp_path / "cat.mp4")
            assert [Path(download.path).name for download in downloads] == ["cat.mp4", "cat-2.mp4"]
            # A name that nobody gave takes no other file's place.
            (tmp_path / "dog-2.mp4").write_text("precious")
            downloads = client.videos.download_all(job, tmp_path / "dog.mp4", progress=False)
            assert [Path(download.path).name for download in downloads] == ["dog.mp4", "dog-2 (1).mp4"]
            assert (tmp_path / "dog-2.mp4").read_text() == "precious"
            with pytest.raises(sorakit.InvalidInputError) as raised:
                job.read(2)
            assert raised.value.field == "index"
    finally:
        replay.close()


def test_a_job_stands_for_its_id_wherever_one_is_taken(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client()
    job = client.videos.generate("a cat")
    assert client.videos.get(job).id == client.videos.resume(job).id == job.id
    post = client.videos.publish(job, text="a cat")
    for again in (client.videos.remix(post, "at night"), client.videos.create("at night", remix=post)):
        assert again.id != job.id
        again.wait(progress=False)
    client.videos.unpublish(post)
    with pytest.raises(sorakit.InvalidInputError, match="id"):
        client.videos.get(3)  # type: ignore[arg-type]


def test_images_are_made_from_other_images(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client(dialect="mirror")
    first = client.images.generate("a cat").read()
    edited = client.images.edit("at night", references=[first])
    assert edited.read()
    sorakit_simulator.clear_requests()
    with pytest.raises(sorakit.InvalidInputError, match="references"):
        client.images.edit("at night", references=[])
    assert sorakit_simulator.requests() == []
