"""A server's API code as a process of its own, on loopback, and what its engine was asked for."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
# Where none listens: a server that would ask the network for something fails at once.
NOWHERE = "http://127.0.0.1:9"


@dataclass
class Hosted:
    """A server that runs."""

    origin: str
    folder: Path
    takes_json: bool = True
    key: str = "sk-none"

    def raw(self, method, path, body=None, headers=None):
        """Asks as any HTTP client does: the status and the answer, read if it is JSON."""
        authorization = {"authorization": f"Bearer {self.key}"}
        headers = {"content-type": "application/json", **authorization, **(headers or {})}
        data = json.dumps(body).encode() if isinstance(body, dict) else body
        request = urllib.request.Request(self.origin + path, data, headers, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=20) as answer:
                status, content = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                status, content = error.code, error.read()
        try:
            return status, json.loads(content)
        except ValueError:
            return status, content

    def post(self, fields, form=False):
        """Asks for a video, by JSON or a form, and returns what was answered."""
        if form or not self.takes_json:
            return self.raw(*self.as_form(fields))[1]
        return self.raw("POST", "/v1/videos", fields)[1]

    def as_form(self, fields):
        """The request for a video as a form."""
        parts = [
            f'--x\r\ncontent-disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'
            for name, text in fields.items()
        ]
        body = ("".join(parts) + "--x--\r\n").encode()
        return "POST", "/v1/videos", body, {"content-type": "multipart/form-data; boundary=x"}

    def status(self, id):
        """The word for how a video stands."""
        return self.raw("GET", f"/v1/videos/{id}")[1].get("status")

    def content(self, id):
        """The status and the answer of a video's content."""
        return self.raw("GET", f"/v1/videos/{id}/content")

    def ended(self, id):
        """Waits until a video has ended, and returns its id."""
        until(lambda: self.status(id) in ("completed", "failed"))
        return id

    def prompts(self):
        """The prompts that have reached the engine."""
        return [asked["prompt"] for asked in self.all_asked()]

    def all_asked(self):
        lines = self.folder / "asked.jsonl"
        return [json.loads(line) for line in lines.read_text().splitlines()] if lines.exists() else []

    def asked(self, prompt):
        """What the engine was asked with this prompt, once it was."""
        until(lambda: prompt in self.prompts())
        return next(asked for asked in self.all_asked() if asked["prompt"] == prompt)


def hosted(name, wheel, film, folder, takes_json=True):
    """Runs `serve_NAME.py` until the block ends."""
    port = free_port()
    server = Hosted(f"http://127.0.0.1:{port}", folder, takes_json)
    command = [sys.executable, HERE / f"serve_{name}.py", wheel, str(port), film, folder]
    return running(server, command, {"HF_HUB_OFFLINE": "1"})


@contextlib.contextmanager
def running(server, command, environment):
    """Runs a server until the block ends, and ends it by its own id."""
    server.folder.mkdir(parents=True)
    log = server.folder / "server.log"
    quiet = {"NO_PROXY": "127.0.0.1", "HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE}
    environment = {**os.environ, **quiet, **environment}
    with open(log, "w") as output:
        process = subprocess.Popen(
            command, cwd=server.folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        wait_for(server, process)
        yield server
    except BaseException:
        print(f"--- the end of {log}\n" + "\n".join(log.read_text().splitlines()[-40:]))
        raise
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(server, process):
    """Waits until it answers; importing it takes a while on a busy machine."""

    def answers():
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with status {process.returncode}")
        try:
            return server.raw("GET", "/v1/models")[0] == 200
        except OSError:
            return False

    until(answers, 90)


def until(holds, seconds=20):
    """Waits until it holds."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError("it does not come about")
        time.sleep(0.05)


def free_port():
    with socket.socket() as socket_:
        socket_.bind(("127.0.0.1", 0))
        return socket_.getsockname()[1]
