"""A video shot by shot."""

import sorakit

with sorakit.Simulator() as simulator:
    client = simulator.client()
    video = client.videos.generate(
        "a day of a cat",
        storyboard=[
            sorakit.Shot(duration=5, scene="it wakes up in the sun"),
            sorakit.Shot(duration=5, scene="it hunts a leaf"),
            sorakit.Shot(duration=5, scene="it sleeps by the fire"),
        ],
    )
    print(video.download("day.mp4").path)
