"""Going on after a crash, without paying twice: a job's id is all that has to be kept."""

from pathlib import Path

import sorakit

KEPT = Path("job.txt")


def begin(client: sorakit.Client) -> None:
    job = client.videos.create("a cat in the snow")
    KEPT.write_text(job.id)
    print(f"began {job.id}, and now the program crashes")


def go_on(client: sorakit.Client) -> None:
    job_id = KEPT.read_text()
    # The download goes on where it was broken off, too.
    video = client.videos.wait(job_id)
    print(f"went on with {job_id}: {video.download('resumed.mp4').bytes} bytes")
    KEPT.unlink()


with sorakit.Simulator() as simulator:
    begin(simulator.client())
    go_on(simulator.client())
    print(f"{len(simulator.requests('sora.videos.create'))} creation was paid for")
