"""Which dialect a server speaks."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import sorakit
from replay import Replay
from sorakit import Simulator
from sorakit.models.shared import Flavour
from test_dialects import DIALECTS


def address(simulator: Simulator, dialect: str) -> str:
    # A mirror is told by its address.
    return simulator.base_url(dialect)  # type: ignore[arg-type]


def key(simulator: Simulator, dialect: str) -> str:
    credentials = simulator.credentials()
    return credentials.access_token if dialect == "sora" else credentials.api_key


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_dialect_of_a_server_is_told(dialect: str, sorakit_simulator: Simulator) -> None:
    sorakit_simulator.set_shapes("observed")
    url, api_key = address(sorakit_simulator, dialect), key(sorakit_simulator, dialect)
    detection = sorakit.Client.detect(url, api_key=api_key)
    assert isinstance(detection, sorakit.Detection)
    assert detection.dialect == dialect, detection.evidence
    assert detection.evidence[0].startswith("GET /")
    assert {request.method for request in sorakit_simulator.requests()} == {"GET"}
    client = sorakit.Client(dialect=detection.dialect, base_url=url, api_key=api_key)
    assert client.models.list()
    detected = asyncio.run(sorakit.AsyncClient.detect(url, api_key=api_key))
    assert detected == detection


@pytest.mark.parametrize("flavour", ["upstream", "fork"])
def test_a_gateway_of_sora2api_needs_its_address_and_key_alone(
    flavour: Flavour, sorakit_simulator: Simulator, tmp_path: Path
) -> None:
    events: list[dict[str, Any]] = []
    client = sorakit.Client(
        base_url=sorakit_simulator.base_url(flavour),
        api_key=sorakit_simulator.credentials().api_key,
        poll_interval=0.1,
        environment=False,
        on_event=events.append,
    )
    video = client.videos.generate("a cat in the snow")
    assert video.download(tmp_path / "cat.mp4").bytes > 1000
    assert video.resumable is (flavour == "fork")
    told = [event["flavour"] for event in events if event["event"] == "detected"]
    assert told == [flavour]
    warned = [event["message"] for event in events if event["event"] == "warning"]
    assert any("cannot be resumed elsewhere" in message for message in warned) is (flavour == "upstream")
    posted = [r.operation for r in sorakit_simulator.requests() if r.method == "POST"]
    assert posted == ["sora2api.chat.create" if flavour == "upstream" else "sora2api.videos.create"]
    # Upstream has no invite codes, and says so before it is asked.
    if flavour == "upstream":
        with pytest.raises(sorakit.UnsupportedError, match="fork"):
            client.account.invites()


@pytest.mark.parametrize("flavour", ["upstream", "fork"])
def test_the_login_of_an_admin_is_kept(flavour: Flavour, sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client(flavour)
    with pytest.raises(sorakit.AuthenticationError, match="admin"):
        client.sora2api.admin_tokens.list()
    client.sora2api.admin.login(username="admin", password="admin")
    (account,) = client.sora2api.admin_tokens.list()
    assert account.created_at is None or isinstance(account.created_at, datetime)
    remaining = client.account.quota().remaining
    assert remaining is not None and remaining > 0
    client.sora2api.admin.logout()
    with pytest.raises(sorakit.AuthenticationError):
        client.sora2api.admin_tokens.list()


def test_a_server_that_says_nothing() -> None:
    replay = Replay()
    replay.response = {"status": 204}
    replay.expects_sentinel = True
    try:
        with pytest.raises(sorakit.UnsupportedError, match="GET /v1/models: 204"):
            sorakit.Client.detect(replay.url, api_key="k")
    finally:
        replay.close()
    with pytest.raises(sorakit.InvalidInputError, match="base_url"):
        sorakit.Client.detect("nowhere")


def test_detecting_is_cancelled(sorakit_simulator: Simulator) -> None:
    sorakit_simulator.add_fault("stall", ms=20_000, times=None)

    async def main() -> None:
        await asyncio.wait_for(sorakit.AsyncClient.detect(sorakit_simulator.base_url("openai")), 0.2)

    with pytest.raises(asyncio.TimeoutError):
        asyncio.run(main())
