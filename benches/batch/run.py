"""Measures a long batch through one process against the simulator, and prints a table in Markdown.

Beside it, in the same run and at the same server, stands what a user would write: a loop of the
shell over `sorakit video`, and asyncio with the `openai` package and a semaphore. Both keep no
ledger: what they lose they lose.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).parent
COMMAND, MOST = Path(sys.argv[1]).resolve(), int(sys.argv[2])
AT_ONCE = 64
POLL = 0.2
PEERS = min(1000, MOST)


class Server:
    """The simulator, with an account that may run many jobs."""

    def __init__(self) -> None:
        arguments = ["simulate", "--port", "0", "--speed", "200", "--json", "-q"]
        self.process = subprocess.Popen([COMMAND, *arguments], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.facts = json.loads(self.process.stdout.readline())
        account = {"concurrency": 100_000, "quota": 10_000_000}
        self.key = self.control("POST", "accounts", account)["credentials"]["api_key"]
        self.base_url = self.facts["base_urls"]["openai"]

    def control(self, method: str, path: str, body: object = None) -> dict:
        request = urllib.request.Request(
            f"{self.facts['url']}/__simulator/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"x-simulator-token": self.facts["control_token"]},
            method=method,
        )
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def environment(self, folder: Path) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "SORAKIT_STATE_DIR": str(folder / "state"),
            "XDG_CONFIG_HOME": str(folder),
            "SORAKIT_DIALECT": "openai",
            "SORAKIT_BASE_URL": self.base_url,
            "SORAKIT_API_KEY": self.key,
            "OPENAI_API_KEY": self.key,
            "OPENAI_BASE_URL": f"{self.base_url}/v1",
            "SORAKIT_POLL_INTERVAL": str(POLL),
        }

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


def prompts(folder: Path, count: int) -> Path:
    path = folder / "prompts.jsonl"
    with path.open("w") as file:
        for number in range(count):
            file.write(json.dumps({"prompt": f"cat number {number}", "duration": 4}) + "\n")
    return path


def measured(arguments: list, server: Server, folder: Path) -> dict[str, float]:
    """Runs a program to its end: its time, its processor time and its most memory."""
    began = time.monotonic()
    process = subprocess.Popen(
        arguments, cwd=folder, env=server.environment(folder),
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{arguments}: {said[-2000:].decode()}")
    return {
        "seconds": time.monotonic() - began,
        "cpu": used.ru_utime + used.ru_stime,
        "mb": used.ru_maxrss / 1024,
    }


def remove_files(folder: Path, ended: threading.Event) -> None:
    """A hundred thousand videos are more than a disk is asked for: they are removed as they come."""
    while not ended.wait(0.5):
        for file in folder.glob("[0-9]*.mp4"):
            file.unlink(missing_ok=True)


def batch(count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name:
        folder, server = Path(name), Server()
        try:
            prompts(folder, count)
            arguments = [COMMAND, "batch", "prompts.jsonl", "-o", "videos", "--jobs", str(AT_ONCE), "-q"]
            ended = threading.Event()
            remover = threading.Thread(target=remove_files, args=(folder / "videos", ended))
            remover.start()
            taken = measured(arguments, server, folder)
            ended.set()
            remover.join()
            if count <= 10_000:
                asked = ("openai.videos.list", "openai.videos.get")
                polls = sum(len(server.control("GET", f"journal?operation={name}")) for name in asked)
                taken["polls"] = polls / (taken["seconds"] / POLL)
            again = measured(arguments, server, folder)
            taken["again"] = again["seconds"]
        finally:
            server.stop()
    return taken


def peers(count: int) -> dict[str, dict[str, float]]:
    loop = (
        "while read -r line; do printf '%s\\0' \"$line\"; done < prompts.txt | "
        f"xargs -0 -P {AT_ONCE} -I {{}} \"$0\" video {{}} --duration 4 -o videos/ -q"
    )
    told: dict[str, dict[str, float]] = {}
    for name, arguments in [
        ("sorakit batch", [COMMAND, "batch", "prompts.jsonl", "-o", "videos", "--jobs", str(AT_ONCE), "-q"]),
        ("a loop of the shell", ["/bin/sh", "-c", loop, COMMAND]),
        ("asyncio and openai", [sys.executable, HERE / "asyncio_openai.py", str(AT_ONCE)]),
    ]:
        with tempfile.TemporaryDirectory() as place:
            folder, server = Path(place), Server()
            try:
                prompts(folder, count)
                (folder / "videos").mkdir()
                lines = (f"cat number {number}\n" for number in range(count))
                (folder / "prompts.txt").write_text("".join(lines))
                told[name] = measured(arguments, server, folder)
                made = len(list((folder / "videos").glob("*.mp4")))
                assert made == count, f"{name} made {made} of {count}"
                print(f"{name}: {told[name]}", file=sys.stderr)
            finally:
                server.stop()
    return told


def polls_of(taken: dict[str, float]) -> str:
    return f"{taken['polls']:.1f}" if "polls" in taken else ""


def machine() -> str:
    model = platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return f"{model}, {os.cpu_count()} cores shared with the simulator; load before: {load}"


def main() -> None:
    where = machine()
    sizes = [MOST // 100, MOST // 10, MOST]
    print("# Batches\n\nWritten by `cargo xtask bench batch`.\n")
    print(f"{where}. {AT_ONCE} jobs at once, against the simulator with its clock 200 times as fast.\n")
    rows = []
    for count in sizes:
        taken = batch(count)
        print(f"{count}: {taken}", file=sys.stderr)
        rows.append((count, taken))
    print("| lines | made a second | processor time each, ms | peak memory, MB | polls a round | the same command again, s |")
    print("|---|---|---|---|---|---|")
    for count, taken in rows:
        print(
            f"| {count:,} | {count / taken['seconds']:.0f} | {1000 * taken['cpu'] / count:.1f} | "
            f"{taken['mb']:.0f} | {polls_of(taken)} | {taken['again']:.1f} |"
        )
    print(
        "\nMade is everything from a line to its file: written down, sent, waited for and downloaded. "
        f"A round is {POLL} s, in which all running jobs are asked after.\n"
    )
    told = peers(PEERS)
    own = told["sorakit batch"]
    print(f"\n{PEERS:,} lines, {AT_ONCE} at once, in one run:\n")
    print("| | seconds | processor time, s | peak memory, MB | survives a crash |")
    print("|---|---|---|---|---|")
    for name, taken in told.items():
        def cell(what: str, form: str) -> str:
            ratio = "" if name == "sorakit batch" else f" ({taken[what] / own[what]:.1f} x)"
            return format(taken[what], form) + ratio

        survives = "yes" if name == "sorakit batch" else "no"
        print(f"| {name} | {cell('seconds', '.1f')} | {cell('cpu', '.1f')} | {cell('mb', '.0f')} | {survives} |")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    main()
