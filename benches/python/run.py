"""Measures sorakit and its peers, each in processes of its own, and prints a table in Markdown.

Everything is measured several times, in turns; the best of each is taken, since whatever else
the machine does can only add.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PEERS = ["sorakit", "openai", "httpx", "aiohttp"]
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
REQUESTS = {"start": 0, "sequential": 1500, "at_once": 6000, "watch": 2000}


def measure(port: int) -> dict[str, dict[str, dict[str, float]]]:
    best: dict[str, dict[str, dict[str, float]]] = {peer: {} for peer in PEERS}
    for round_ in range(ROUNDS):
        for what, count in REQUESTS.items():
            if what == "watch" and round_ > 0:
                continue
            for peer in PEERS:
                run = subprocess.run(
                    [sys.executable, HERE / "client.py", peer, what, str(port), str(count)],
                    capture_output=True,
                    text=True,
                    timeout=600,
                )
                if run.returncode != 0:
                    raise SystemExit(f"{peer}, {what}: {run.stderr[-2000:]}")
                known = best[peer].setdefault(what, {})
                for name, value in json.loads(run.stdout).items():
                    better = max if name == "per_second" else min
                    known[name] = better(known[name], value) if name in known else value
                print(f"round {round_ + 1}: {peer:8} {what:10} {run.stdout.strip()}", file=sys.stderr)
    return best


def table(best: dict[str, dict[str, dict[str, float]]]) -> str:
    rows = [
        ("import and first client, ms", "start", "ms", "{:.1f}"),
        ("memory of that, MB", "start", "mb", "{:.1f}"),
        ("CPU per request, one after the other, ms", "sequential", "cpu_ms", "{:.3f}"),
        ("CPU per request, 200 at once, ms", "at_once", "cpu_ms", "{:.3f}"),
        ("requests per second, 200 at once", "at_once", "per_second", "{:.0f}"),
        ("memory per job, 2,000 watched, kB", "watch", "kb", "{:.1f}"),
    ]
    lines = [f"| | {' | '.join(PEERS)} |", f"|---|{'---|' * len(PEERS)}"]
    for title, what, name, form in rows:
        own = best["sorakit"][what][name]
        cells = []
        for peer in PEERS:
            value = best[peer][what][name]
            ratio = "" if peer == "sorakit" else f" ({value / own:.1f} x)"
            cells.append(form.format(value) + ratio)
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return "\n".join(lines)


def processor() -> str:
    """What the machine calls its processor."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def main() -> None:
    server = subprocess.Popen(
        [sys.executable, HERE / "server.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        best = measure(int(server.stdout.readline()))
    finally:
        server.terminate()
        server.wait()
    print("# Python against its peers\n")
    print("Written by `cargo xtask bench python`. In brackets: how many times sorakit's figure. ", end="")
    print("A loopback server that does the least answers every request with one job; each client ", end="")
    print("runs in a process of its own, and the best of several rounds counts.\n")
    print(f"Python {platform.python_version()}, {processor()}, {os.cpu_count()} cores, ", end="")
    print(f"load {os.getloadavg()[0]:.1f}.\n")
    print(table(best))


main()
