"""The types of the `relay` dialect.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

from typing import Any, Literal

from .._model import Model as _Model

__all__ = [
    "AspectRatio",
    "CreateCharacter",
    "CreateVideo",
    "CreatedCharacter",
    "GetQuota",
    "GetVideo",
    "Quota",
    "RemixVideo",
    "UploadFile",
    "UploadedFile",
    "VideoError",
    "VideoJob",
]


class CreateCharacter(_Model):
    """Makes a character from a stretch of a video that shows no real person."""

    url: str | None = None
    """The video's address. This or `from_task`."""

    from_task: str | None = None
    """The finished task whose video it is. This or `url`."""

    timestamps: str | None = None
    """The start and end of the character's appearance, `start,end` in seconds. Servers take 1
    to 3 s.
    """


class CreateVideo(_Model):
    """Creates a video from a prompt, and images to start from."""

    model: str = "sora-2"
    """The model."""

    prompt: str
    """The text that describes the video."""

    images: list[str] | None = None
    """Images to start from: addresses, or data URLs. They must show no real person."""

    aspect_ratio: AspectRatio | None = None
    """Landscape or portrait. Default: `16:9`."""

    duration: int | None = None
    """The length in seconds: 10, 15 or 25. Default: 10."""

    hd: bool | None = None
    """High definition: of `sora-2-pro` alone, and not at 25 s. Default: false."""

    watermark: bool | None = None
    """True for a video with a watermark, false for one without. For your own works only."""

    private: bool | None = None
    """True to keep the video unpublished."""

    notify_hook: str | None = None
    """The address that the relay calls when the video is done."""

    character_url: str | None = None
    """A video to make a character from, by its address."""

    character_timestamps: str | None = None
    """The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
    apart.
    """


class CreatedCharacter(_Model):
    """A character that was made."""

    id: str
    """The character's id."""

    username: str | None = None
    """The user name by which prompts refer to it, after `@`."""

    permalink: str | None = None
    """The address of the character's page."""

    profile_picture_url: str | None = None
    """The address of the character's picture."""


class GetVideo(_Model):
    """Reads the state of a video."""

    task_id: str
    """The task's id."""


class Quota(_Model):
    """The key's quota, in the relay's raw unit."""

    total_quota: float | None = None
    """The amounts used and left together."""

    used_quota: float | None = None
    """The amount used."""

    remaining_quota: float | None = None
    """The amount left."""

    quota: float | None = None
    """The amount left, on a relay that reports nothing else."""


class RemixVideo(_Model):
    """Makes a new version of a finished video from a new prompt."""

    task_id: str
    """The task's id."""

    prompt: str
    """The text that describes the new version."""


class UploadFile(_Model):
    """Uploads a file, and returns the address under which a creation can name it. The relay
    decides how long it keeps the file.
    """

    file: Any
    """The file."""


class UploadedFile(_Model):
    """A file that was uploaded."""

    url: str
    """The file's address."""


class VideoError(_Model):
    """The reason for the failure of a job."""

    code: str | None = None
    """The server's code, as text."""

    message: str = ""
    """The server's reason."""


class VideoJob(_Model):
    """A video job as `/v1/videos`-like servers describe it (`docs/wire/openai.md` §3).

    The fields here are read from whichever key a server uses for them; what the server said
    under other keys stays in `extra` as well.
    """

    _nested = {"error": "VideoError"}

    _times = frozenset(("created_at", "started_at", "completed_at", "expires_at",))

    id: str
    """The job's id, under whichever key a server has it. Opaque."""

    object: str | None = None
    """The object's type, such as `video`."""

    status: str | None = None
    """The server's word for the job's state."""

    progress: float | None = None
    """Progress in percent, as a number or as text on the wire."""

    model: str | None = None
    """The model."""

    prompt: str | None = None
    """The prompt."""

    size: str | None = None
    """The size, such as `1280x720`. Some gateways write the file's length in bytes here once it
    is done.
    """

    seconds: float | None = None
    """The length in seconds: what was made, else what was asked for."""

    created_at: datetime | None = None
    """The time of creation: `created_at`, `submit_time` or `created`."""

    started_at: datetime | None = None
    """The time of the start: `started_at` or `start_time`."""

    completed_at: datetime | None = None
    """The time of the end: `completed_at` or `finish_time`."""

    expires_at: datetime | None = None
    """The time until which the files can be fetched."""

    video_url: str | None = None
    """The address of the video, from whichever key holds it."""

    video_urls: list[str]
    """The addresses of all variants, if there are several; `video_url` is the first. An empty
    one is fetched by its number.
    """

    thumbnail_url: str | None = None
    """A still of the video."""

    remixed_from_video_id: str | None = None
    """The video that this one is a new version of."""

    error: VideoError | None = None
    """The reason for the failure, wherever the server states it."""


AspectRatio = Literal["16:9", "9:16"]
"""The aspect ratio of a video: landscape or portrait.

- `16:9`: Landscape.
- `9:16`: Portrait.
"""


GetQuota = dict[str, Any]
"""Reads how much of the key's quota is used and left."""
