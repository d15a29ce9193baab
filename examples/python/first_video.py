"""A video from prompt to file, offline: no account, no network."""

import sorakit

with sorakit.Simulator() as simulator:
    client = simulator.client()
    video = client.videos.generate("a cat in the snow", duration=10, orientation="landscape")
    download = video.download("cat.mp4")
    print(f"{download.path}: {download.duration} s, {download.width} x {download.height} pixels")
