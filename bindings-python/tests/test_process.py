"""Signals, forks and threads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import sorakit
from conftest import png
from sorakit import Simulator

# Of which Python warns since 3.12; that it works all the same is what is tested.
forks = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX signals")

INTERRUPTED = """
import sys, time, sorakit
{setup}
print("ready", flush=True)
try:
    {call}
except KeyboardInterrupt:
    print(time.time(), flush=True)
    sys.exit(7)
"""

CLIENT = """
client = sorakit.Client(dialect="sora", base_url={base_url!r}, access_token={token!r},
                        poll_interval=0.1)
"""

FINISHED = "video = client.videos.generate('a cat')"
ASYNC_CLIENT = "import asyncio" + CLIENT.replace("Client", "AsyncClient")


@posix
@pytest.mark.parametrize(
    ("setup", "call"),
    [
        (CLIENT, "client.videos.generate('simulate:stuck')"),
        (CLIENT, "client.account.quota()"),
        (CLIENT, "list(client.videos.create('simulate:stuck').updates())"),
        (CLIENT + FINISHED, "video.download('cat.mp4')"),
        (CLIENT + FINISHED, "video.read()"),
        (ASYNC_CLIENT, "asyncio.run(client.videos.generate('simulate:stuck'))"),
        ("", "sorakit.solve_pow('0.42', '000000000f', max_tries=10**15)"),
    ],
    ids=["wait", "request", "updates", "download", "stream", "asyncio", "proof of work"],
)
def test_ctrl_c_ends_a_call(
    setup: str, call: str, sorakit_simulator: Simulator, tmp_path: Path
) -> None:
    sorakit_simulator.add_fault("stall", operation="sora.quota.check", ms=20_000, times=None)
    sorakit_simulator.add_fault("slow_body", origin="cdn", bytes_per_second=1000, times=None)
    setup = setup.format(
        base_url=sorakit_simulator.base_url(), token=sorakit_simulator.credentials().access_token
    )
    program = INTERRUPTED.format(setup=setup, call=call)
    command = [sys.executable, "-c", program]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.5)
    sent = time.time()
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=30)
    assert process.returncode == 7
    # 0.2 s, and what a busy machine adds.
    assert float(output) - sent < 0.6
    assert not (tmp_path / "cat.mp4").exists()


@posix
@forks
def test_a_client_works_after_a_fork(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client()
    client.account.quota()
    pid = os.fork()
    if pid == 0:
        try:
            good = client.account.quota().remaining is not None
            good = good and bool(client.sora.uploads.image(file=("cat.png", png())).id)
        except BaseException:
            good = False
        os._exit(0 if good else 1)
    assert exit_code(pid) == 0
    assert client.account.quota().remaining is not None


@posix
@forks
def test_asyncio_works_after_a_fork(sorakit_simulator: Simulator) -> None:
    import asyncio

    client = sorakit_simulator.async_client()

    async def main() -> bool:
        return (await client.account.quota()).remaining is not None

    assert asyncio.run(main())
    pid = os.fork()
    if pid == 0:
        try:
            good = asyncio.run(main())
        except BaseException:
            good = False
        os._exit(0 if good else 1)
    assert exit_code(pid) == 0


@posix
@forks
def test_waits_go_on_in_children_forked_while_other_threads_poll() -> None:
    with Simulator(speed=20) as simulator:
        client = simulator.client(poll_interval=0.005)
        ready = client.videos.generate("a cat")
        done = threading.Event()

        def poll() -> None:
            while not done.is_set():
                for _ in client.videos.create("a cat", duration=15).updates():
                    if done.is_set():
                        break

        threads = [threading.Thread(target=poll) for _ in range(2)]
        for thread in threads:
            thread.start()
        try:
            for _ in range(10):
                time.sleep(0.05)
                pid = os.fork()
                if pid == 0:
                    try:
                        good = client.videos.wait(ready.id).status == "succeeded"
                    except BaseException:
                        good = False
                    os._exit(0 if good else 1)
                assert exit_code(pid) == 0
        finally:
            done.set()
            for thread in threads:
                thread.join()
        assert client.videos.wait(ready.id).status == "succeeded"


def exit_code(pid: int) -> int | None:
    """How a child ended; None, and it is ended, when it takes too long."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return None


def test_one_client_in_many_threads(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client()
    results: list[float | None] = []

    def ask() -> None:
        results.extend(client.account.quota().remaining for _ in range(5))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 40
    assert None not in results


def test_other_threads_run_while_a_call_waits(sorakit_simulator: Simulator) -> None:
    sorakit_simulator.add_fault("stall", operation="sora.quota.check", ms=600)
    client = sorakit_simulator.client()
    ticks = 0
    done = threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            time.sleep(0.01)

    thread = threading.Thread(target=tick)
    thread.start()
    client.account.quota()
    sorakit.solve_pow("0.42", "0000ff")
    done.set()
    thread.join()
    assert ticks > 20
