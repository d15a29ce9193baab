"""Drives the simulator's OpenAI-shaped dialects with the official client.

Usage: check.py ORIGIN API_KEY. Prints one line for each check; status 1 if one failed.
"""

import sys
import time
import traceback
import warnings
from dataclasses import dataclass

import openai

warnings.simplefilter("ignore", DeprecationWarning)

# A PNG image of one pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


@dataclass
class Surface:
    """One dialect, and what it accepts and offers."""

    name: str
    path: str
    model: str
    seconds: str
    lists: bool
    image: str = ""
    chat: str = ""

    def client(self, origin, key):
        return openai.OpenAI(base_url=origin + self.path, api_key=key, max_retries=0, timeout=30)


SURFACES = [
    Surface("openai", "/openai/v1", "sora-2", "4", True),
    Surface("sora2api", "/sora2api/v1", "sora-2", "10", False, "gpt-image-2", "sora-image"),
    Surface("mirror", "/mirror/sora/v1", "sora_video2", "10", False, "sora_image", "sora_image"),
]

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


def refused(kind, call):
    """Asserts that `call` is refused with an error of class `kind`."""
    try:
        call()
    except kind:
        return
    raise AssertionError(f"{kind.__name__} was expected")


def wait(client, video):
    """Polls until the video is done. The client's own `poll` gives up at status
    words that are not OpenAI's."""
    deadline = time.monotonic() + 30
    while video.status not in ("completed", "failed"):
        assert time.monotonic() < deadline, f"still {video.status}"
        time.sleep(0.05)
        video = client.videos.retrieve(video.id)
    return video


def videos(surface, client):
    def create():
        return client.videos.create(
            prompt="a cat in the snow",
            model=surface.model,
            seconds=surface.seconds,
            size="1280x720",
            input_reference=("cat.png", PIXEL, "image/png"),
        )

    def finish():
        done = wait(client, video)
        assert done.status == "completed" and done.progress == 100, done
        return done

    def download():
        content = client.videos.download_content(video.id).read()
        assert content[4:8] == b"ftyp" and len(content) > 10_000

    def remix():
        other = client.videos.remix(video.id, prompt="a dog in the snow")
        assert other.id != video.id
        assert other.remixed_from_video_id == video.id, other

    def fail():
        failing = client.videos.create(
            prompt="simulate:content_policy_violation", model=surface.model, seconds=surface.seconds
        )
        failed = wait(client, failing)
        assert failed.status == "failed", failed
        # The mirror says the reason as a text, as its servers do.
        reason = failed.error if isinstance(failed.error, str) else failed.error.message
        assert reason.strip(), failed

    video = check(f"{surface.name}: create", create)
    check(f"{surface.name}: poll", finish)
    check(f"{surface.name}: download", download)
    check(f"{surface.name}: remix", remix)
    check(f"{surface.name}: a job that fails", fail)
    return video


def errors(surface, client, origin):
    def wrong_key():
        stranger = surface.client(origin, "sk-nobody")
        refused(openai.AuthenticationError, lambda: stranger.videos.retrieve("video_none"))

    def wrong_length():
        call = lambda: client.videos.create(prompt="a", model=surface.model, seconds="7")
        refused(openai.BadRequestError, call)

    check(f"{surface.name}: a wrong key", wrong_key)
    check(f"{surface.name}: a wrong length", wrong_length)
    unknown = lambda: refused(openai.NotFoundError, lambda: client.videos.retrieve("video_none"))
    check(f"{surface.name}: an unknown video", unknown)


def whole_api(surface, client, video):
    """What only OpenAI's own service has."""

    def listing():
        ids = [item.id for item in client.videos.list(limit=1)]
        assert len(ids) >= 3 and video.id in ids, ids
        assert [item.id for item in client.videos.list(order="asc")] == ids[::-1]

    def variants():
        thumbnail = client.videos.download_content(video.id, variant="thumbnail").read()
        assert thumbnail[8:12] == b"WEBP"
        assert client.videos.download_content(video.id, variant="spritesheet").read()[:2] == b"\xff\xd8"

    def more():
        film = client.videos.download_content(video.id).read()
        # The types allow `{"id": …}` too, but the client raises for it.
        file = ("a.mp4", film, "video/mp4")
        wait(client, client.videos.edit(prompt="at night", video=file))
        extended = client.videos.extend(prompt="it runs", seconds="8", video=file)
        assert extended.seconds == "12", extended
        character = client.videos.create_character(name="Mittens", video=file)
        assert client.videos.get_character(character.id).name == "Mittens"

    def delete():
        assert client.videos.delete(video.id).deleted
        refused(openai.NotFoundError, lambda: client.videos.retrieve(video.id))

    def poll():
        done = client.videos.create_and_poll(prompt="a bird", seconds="4", poll_interval_ms=50)
        assert done.status == "completed", done

    check(f"{surface.name}: list", listing)
    check(f"{surface.name}: variants", variants)
    check(f"{surface.name}: edit, extend, characters", more)
    check(f"{surface.name}: delete", delete)
    check(f"{surface.name}: the client's own polling", poll)
    check(f"{surface.name}: models", lambda: client.models.list().data[0].id)


def no_lists(surface, client):
    refusal = openai.APIStatusError
    check(f"{surface.name}: no list", lambda: refused(refusal, lambda: client.videos.list()))
    check(f"{surface.name}: no deletion", lambda: refused(refusal, lambda: client.videos.delete("video_none")))


def images_and_chat(surface, client):
    model = surface.image
    def images():
        made = client.images.generate(prompt="a cat", model=model)
        assert made.data[0].url or made.data[0].b64_json, made
        edited = client.images.edit(prompt="in oil", model=model, image=("a.png", PIXEL, "image/png"))
        assert edited.data[0].url or edited.data[0].b64_json, edited

    def chat():
        messages = [{"role": "user", "content": "a cat"}]
        chunks = client.chat.completions.create(model=surface.chat, messages=messages, stream=True)
        text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
        assert "http" in text, text

    check(f"{surface.name}: images", images)
    check(f"{surface.name}: chat, streamed", chat)


def main(origin, key):
    print(f"openai-python {openai.__version__}")
    for surface in SURFACES:
        client = surface.client(origin, key)
        video = videos(surface, client)
        errors(surface, client, origin)
        if surface.lists:
            whole_api(surface, client, video)
        else:
            no_lists(surface, client)
            images_and_chat(surface, client)
    print(f"{failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
