"""What is refused before a creation is paid for, and what an exception leaves behind."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import sorakit
from sorakit import Simulator


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"timeout": -1}, "timeout"),
        ({"timeout": 0}, "timeout"),
        ({"timeout": 1e19}, "timeout"),
        ({"timeout": float("nan")}, "timeout"),
        ({"timeout": float("inf")}, "timeout"),
        ({"timeout": "5"}, "timeout"),
        ({"timeout": 1e300}, "timeout"),
        ({"timeout": True}, "timeout"),
        ({"on_progress": "print"}, "on_progress"),
        ({"progress": "yes"}, "progress"),
    ],
)
def test_call_options_are_checked_before_anything_is_sent(
    options: dict, field: str, sorakit_simulator: Simulator
) -> None:
    client = sorakit_simulator.client("sora")
    with pytest.raises(sorakit.InvalidInputError) as refused:
        client.videos.generate("a cat", **options)
    assert refused.value.field == field
    with pytest.raises(sorakit.InvalidInputError):
        client.images.generate("a cat", **options)

    async def generate() -> None:
        async with sorakit_simulator.async_client("sora") as client:
            await client.videos.generate("a cat", **options)

    with pytest.raises(sorakit.InvalidInputError):
        asyncio.run(generate())
    assert sorakit_simulator.requests() == []


def test_what_is_refused_is_said_in_a_callers_words(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client("sora")
    options: dict = {"dialect": "sora", "base_url": client.base_url, "access_token": "a"}
    job = client.videos.resume("task_1")
    challenge = ("0.5", "ff")
    calls: list[tuple[Callable[[], object], str, str]] = [
        (lambda: client.videos.create("a cat", duration="5"), "duration", "0, not \"5\""),
        (lambda: client.videos.create("a cat", references=[3]), "references.0", "not 3"),
        (lambda: client.videos.create("a cat", storyboard=[{"scen": 1}]), "storyboard.0.scen", "`scene`"),
        (lambda: client.videos.resume(5), "id", "not 5"),
        (lambda: client.videos.wait(job, timeout="5"), "timeout", "not '5'"),
        (lambda: client.videos.download(job, 5), "path", "not 5"),
        (lambda: client.videos.download(job, ""), "path", "not ''"),
        (lambda: client.download(5, "a.mp4"), "url", "not 5"),
        (lambda: client.set_admin_token(5), "token", "not 5"),
        (lambda: sorakit.Client(**{**options, "poll_interval": "5"}), "poll_interval", "not \"5\""),
        (lambda: sorakit.Client(**{**options, "poll_interval": 1e19}), "poll_interval", "10000000000000000000"),
        (lambda: sorakit.solve_pow(*challenge, timeout=0), "timeout", "not 0"),
        (lambda: sorakit.solve_pow(*challenge, timeout="5"), "timeout", "not '5'"),
        (lambda: sorakit.solve_pow(*challenge, max_tries=0), "max_tries", "not 0"),
        (lambda: sorakit.solve_pow(5, "ff"), "seed", "not 5"),
    ]
    for call, field, words in calls:
        with pytest.raises(sorakit.InvalidInputError) as refused:
            call()
        assert refused.value.field == field, refused.value
        assert words in str(refused.value)
        assert not re.search("invalid type|untagged|variant|expected|u32|PyString", str(refused.value))
    with pytest.raises(sorakit.UnsupportedError, match="this client speaks `sora`"):
        client.openai.videos.create(prompt="a cat")
    assert sorakit_simulator.requests() == []


def test_a_place_for_a_file_is_checked_before_a_job_is_paid_for(tmp_path: Path) -> None:
    sorakit.check_target(tmp_path / "cat.mp4")
    nowhere = tmp_path / "nowhere" / "cat.mp4"
    for path in (nowhere, tmp_path, tmp_path / ("x" * 300), 5):
        with pytest.raises(sorakit.InvalidInputError) as refused:
            sorakit.check_target(path)
        assert refused.value.field == "path"


def test_a_cancelled_wait_has_the_jobs_id(sorakit_simulator: Simulator) -> None:
    async def generate() -> None:
        async with sorakit_simulator.async_client("sora") as client:
            await client.videos.generate("simulate:stuck")

    async def cancel() -> BaseException:
        task = asyncio.create_task(generate())
        while not sorakit_simulator.requests("sora.tasks.pending"):
            await asyncio.sleep(0.01)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError as error:
            return error
        raise AssertionError("it was not cancelled")

    error = asyncio.run(cancel())
    if sys.version_info >= (3, 11):
        assert "client.videos.resume('task_" in error.__notes__[0]
        assert error.job_id.startswith("task_")  # type: ignore[attr-defined]


def test_an_interrupted_creation_may_have_been_sent(sorakit_simulator: Simulator) -> None:
    sorakit_simulator.add_fault("stall_answer", operation="sora.videos.create", ms=20_000)

    async def create() -> BaseException:
        async with sorakit_simulator.async_client("sora") as client:
            task = asyncio.create_task(client.videos.create("a cat"))
            while not sorakit_simulator.requests("sora.videos.create"):
                await asyncio.sleep(0.01)
            task.cancel()
            try:
                await task
            except asyncio.CancelledError as error:
                return error
        raise AssertionError("it was not cancelled")

    error = asyncio.run(create())
    if sys.version_info >= (3, 11):
        assert "may have been sent" in error.__notes__[0]


def test_a_failure_of_a_callback_has_the_jobs_id(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client("sora")

    def broken(_: object) -> None:
        raise ValueError("a callback broke")

    with pytest.raises(ValueError) as raised:
        client.videos.generate("a cat", on_progress=broken)
    assert raised.value.job_id.startswith("task_")  # type: ignore[attr-defined]


def test_a_job_whose_answer_was_lost_is_found(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client("sora")
    sorakit_simulator.add_fault("reset_after", operation="sora.videos.create")
    since = time.time()
    with pytest.raises(sorakit.OutcomeUnknownError):
        client.videos.create("a cat in the snow")
    job = client.videos.find("a cat in the snow", since=since)
    assert job is not None
    assert job.wait(progress=False).status == "succeeded"
    assert client.videos.find("a dog", since=since) is None

    async def find() -> object:
        async with sorakit_simulator.async_client("sora") as client:
            return await client.videos.find("a cat in the snow", since=since)

    assert asyncio.run(find()).id == job.id  # type: ignore[attr-defined]


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_folder_of_any_name_holds_videos(sorakit_simulator: Simulator, tmp_path: Path) -> None:
    folder = os.path.join(os.fsencode(tmp_path), b"caf\xe9")
    os.mkdir(folder)
    path = os.fsdecode(os.path.join(folder, b"\xff.mp4"))
    video = sorakit_simulator.client("sora").videos.generate("a cat", progress=False)
    download = video.download(path, progress=False)
    assert download.path == path
    assert os.path.getsize(path) == download.bytes
    assert os.listdir(folder) == [b"\xff.mp4"]
