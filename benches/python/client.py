"""One measurement of one client, printed as JSON: `client.py <peer> <what> <port> <count>`."""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

PEER, WHAT, PORT, COUNT = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
URL = f"http://127.0.0.1:{PORT}"


def rss() -> int:
    """Resident memory in bytes."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize()


def cpu() -> float:
    """Seconds of processor time of this process, all threads."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def make(asynchronous: bool) -> Any:
    """A client, ready to be used."""
    if PEER == "sorakit":
        import sorakit

        kind = sorakit.AsyncClient if asynchronous else sorakit.Client
        return kind(dialect="openai", base_url=URL, api_key="k")
    if PEER == "openai":
        import openai

        kind = openai.AsyncOpenAI if asynchronous else openai.OpenAI
        return kind(base_url=f"{URL}/v1", api_key="k", max_retries=0)
    if PEER == "httpx":
        import httpx

        limits = httpx.Limits(max_connections=1000)
        return httpx.AsyncClient(limits=limits) if asynchronous else httpx.Client()
    if PEER == "aiohttp":
        import aiohttp

        return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1000))
    raise SystemExit(f"no peer {PEER}")


def getter(client: Any) -> Callable[[], Awaitable[Any]]:
    """How a job is asked for."""
    if PEER == "sorakit":
        return lambda: client.openai.videos.get(video_id="video_123")
    if PEER == "openai":
        return lambda: client.videos.retrieve("video_123")
    if PEER == "httpx":

        async def get() -> Any:
            return (await client.get(f"{URL}/v1/videos/video_123")).json()

        return get

    async def get() -> Any:
        async with client.get(f"{URL}/v1/videos/video_123") as answer:
            return await answer.json()

    return get


def start() -> dict[str, float]:
    before, began = rss(), time.perf_counter()
    if PEER == "aiohttp":
        import aiohttp  # noqa: F401  (its client needs an event loop)
    else:
        make(asynchronous=False)
    return {"ms": (time.perf_counter() - began) * 1e3, "mb": (rss() - before) / 1e6}


async def requests(at_once: int) -> dict[str, float]:
    client = make(asynchronous=True)
    get = getter(client)
    slots = asyncio.Semaphore(at_once)

    async def one() -> None:
        async with slots:
            await get()

    await asyncio.gather(*(one() for _ in range(at_once)))
    began, used = time.perf_counter(), cpu()
    if at_once == 1:
        for _ in range(COUNT):
            await get()
    else:
        await asyncio.gather(*(one() for _ in range(COUNT)))
    used, took = cpu() - used, time.perf_counter() - began
    await client.close() if hasattr(client, "close") else await client.aclose()
    return {"cpu_ms": used / COUNT * 1e3, "per_second": COUNT / took}


async def watch() -> dict[str, float]:
    """Memory for each of many jobs that are waited for at once."""
    client = make(asynchronous=True)
    get = getter(client)
    await get()
    before = rss()
    if PEER == "sorakit":
        tasks = [
            asyncio.create_task(client.videos.wait(f"video_{number}", progress=False))
            for number in range(COUNT)
        ]
    else:

        async def poll() -> None:
            while True:
                await get()
                await asyncio.sleep(2)

        tasks = [asyncio.create_task(poll()) for _ in range(COUNT)]
    await asyncio.sleep(6)
    kb = (rss() - before) / COUNT / 1e3
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await client.close() if hasattr(client, "close") else await client.aclose()
    return {"kb": kb}


if WHAT == "start":
    print(json.dumps(start()))
elif WHAT == "sequential":
    print(json.dumps(asyncio.run(requests(1))))
elif WHAT == "at_once":
    print(json.dumps(asyncio.run(requests(200))))
elif WHAT == "watch":
    print(json.dumps(asyncio.run(watch())))
