"""Batches: nothing twice, whatever ends the program."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

import sorakit


@pytest.fixture
def simulator():
    with sorakit.Simulator(speed=200, account={"concurrency": 1000, "quota": 100_000}) as simulator:
        yield simulator


def made(simulator: sorakit.Simulator) -> int:
    return len(simulator.requests("openai.videos.create"))


def test_requests_become_files_and_an_interrupted_run_goes_on(simulator, tmp_path):
    client = simulator.client("openai")
    requests = [{"prompt": f"cat {n}", "duration": 4, "custom_id": f"cat-{n}"} for n in range(6)]
    folder = tmp_path / "videos"
    with sorakit.Batch(folder, client, jobs=2) as batch:
        added = batch.add(iter([*requests, "a dog"]))
        assert (added.new, added.known, added.invalid) == (7, 0, 0)
        first = next(iter(batch))
        assert first.state == "done", first
        assert Path(first.files[0]).stat().st_size > 1000
    # The loop was left: the same program goes on, and sees what it missed.
    with sorakit.Batch(folder, client, jobs=2) as batch:
        added = batch.add([*requests, "a dog"])
        assert (added.new, added.known) == (0, 7)
        for result in batch:
            assert result.state == "done", result
        assert batch.counts()["done"] == 7
        results = batch.results()
    assert Counter(result.custom_id for result in results) == Counter(
        [None, *(f"cat-{n}" for n in range(6))]
    )
    assert all(Path(file).exists() for result in results for file in result.files)
    assert made(simulator) == 7


def test_an_async_batch_is_cancelled_in_mid_run_and_its_ledger_is_right(simulator, tmp_path):
    simulator.set_speed(0.1)
    requests = [{"prompt": f"cat {n}", "duration": 4} for n in range(5)]

    async def begin():
        async with simulator.async_client("openai") as client:
            with sorakit.Batch(tmp_path, client, jobs=5) as batch:
                batch.add(requests)

                async def work():
                    async for _ in batch:
                        pass

                task = asyncio.ensure_future(work())
                while batch.counts()["running"] < 5:
                    await asyncio.sleep(0.01)
                with pytest.raises(sorakit.SorakitError) as raised:
                    next(iter(batch))
                assert raised.value.kind == "conflict"
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
                assert batch.counts()["running"] == 5

    async def go_on():
        async with simulator.async_client("openai") as client:
            with sorakit.Batch(tmp_path, client) as batch:
                batch.add(requests)
                return [result.state async for result in batch]

    asyncio.run(asyncio.wait_for(begin(), 60))
    simulator.set_speed(200)
    assert asyncio.run(asyncio.wait_for(go_on(), 60)) == ["done"] * 5
    assert made(simulator) == 5


def test_a_closed_batch_ends_its_loop_and_lets_go_of_its_ledger(simulator, tmp_path):
    simulator.set_speed(0.1)
    client = simulator.client("openai")
    batch = sorakit.Batch(tmp_path, client, jobs=2)
    batch.add(["a cat", "a dog"])
    results, seen = iter(batch), []
    loop = threading.Thread(target=lambda: seen.extend(results))
    loop.start()
    while batch.counts()["running"] < 2:
        time.sleep(0.01)
    batch.close()
    # The loop and its iterator are still there.
    with sorakit.Batch(tmp_path, client) as again:
        assert again.counts()["running"] == 2
    loop.join(60)
    assert not loop.is_alive()
    assert seen == []


def test_bad_requests_are_named_before_anything_is_sent(simulator, tmp_path):
    client = simulator.client("openai")
    requests = [
        {"prompt": "a cat"},
        {"prompt": "a dog", "size": "wide"},
        {"prompt": "a bird", "references": [tmp_path / "gone.png"]},
        {"prompt": "a fish", "references": [b"bytes"]},
        {"promt": "a cow"},
    ]
    with sorakit.Batch(tmp_path / "videos", client) as batch:
        with pytest.raises(sorakit.InvalidInputError) as raised:
            batch.add(requests)
        assert "line 2: size" in raised.value.message
        assert raised.value.field == "size"
        added = batch.add(requests, skip_invalid=True)
        assert (added.new, added.invalid) == (1, 4)
        lines = [error["message"].split(":")[0] for error in added.errors]
        assert lines == [f"line {n}" for n in (2, 3, 4, 5)]
        assert made(simulator) == 0
        assert [result.state for result in batch] == ["done"]
        # What the caller's own code raises comes through, and leaves nothing.
        with pytest.raises(ZeroDivisionError):
            batch.add({"prompt": f"cat {1 // n}"} for n in (1, 0))
        assert batch.counts()["waiting"] == 0
        with pytest.raises(sorakit.InvalidInputError):
            batch.add("a cat")
    with pytest.raises(sorakit.InvalidInputError):
        sorakit.Batch(tmp_path, client, jobs=0)


def test_a_lost_answer_is_unknown_and_a_failure_is_told_and_sent_again_on_purpose(
    simulator, tmp_path
):
    client = simulator.client("relay")
    simulator.add_fault("reset_after", operation="relay.videos.create")
    bad = {"prompt": "simulate:content_policy_violation", "custom_id": "bad"}
    with sorakit.Batch(tmp_path, client, jobs=1) as batch:
        batch.add([{"prompt": "a cat", "custom_id": "lost"}, bad])
        ended = {result.custom_id: result for result in batch}
        assert ended["lost"].state == "unknown"
        assert ended["lost"].error.kind == "outcome_unknown"
        assert ended["bad"].state == "failed"
        assert isinstance(ended["bad"].error, sorakit.ContentPolicyError)
        assert batch.retry_failed() == 1
        assert batch.counts()["waiting"] == 1
    assert len(simulator.requests("relay.videos.create")) == 2


def test_a_program_that_is_killed_is_gone_on_with(simulator, tmp_path):
    simulator.set_speed(0.1)
    program = textwrap.dedent(
        """
        import sys
        import sorakit

        folder, base_url, key = sys.argv[1:]
        client = sorakit.Client(dialect="openai", base_url=base_url, api_key=key)
        with sorakit.Batch(folder, client, jobs=3) as batch:
            batch.add(f"cat {n}" for n in range(6))
            for result in batch:
                print(result.line, result.state, flush=True)
        """
    )
    key = simulator.credentials().api_key
    command = [sys.executable, "-c", program, str(tmp_path), simulator.base_url("openai"), key]
    first = subprocess.Popen(command)
    try:
        while made(simulator) < 3:
            assert first.poll() is None
    finally:
        first.send_signal(signal.SIGKILL)
        first.wait()
    simulator.set_speed(200)
    # Those whose answers nobody wrote down are looked for, or unknown; none is sent twice.
    ran = subprocess.run(command, capture_output=True, text=True, timeout=100, check=True)
    states = [line.split()[1] for line in ran.stdout.splitlines()]
    assert len(states) == 6, ran.stdout
    assert set(states) <= {"done", "unknown"}, ran.stdout
    assert made(simulator) <= 6
