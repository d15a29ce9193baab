"""Scenarios with asyncio: cancelling, timeouts, several event loops, many jobs at once."""

from __future__ import annotations

import asyncio
import gc
import json
import threading
import time
import weakref
from pathlib import Path

import pytest
import sorakit
from conftest import png
from sorakit import Simulator


def test_a_video_from_prompt_to_file(sorakit_simulator: Simulator, tmp_path: Path) -> None:
    async def main() -> None:
        client = sorakit_simulator.async_client()
        seen: list[float] = []
        video = await client.videos.generate(
            "a cat", on_progress=lambda job: seen.append(job.progress)
        )
        assert isinstance(video, sorakit.AsyncVideo)
        assert seen[-1] == 100

        async def told(transfer: sorakit.Transfer) -> None:
            await asyncio.sleep(0)
            seen.append(transfer.done)

        download = await video.download(tmp_path / "cat.mp4", on_progress=told)
        assert seen[-1] == download.bytes
        assert await video.read() == (tmp_path / "cat.mp4").read_bytes()
        image = await client.images.generate("a cat")
        assert (await image.download(tmp_path / "cat.img")).bytes == len(await image.read())

    asyncio.run(main())


def test_a_stream_knows_its_file_and_takes_a_range(sorakit_simulator: Simulator) -> None:
    async def main() -> None:
        client = sorakit_simulator.async_client()
        video = await client.videos.generate("a cat")
        everything = await video.read()
        stream = video.stream(start=100, end=200)
        with pytest.raises(RuntimeError, match="async with"):
            _ = stream.length
        async with stream:
            assert (stream.length, stream.start, stream.end) == (len(everything), 100, 200)
            assert stream.media_type == "video/mp4"
            assert b"".join([chunk async for chunk in stream]) == everything[100:200]
        by_id = client.videos.stream(video.id, start=len(everything) - 3)
        assert b"".join([chunk async for chunk in by_id]) == everything[-3:]
        with pytest.raises(sorakit.errors.InvalidInputError) as caught:
            async with video.stream(start=len(everything)):
                pass
        assert caught.value.field == "start"

    asyncio.run(main())


