"""An ASGI application that hands finished videos on to players, which seek: nothing is kept here.

`uvicorn serve:app` serves it, and Starlette or FastAPI mount it: `routes.mount("/videos", app)`.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any

import sorakit

Send = Callable[[dict[str, Any]], Awaitable[None]]

client: sorakit.AsyncClient


async def app(scope: dict[str, Any], receive: object, send: Send) -> None:
    if scope["type"] != "http":
        return
    id: str = scope["path"].rsplit("/", 1)[-1]
    given: dict[bytes, bytes] = dict(scope["headers"])
    start, end, is_range = wanted(given.get(b"range", b"").decode())
    try:
        async with client.videos.stream(id, start=start, end=end) as video:
            headers = {"content-type": video.media_type or "application/octet-stream"}
            if video.end is not None:
                headers["accept-ranges"] = "bytes"
                headers["content-length"] = str(video.end - video.start)
                if is_range:
                    length = "*" if video.length is None else video.length
                    headers["content-range"] = f"bytes {video.start}-{video.end - 1}/{length}"
            elif start > 0:
                # The server does not say how long the video is: it cannot be sought in.
                return await answer(send, 416)
            await begin(send, 206 if "content-range" in headers else 200, headers)
            async for chunk in video:
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body"})
    except sorakit.SorakitError as error:
        if error.field in ("start", "end"):
            await answer(send, 416)
        else:
            await answer(send, 404 if error.kind == "not_found" else 502)


def wanted(header: str) -> tuple[int, int | None, bool]:
    """What a `Range` header asks for: one range that says where it begins, else the whole."""
    found = re.fullmatch(r"bytes=(\d+)-(\d*)", header)
    if found is None:
        return 0, None, False
    start, last = found.groups()
    return int(start), int(last) + 1 if last else None, True


async def begin(send: Send, status: int, headers: dict[str, str]) -> None:
    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})


async def answer(send: Send, status: int) -> None:
    await begin(send, status, {"content-length": "0"})
    await send({"type": "http.response.body"})


def keep(sent: list[dict[str, Any]]) -> Send:
    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    return send


async def main() -> None:
    """A player that seeks, in place of a server: it asks the application directly."""
    global client
    with sorakit.Simulator(speed=600) as simulator:
        client = simulator.async_client("openai")
        video = await client.videos.generate("a cat in the snow")
        for asked in ["", "bytes=0-99", "bytes=1000-", "bytes=999999999-"]:
            sent: list[dict[str, Any]] = []
            given = [(b"range", asked.encode())] if asked else []
            scope = {"type": "http", "path": f"/videos/{video.id}", "headers": given}
            await app(scope, None, keep(sent))
            headers = dict[bytes, bytes](sent[0]["headers"])
            got = headers.get(b"content-range", b"").decode()
            length = sum(len(message.get("body", b"")) for message in sent[1:])
            print(asked or "everything", sent[0]["status"], got, length)


if __name__ == "__main__":
    asyncio.run(main())
