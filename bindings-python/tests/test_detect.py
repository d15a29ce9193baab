"""Which dialect a server speaks."""

from __future__ import annotations

import asyncio

import pytest
import sorakit
from replay import Replay
from sorakit import Simulator
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
