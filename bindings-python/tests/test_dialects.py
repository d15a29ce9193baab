"""Every dialect, against the simulator: one program for all of them, and streams."""

from __future__ import annotations

import asyncio
import base64
from pathlib import Path

import pytest
import sorakit
from conftest import png
from sorakit import Simulator

DIALECTS = ["sora", "mirror", "sora2api", "skyriff", "relay", "openai"]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_one_program_for_every_dialect(
    dialect: str, sorakit_simulator: Simulator, tmp_path: Path
) -> None:
    client = sorakit_simulator.client(dialect)  # type: ignore[arg-type]
    assert client.dialect == dialect
    assert client.models.list()
    video = client.videos.generate("a cat in the snow", timeout=60)
    assert video.dialect == dialect
    assert video.download(tmp_path / "cat.mp4").media_type == "video/mp4"
    video = client.videos.generate("it jumps", references=[("cat.png", png())], timeout=60)
    assert video.status == "succeeded"


def test_an_option_that_a_dialect_lacks_is_refused(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client("openai")
    with pytest.raises(sorakit.UnsupportedError, match="mirror"):
        client.videos.create("a cat", watermark=False)
    with pytest.raises(sorakit.UnsupportedError):
        client.prompts.enhance("a cat")
    assert sorakit_simulator.requests() == []


CHAT = {
    "model": "sora-video-landscape-10s",
    "messages": [{"role": "user", "content": "a cat in the snow"}],
    "stream": True,
}


def test_a_stream_of_events(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client("sora2api")
    events = list(client.sora2api.chat.create_stream(**CHAT))
    assert len(events) > 2
    assert events[-1].choices[0].finish_reason is not None
    # One that is left ends the exchange.
    stream = client.sora2api.chat.create_stream(**CHAT)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    with pytest.raises(sorakit.BadRequestError):
        next(client.sora2api.chat.create_stream(**{**CHAT, "model": "no-such-model"}))


def test_a_stream_of_events_with_asyncio(sorakit_simulator: Simulator) -> None:
    async def main() -> None:
        client = sorakit_simulator.async_client("sora2api")
        events = [event async for event in client.sora2api.chat.create_stream(**CHAT)]
        assert events[-1].choices[0].finish_reason is not None

    asyncio.run(main())


@pytest.mark.parametrize("dialect", ["mirror", "skyriff", "openai"])
def test_a_file_as_a_stream(dialect: str, sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client(dialect)  # type: ignore[arg-type]
    video = client.videos.generate("a cat")
    content = getattr(client, dialect).videos
    streamed = b"".join(content.content_stream(video_id=video.id))
    assert streamed[4:8] == b"ftyp"
    whole = content.content(video_id=video.id)
    if whole.url is None:
        assert whole.data == streamed
        assert f"<{len(streamed)} bytes>" in repr(whole)
        assert base64.b64decode(whole.to_dict()["data"]) == streamed
        assert type(whole).from_dict(whole.to_dict()) == whole
    stream = content.content_stream(video_id=video.id)
    next(stream)
    stream.close()
    with pytest.raises(sorakit.NotFoundError):
        next(content.content_stream(video_id="nothing"))

    async def main() -> bytes:
        videos = getattr(sorakit_simulator.async_client(dialect), dialect).videos  # type: ignore[arg-type]
        return b"".join([chunk async for chunk in videos.content_stream(video_id=video.id)])

    assert asyncio.run(main()) == streamed
