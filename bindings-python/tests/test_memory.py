"""Memory stays flat, however large a file is."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import weakref
from pathlib import Path
from typing import Any

import pytest
import sorakit
from sorakit import Simulator

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads /proc")

HELPER = """
import os, sorakit, sys
def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) << 10
"""

DOWNLOAD = HELPER + """
client = sorakit.Client(dialect="sora", base_url={base_url!r}, access_token={token!r},
                        poll_interval=0.1, timeout=300)
video = client.videos.generate("simulate:huge")
before = peak()
size = video.download({path!r}).bytes
print(size, peak() - before)
"""

UPLOAD = HELPER + """
import threading, http.server

class Sink(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        left = int(self.headers["content-length"])
        while left:
            left -= len(self.rfile.read(min(left, 1 << 20)))
        body = b'{{"id": "upload_1"}}'
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *_): pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Sink)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{{server.server_port}}"
client = sorakit.Client(dialect="sora", base_url=url, access_token="t")
before = peak()
{send}
print(os.path.getsize({path!r}), peak() - before)
"""


def run(program: str) -> tuple[int, int]:
    output = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=280, check=False
    )
    assert output.returncode == 0, output.stderr[-2000:]
    size, grown = map(int, output.stdout.split())
    return size, grown


def test_a_download_of_a_gigabyte(sorakit_simulator: Simulator, tmp_path: Path) -> None:
    path = tmp_path / "huge.mp4"
    program = DOWNLOAD.format(
        base_url=sorakit_simulator.base_url(),
        token=sorakit_simulator.credentials().access_token,
        path=str(path),
    )
    try:
        size, grown = run(program)
    finally:
        path.unlink(missing_ok=True)
    assert size >= 1 << 30
    assert grown < 30 << 20, f"{grown >> 20} MiB more"


@pytest.mark.parametrize("form", ["path", "file object"])
def test_an_upload_of_a_gigabyte(form: str, tmp_path: Path) -> None:
    path = tmp_path / "huge.mp4"
    with path.open("wb") as file:
        file.write(b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom")
        file.truncate(1 << 30)
    given = repr(str(path)) if form == "path" else f"open({str(path)!r}, 'rb')"
    send = f"client.sora.uploads.character(file={given}, timestamps=(0, 3))"
    try:
        size, grown = run(UPLOAD.format(path=str(path), send=send))
    finally:
        path.unlink()
    assert size == 1 << 30
    assert grown < 30 << 20, f"{grown >> 20} MiB more"


def test_nothing_grows_with_many_calls(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client()

    def resident() -> int:
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    for _ in range(100):
        client.sora.quota.check()
    sorakit_simulator.clear_requests()
    before = resident()
    for _ in range(300):
        client.sora.quota.check()
    assert resident() - before < 8 << 20


class Owner:
    """Whose client tells it of events, and keeps its credential in it."""

    def __init__(self, simulator: Simulator, kind: type, **options: Any) -> None:
        self.seen: list[dict[str, Any]] = []
        self.client = kind(
            dialect="sora", base_url=simulator.base_url(), on_event=self.see, **options
        )

    def see(self, event: dict[str, Any]) -> None:
        self.seen.append(event)


class Keeper(Owner):
    def __init__(self, simulator: Simulator, kind: type) -> None:
        self.kept: dict[str, Any] | None = None
        super().__init__(
            simulator, kind, store=self, access_token=simulator.credentials().access_token
        )

    def load(self) -> dict[str, Any] | None:
        return self.kept

    def save(self, credential: dict[str, Any]) -> None:
        self.kept = credential


@pytest.mark.parametrize("kind", [sorakit.Client, sorakit.AsyncClient])
@pytest.mark.parametrize("used", [False, True])
@pytest.mark.parametrize("owner", [Owner, Keeper])
def test_a_client_and_what_owns_it_are_collected(
    sorakit_simulator: Simulator, kind: type, used: bool, owner: type
) -> None:
    options = {} if owner is Keeper else {"access_token": sorakit_simulator.credentials().access_token}
    held = owner(sorakit_simulator, kind, **options)
    if used and kind is sorakit.Client:
        held.client.videos.create("a cat")
        assert held.seen
    gone = weakref.ref(held)
    del held
    gc.collect()
    assert gone() is None
