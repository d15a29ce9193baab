"""A gateway or any other server, from settings in the environment:

    SORAKIT_DIALECT=sora2api SORAKIT_BASE_URL=https://gateway.example SORAKIT_API_KEY=... \\
        python gateway.py

Without settings it talks to the simulator.
"""

import os
from contextlib import ExitStack

import sorakit

with ExitStack() as stack:
    if "SORAKIT_BASE_URL" in os.environ:
        client = sorakit.Client()
    else:
        client = stack.enter_context(sorakit.Simulator()).client()
    print(client)
    print("models:", ", ".join(model.id for model in client.models.list()))
    try:
        video = client.videos.generate("a cat in the snow")
    except sorakit.QuotaExhaustedError as error:
        raise SystemExit(f"the quota is used up: {error}") from None
    except sorakit.OutcomeUnknownError as error:
        raise SystemExit(f"look at the account's jobs before trying again: {error}") from None
    print(video.download("gateway.mp4").path)
