"""A video that starts from an image."""

import sys

import sorakit

with sorakit.Simulator() as simulator:
    client = simulator.client()

    # Any form of image does: a path, bytes, a file object, an address.
    if len(sys.argv) > 1:
        image: str | bytes = sys.argv[1]
    else:
        image = client.images.generate("a cat on a fence").read()

    video = client.videos.generate("the cat jumps down", references=[image])
    print(video.download("jump.mp4").path)
