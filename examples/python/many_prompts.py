"""Many prompts at once with asyncio, in a table of progress. All of them share one poll."""

import asyncio

import sorakit

PROMPTS = ["a cat in the snow", "a dog in the rain", "simulate:content_policy_violation"]


class Table:
    """One line for each prompt, printed again whenever something has moved."""

    def __init__(self, prompts: list[str]) -> None:
        self.rows = {prompt: "waiting" for prompt in prompts}

    def set(self, prompt: str, state: str) -> None:
        if self.rows[prompt] != state:
            self.rows[prompt] = state
            print(" | ".join(f"{prompt[:16]:<16} {state:<10}" for prompt, state in self.rows.items()))


async def make(client: sorakit.AsyncClient, prompt: str, table: Table) -> sorakit.AsyncVideo | None:
    def on_progress(job: sorakit.AsyncJob) -> None:
        table.set(prompt, f"{job.progress:.0f} %")

    try:
        video = await client.videos.generate(prompt, on_progress=on_progress, progress=False)
    except sorakit.SorakitError as error:
        table.set(prompt, error.kind)
        return None
    await video.download(f"{video.id}.mp4", progress=False)
    table.set(prompt, "downloaded")
    return video


async def main() -> None:
    with sorakit.Simulator() as simulator:
        client = simulator.async_client()
        table = Table(PROMPTS)
        videos = await asyncio.gather(*(make(client, prompt, table) for prompt in PROMPTS))
        print(f"{sum(video is not None for video in videos)} of {len(PROMPTS)} were made")


asyncio.run(main())
