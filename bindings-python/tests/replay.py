"""A server that answers as contract vectors say, and keeps what it was asked."""

from __future__ import annotations

import base64
import json
import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Replay:
    """Plays one case at a time: one answer to everything, or a script of answers."""

    def __init__(self, beside: Replay | None = None) -> None:
        """`beside`: the server whose script it goes on with, and whose list of requests."""
        self.response: dict[str, Any] = {}
        self.script: list[dict[str, Any]] | None = None
        self.requests: list[dict[str, Any]] = []
        here = self
        replay = self if beside is None else beside

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and body are two packets; the second would wait for the first's receipt.
            disable_nagle_algorithm = True

            def answer(self) -> None:
                length = int(self.headers.get("content-length") or 0)
                body = self.rfile.read(length)
                if self.path.endswith("/sentinel/req") and not replay.expects_sentinel:
                    return self.send(200, {}, b'{"token": "gAAAAAC", "proofofwork": {"required": false}}')
                replay.requests.append(
                    {
                        "server": here,
                        "method": self.command,
                        "path": self.path,
                        "headers": {name.lower(): value for name, value in self.headers.items()},
                        "body": body,
                    }
                )
                response = replay.response
                if replay.script is not None:
                    response = replay.script.pop(0) if replay.script else {"status": 418}
                if "json" in response:
                    content = json.dumps(response["json"]).encode()
                    headers = {"content-type": "application/json"}
                elif "base64" in response:
                    content = base64.b64decode(response["base64"])
                    headers = {}
                else:
                    content = response.get("text", "").encode()
                    headers = {}
                headers.update({k.lower(): v for k, v in response.get("headers", {}).items()})
                self.send(response.get("status", 200), headers, content)

            def send(self, status: int, headers: dict[str, str], content: bytes) -> None:
                self.send_response(status)
                for name, value in headers.items():
                    if name not in ("content-length", "transfer-encoding"):
                        self.send_header(name, value)
                if status not in (204, 304):
                    self.send_header("content-length", str(len(content)))
                self.end_headers()
                if status not in (204, 304):
                    self.wfile.write(content)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer

            def log_message(self, *_: object) -> None:
                pass

        self.expects_sentinel = False
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        # A closed server ends at its next look, by default half a second later.
        serve = partial(self.server.serve_forever, poll_interval=0.01)
        self.thread = threading.Thread(target=serve, daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def form(content_type: str, body: bytes) -> list[list[Any]]:
    """A multipart form as the vectors write it."""
    boundary = b"--" + content_type.split("boundary=")[1].encode()
    parts: list[list[Any]] = []
    for part in body.split(boundary)[1:-1]:
        head, content = part.removeprefix(b"\r\n").split(b"\r\n\r\n", 1)
        content = content.removesuffix(b"\r\n")
        lines = head.decode().split("\r\n")
        fields = dict(piece.strip().split("=", 1) for piece in lines[0].split(";")[1:])
        name = fields["name"].strip('"')
        if "filename" not in fields:
            parts.append([name, content.decode()])
            continue
        parts.append(
            [
                name,
                {
                    "filename": fields["filename"].strip('"'),
                    "content_type": lines[1].split(": ", 1)[1],
                    "base64": base64.b64encode(content).decode(),
                },
            ]
        )
    return parts