def test_a_blocking_stream_does_so_too(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client()
    video = client.videos.generate("a cat")
    everything = video.read()
    with video.stream(end=7) as stream:
        assert (stream.length, stream.start, stream.end) == (len(everything), 0, 7)
        assert stream.media_type == "video/mp4"
        assert b"".join(stream) == everything[:7]
    assert b"".join(client.videos.stream(video.id, start=9)) == everything[9:]
    sorakit_simulator.clear_requests()
    for field, given in [("start", -1), ("start", 1.5), ("start", "5"), ("end", True)]:
        with pytest.raises(sorakit.errors.InvalidInputError) as caught:
            video.stream(**{field: given})
        assert caught.value.field == field
    with pytest.raises(sorakit.errors.InvalidInputError) as caught:
        next(video.stream(start=5, end=5))
    assert caught.value.field == "end"
    assert not sorakit_simulator.requests()


def test_many_jobs_share_one_poll(tmp_path: Path) -> None:
    async def main(simulator: Simulator) -> None:
        client = simulator.async_client(poll_interval=0.2)
        jobs = await asyncio.gather(*(client.videos.create(f"cat {n}") for n in range(30)))
        simulator.clear_requests()
        videos = await asyncio.gather(*(job.wait() for job in jobs))
        assert {video.status for video in videos} == {"succeeded"}
        polls = len(simulator.requests("sora.tasks.pending"))
        assert 1 <= polls <= 40, f"{polls} polls for 30 jobs"

    with Simulator(speed=100, account={"concurrency": 50, "quota": 50}) as simulator:
        asyncio.run(main(simulator))


def test_a_cancelled_call_ends_at_once(sorakit_simulator: Simulator) -> None:
    async def main() -> None:
        client = sorakit_simulator.async_client()
        task = asyncio.create_task(client.videos.generate("simulate:stuck"))
        await asyncio.sleep(0.3)
        began = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert time.monotonic() - began < 0.2
        sorakit_simulator.clear_requests()
        await asyncio.sleep(0.5)
        assert sorakit_simulator.requests() == [], "a cancelled wait polls no more"

    asyncio.run(main())


def test_a_timeout_ends_a_call(sorakit_simulator: Simulator) -> None:
    async def main() -> None:
        client = sorakit_simulator.async_client()
        sorakit_simulator.add_fault("stall", operation="sora.quota.check", ms=5000)
        began = time.monotonic()
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(client.account.quota(), 0.2)
        assert time.monotonic() - began < 1

    asyncio.run(main())


def test_an_iterator_that_is_left_ends_its_stream(sorakit_simulator: Simulator) -> None:
    async def main() -> None:
        client = sorakit_simulator.async_client()
        job = await client.videos.create("simulate:stuck")
        async for update in job.updates():
            assert update.id == job.id
            break
        gc.collect()
        await asyncio.sleep(0.2)
        sorakit_simulator.clear_requests()
        await asyncio.sleep(0.4)
        assert sorakit_simulator.requests() == []

    asyncio.run(main())


def test_a_callback_that_raises_ends_the_wait(sorakit_simulator: Simulator) -> None:
    def fail(job: sorakit.AsyncJob) -> None:
        raise ZeroDivisionError(job.id)

    async def main() -> None:
        client = sorakit_simulator.async_client()
        with pytest.raises(ZeroDivisionError):
            await client.videos.generate("a cat", on_progress=fail)

    asyncio.run(main())


def test_one_client_in_several_event_loops(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.async_client()

    async def main() -> weakref.ref[asyncio.AbstractEventLoop]:
        assert (await client.account.quota()).remaining is not None
        return weakref.ref(asyncio.get_running_loop())

    loops = [asyncio.run(main()) for _ in range(3)]
    failures: list[BaseException] = []

    def in_thread() -> None:
        try:
            asyncio.run(main())
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=in_thread) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    gc.collect()
    assert [loop() for loop in loops] == [None] * 3, "event loops are not kept alive"


def test_uvloop(sorakit_simulator: Simulator) -> None:
    uvloop = pytest.importorskip("uvloop")

    async def main() -> None:
        client = sorakit_simulator.async_client()
        assert (await client.videos.generate("a cat")).status == "succeeded"

    loop = uvloop.new_event_loop()
    try:
        loop.run_until_complete(main())
    finally:
        loop.close()


def test_a_loop_that_watches_no_sockets(sorakit_simulator: Simulator) -> None:
    class Deaf(asyncio.SelectorEventLoop):
        def add_reader(self, fd: object, callback: object, *args: object) -> None:
            raise NotImplementedError

    async def main() -> None:
        client = sorakit_simulator.async_client()
        quotas = await asyncio.gather(*(client.account.quota() for _ in range(20)))
        assert len(quotas) == 20

    # The loop's own socket is watched with `_add_reader`.
    loop = Deaf()
    try:
        loop.run_until_complete(main())
    finally:
        loop.close()


def test_errors_and_files(sorakit_simulator: Simulator) -> None:
    async def main() -> None:
        client = sorakit_simulator.async_client(max_retries=0)
        with pytest.raises(sorakit.InvalidInputError):
            await client.videos.create(" ")
        with pytest.raises(sorakit.ContentPolicyError) as refused:
            await client.videos.generate("simulate:content_policy_violation")
        assert refused.value.job_id
        assert (await client.sora.uploads.image(file=("a.png", png()))).id
        listed = [job.id async for job in client.videos.iterate()]
        assert len(listed) == 1
        drafts = [draft async for draft in client.sora.drafts.list_items()]
        assert len(drafts) == 1
        assert [character async for character in client.characters.iterate("nobody")] == []

    asyncio.run(main())


def test_many_calls_at_once(sorakit_simulator: Simulator) -> None:
    async def main() -> None:
        client = sorakit_simulator.async_client()
        quotas = await asyncio.gather(*(client.sora.quota.check() for _ in range(200)))
        assert len(quotas) == 200
        left = {q.rate_limit_and_credit_balance.estimated_num_videos_remaining for q in quotas}
        assert left == {30}

    asyncio.run(main())


class Gateway:
    """A gateway whose job stands as `words` say, one after the other."""

    def __init__(self, *words: str, progress: int = 5, content: bytes = b"") -> None:
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

        gateway = self
        self.asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                gateway.asked.append(self.path)
                body, kind = content, "video/mp4"
                if not self.path.endswith("/content"):
                    time.sleep(0.1)
                    polls = sum(1 for path in gateway.asked if not path.endswith("/content"))
                    word = words[min(polls, len(words)) - 1]
                    body = json.dumps({"id": "a", "status": word, "progress": progress}).encode()
                    kind = "application/json"
                self.send_response(200)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=[0.01])

    def options(self) -> dict:
        port = self.server.server_address[1]
        url = f"http://127.0.0.1:{port}/v1"
        return {"dialect": "openai", "base_url": url, "api_key": "k", "environment": False,
                "poll_interval": 0.05}

    def __enter__(self) -> Gateway:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def test_a_cancelled_wait_leaves_its_poll_to_the_others() -> None:
    async def main(gateway: Gateway) -> None:
        async with sorakit.AsyncClient(**gateway.options()) as client:
            first = asyncio.create_task(client.videos.wait("a"))
            second = asyncio.create_task(client.videos.wait("a", timeout=20))
            await asyncio.sleep(0.05)
            first.cancel()
            with pytest.raises(asyncio.CancelledError):
                await first
            assert (await second).status == "succeeded"

    with Gateway("queued", "queued", "completed") as gateway:
        asyncio.run(main(gateway))


def test_updates_that_nobody_reads_on_hold_up_no_other_wait() -> None:
    async def main(gateway: Gateway) -> None:
        async with sorakit.AsyncClient(**gateway.options()) as client:
            kept = client.videos.updates("a")
            assert (await anext(kept)).status == "running"
            assert (await client.videos.wait("a", timeout=20)).status == "succeeded"
            await kept.aclose()  # type: ignore[attr-defined]

    with Gateway("in_progress", "in_progress", "in_progress", "completed") as gateway:
        asyncio.run(main(gateway))


def test_an_unknown_word_is_told_and_the_file_proves_the_end(sorakit_simulator: Simulator) -> None:
    content = sorakit_simulator.client("sora").videos.generate("a cat", progress=False).read()
    events: list[dict] = []

    async def main(gateway: Gateway) -> None:
        async with sorakit.AsyncClient(**gateway.options(), on_event=events.append) as client:
            done = await client.videos.wait("a", timeout=30)
            assert (done.status, done.status_word) == ("succeeded", "marinating")
            assert await done.read() == content

    with Gateway("marinating", progress=100, content=content) as gateway:
        asyncio.run(main(gateway))
    told = [event for event in events if event["event"] == "unknown_status"]
    assert [event["status_word"] for event in told] == ["marinating"]
    warnings = [event["message"] for event in events if event["event"] == "warning"]
    assert len(warnings) == 1
    assert "marinating" in warnings[0]
