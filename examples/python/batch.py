"""A hundred prompts and a night to run: a program that is stopped goes on, and pays for nothing twice."""

from collections.abc import Iterator

import sorakit


def requests() -> Iterator[dict[str, object]]:
    for animal in ("cat", "dog", "bird", "fish"):
        for place in ("snow", "rain"):
            yield {"prompt": f"a {animal} in the {place}", "custom_id": f"{animal}-{place}"}


def run(client: sorakit.Client, most: int) -> None:
    with sorakit.Batch("videos", client, jobs=2) as batch:
        added = batch.add(requests())
        print(f"{added.new} new requests, {added.known} known")
        for number, result in enumerate(batch, 1):
            print(f"  {result.custom_id}: {result.state} {', '.join(result.files)}")
            if number == most:
                return  # Whatever ends a program: an error, Ctrl-C, a power cut.
        # An earlier run's results, too.
        print(f"{sum(result.state == 'done' for result in batch.results())} videos are there")


with sorakit.Simulator(speed=300) as simulator:
    client = simulator.client("openai")
    run(client, most=3)
    run(client, most=1000)
    print(f"{len(simulator.requests('openai.videos.create'))} creations were paid for")
