"""The server that every client is measured against: it answers any request with a job.

It runs in a process of its own, so that its work is not counted, and reads requests only as far
as it has to: the least that a server can do.
"""

from __future__ import annotations

import asyncio
import json
import sys

JOB = json.dumps(
    {
        "id": "video_123",
        "object": "video",
        "created_at": 1736937000,
        "status": "in_progress",
        "progress": 40,
        "model": "sora-2",
        "seconds": "10",
        "size": "1280x720",
    }
).encode()
ANSWER = (
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(JOB)
) + JOB


class Server(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.head = b""

    def data_received(self, data: bytes) -> None:
        self.head += data
        while b"\r\n\r\n" in self.head:
            _, self.head = self.head.split(b"\r\n\r\n", 1)
            self.transport.write(ANSWER)


async def main() -> None:
    server = await asyncio.get_running_loop().create_server(Server, "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    # It ends with whoever started it.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
