"""What a user would write: asyncio, the `openai` package and a semaphore."""

import asyncio
import sys

import openai

AT_ONCE = int(sys.argv[1])


async def make(client: openai.AsyncOpenAI, slots: asyncio.Semaphore, number: int, prompt: str) -> None:
    async with slots:
        video = await client.videos.create(prompt=prompt, model="sora-2", seconds="4")
        while video.status not in ("completed", "failed"):
            await asyncio.sleep(0.2)
            video = await client.videos.retrieve(video.id)
        content = await client.videos.download_content(video.id)
        await asyncio.to_thread(content.write_to_file, f"videos/{number}.mp4")


async def main() -> None:
    client = openai.AsyncOpenAI()
    slots = asyncio.Semaphore(AT_ONCE)
    with open("prompts.txt") as file:
        prompts = [line.strip() for line in file]
    await asyncio.gather(*(make(client, slots, *each) for each in enumerate(prompts)))


asyncio.run(main())
