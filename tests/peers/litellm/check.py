"""LiteLLM's proxy between clients and the simulator.

Usage: check.py PROXY_ORIGIN KEY [SORAKIT]. Waits until the proxy listens; then the official client and, if its path
is given, the command `sorakit` make a video through it. Prints one line for each check; status 1 if one failed.
"""

import os
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.request

import openai

failures = 0


def check(name, work):
    """Runs `work` and prints how it went."""
    global failures
    try:
        result = work()
        print(f"ok    {name}")
        return result
    except Exception:
        failures += 1
        print(f"FAIL  {name}")
        traceback.print_exc()
        return None


def listening(origin):
    """Waits until the proxy answers; it takes a while to load."""
    deadline = time.monotonic() + 120
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while time.monotonic() < deadline:
        try:
            with direct.open(f"{origin}/health/liveliness", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.5)
    raise AssertionError("the proxy does not listen")


def through_openai(origin, key):
    client = openai.OpenAI(base_url=f"{origin}/v1", api_key=key, max_retries=0, timeout=60)

    def create():
        made = client.videos.create(prompt="a cat", model="sora-2", seconds="4", size="1280x720")
        assert made.id.startswith("video_"), made
        return made

    def finish():
        deadline = time.monotonic() + 30
        video = client.videos.retrieve(made.id)
        while video.status not in ("completed", "failed"):
            assert time.monotonic() < deadline, f"still {video.status}"
            time.sleep(0.1)
            video = client.videos.retrieve(made.id)
        assert video.status == "completed", video

    def download():
        content = client.videos.download_content(made.id).read()
        assert content[4:8] == b"ftyp", content[:40]

    def remix():
        assert client.videos.remix(made.id, prompt="a dog").id != made.id

    def wrong_length():
        try:
            client.videos.create(prompt="a", model="sora-2", seconds="7")
        except openai.APIStatusError as error:
            assert error.status_code == 400, error
        else:
            raise AssertionError("a refusal was expected")

    made = check("litellm: create", create)
    check("litellm: poll", finish)
    check("litellm: download", download)
    check("litellm: remix", remix)
    check("litellm: a wrong length", wrong_length)


def through_sorakit(origin, key, command):
    def video():
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "cat.mp4")
            asked = [command, "video", "a cat", "--dialect", "openai", "--base-url", origin]
            asked += ["--model", "sora-2", "--duration", "4", "-o", path, "--json"]
            environment = {**os.environ, "SORAKIT_API_KEY": key}
            subprocess.run(asked, env=environment, check=True, timeout=60)
            with open(path, "rb") as file:
                assert file.read(8)[4:8] == b"ftyp"

    check("litellm: the command sorakit makes a video", video)


def main(origin, key, command=None):
    check("litellm: the proxy listens", lambda: listening(origin))
    through_openai(origin, key)
    if command:
        through_sorakit(origin, key, command)
    print(f"{failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
