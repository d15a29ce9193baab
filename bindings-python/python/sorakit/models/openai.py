"""The types of the `openai` dialect.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

from typing import Any, Literal

from .._model import Model as _Model
from .._model import default as _default

__all__ = [
    "Character",
    "CharacterReference",
    "Content",
    "CreateCharacter",
    "CreateVideo",
    "CreateVideoSync",
    "DeleteVideo",
    "Deleted",
    "EditImages",
    "EditVideo",
    "Encoding",
    "ExtendVideo",
    "GenerateImages",
    "GenerateVideo",
    "GeneratedImage",
    "GeneratedImages",
    "GetCharacter",
    "GetContent",
    "GetVideo",
    "ImageFormat",
    "ImageReference",
    "InputReference",
    "ListModels",
    "ListVideos",
    "Model",
    "ModelList",
    "Order",
    "RemixVideo",
    "Seconds",
    "Variant",
    "VideoError",
    "VideoJob",
    "VideoPage",
    "VideoSource",
]


class Character(_Model):
    """A character."""

    _times = frozenset(("created_at",))

    id: str | None = None
    """The character's id; the reference lets a server leave it out."""

    name: str | None = None
    """The name that is shown."""

    created_at: datetime | None = None
    """The time of creation."""


class CharacterReference(_Model):
    """A character that appears in a video."""

    id: str
    """The character's id."""


class Content(_Model):
    """The answer of a `/content` endpoint: the file's bytes, or its address
    (`docs/wire/openai.md` §4). Whole in memory and at most 32 MiB; a file that may be longer
    is opened as a stream, or downloaded, which also resumes and checks.
    """

    _base64 = frozenset(("data",))

    content_type: str | None = None
    """The MIME type, by content."""

    data: bytes | None = None
    """The bytes, in JSON as base64; absent when the server answered an address."""

    url: str | None = None
    """The address of the file, if the server answered with one."""


class CreateCharacter(_Model):
    """Makes a character from a short video, an MP4 of 2 to 4 s."""

    name: str
    """The name that is shown, and that prompts refer to."""

    video: Any
    """The video that shows it."""


class CreateVideo(_Model):
    """Creates a video from a prompt, and an image to start from.

    OpenAI's own libraries always send a form, also without a file, and vLLM-Omni takes
    nothing else; Dynamo takes JSON alone; the others take both. Dynamo answers when the
    video is done, which can take minutes.
    """

    _nested = {"characters": "CharacterReference"}

    prompt: str
    """The text that describes the video."""

    model: str | None = None
    """The model; the server's own default when absent."""

    seconds: Seconds | None = None
    """The length in seconds: 4, 8, 12, 16 or 20 for OpenAI's models."""

    size: str | None = None
    """The size: `720x1280`, `1280x720`, `1024x1792` or `1792x1024` for OpenAI's models."""

    input_reference: InputReference | None = None
    """The image that it starts from."""

    characters: list[CharacterReference] | None = None
    """Characters that appear, at most two. The prompt has to name them too."""

    encoding: Encoding | None = None
    """The encoding of the request. Not a field of the API."""


class CreateVideoSync(_Model):
    """Makes a video and answers with its bytes, as vLLM-Omni has it, for benchmarks and tests:
    there is no job that could be looked at, and the server gives up after 600 s, with 504.
    """

    prompt: str
    """The text that describes the video."""

    model: str | None = None
    """The model; the one that the server runs when absent."""

    seconds: Seconds | None = None
    """The length in seconds."""

    size: str | None = None
    """The size, such as `1280x720`."""

    input_reference: Any = None
    """An image to start from."""


class DeleteVideo(_Model):
    """Deletes a finished or failed video and its files."""

    video_id: str
    """The video's id."""


class Deleted(_Model):
    """The result of a deletion. SGLang returns the video with the status `deleted`; others
    return nothing.
    """

    id: str | None = None
    """The video's id."""

    deleted: bool
    """True if the video is deleted."""


class EditImages(_Model):
    """Makes images from others, as SGLang and vLLM-Omni have it. It answers when they are done."""

    prompt: str
    """The text that describes the images to make of them."""

    image: list[Any] | None = None
    """The images to start from, as files."""

    url: list[str] | None = None
    """The addresses of images to start from, which the server fetches; they come after the
    files.
    """

    model: str | None = None
    """The model; the one that the server runs when absent."""

    n: int | None = None
    """The number of images, from 1 to 10."""

    size: str | None = None
    """The size, such as `1024x1024`."""

    response_format: ImageFormat | None = None
    """The form in which the images are returned. vLLM-Omni takes `b64_json` alone; SGLang takes
    `url` where it keeps its files.
    """


class EditVideo(_Model):
    """Edits a video as the prompt says."""

    prompt: str
    """The text that describes the changes."""

    video: VideoSource
    """The video."""


class ExtendVideo(_Model):
    """Continues a video beyond its end. The result is the whole, old and new together."""

    prompt: str
    """The text that describes the continuation."""

    seconds: Seconds
    """The length of the new part in seconds: 4, 8, 12, 16 or 20 for OpenAI's models."""

    video: VideoSource
    """The video."""


class GenerateImages(_Model):
    """Makes images from a prompt, as SGLang and vLLM-Omni have it. It answers when they are
    done.
    """

    prompt: str
    """The text that describes the images."""

    model: str | None = None
    """The model; the one that the server runs when absent."""

    n: int | None = None
    """The number of images, from 1 to 10."""

    size: str | None = None
    """The size, such as `1024x1024`."""

    response_format: ImageFormat | None = None
    """The form in which the images are returned. vLLM-Omni takes `b64_json` alone; SGLang takes
    `url` where it keeps its files.
    """


class GenerateVideo(_Model):
    """Generates a video, as LocalAI has it. The answer comes when the video is done, which can
    take minutes, and states its address or holds its bytes.
    """

    model: str
    """The model."""

    prompt: str
    """The text that describes the video."""

    negative_prompt: str | None = None
    """The text that describes what the video must not show."""

    start_image: str | None = None
    """The first frame: an address, or base64 alone."""

    end_image: str | None = None
    """The last frame: an address, or base64 alone."""

    audio: str | None = None
    """The sound that it goes with: an address, or base64 alone."""

    width: int | None = None
    """The width in pixels; the server's default is 512."""

    height: int | None = None
    """The height in pixels; the server's default is 512."""

    response_format: str | None = None
    """The form in which the video is returned: `url` or `b64_json`."""


class GeneratedImage(_Model):
    """An image that was made: its address, or its bytes."""

    url: str | None = None
    """The address."""

    b64_json: str | None = None
    """The bytes, in base64."""

    revised_prompt: str | None = None
    """The prompt that the image was made with."""


class GeneratedImages(_Model):
    """The images that were made."""

    _nested = {"data": "GeneratedImage"}

    _times = frozenset(("created",))

    created: datetime | None = None
    """The time of creation."""

    data: list[GeneratedImage] = _default(factory=list)
    """The images."""


class GetCharacter(_Model):
    """Reads a character."""

    character_id: str
    """The character's id."""


class GetContent(_Model):
    """Fetches a finished video's file, or a picture of it."""

    video_id: str
    """The video's id."""

    variant: Variant | None = None
    """The file to fetch; the video when absent."""


class GetVideo(_Model):
    """Reads the state of a video."""

    video_id: str
    """The video's id."""


class ImageReference(_Model):
    """An image that the server can reach by itself: one of the two."""

    image_url: str | None = None
    """An address, or a data URL."""

    file_id: str | None = None
    """A file that was uploaded."""


class ListVideos(_Model):
    """Lists the account's videos."""

    after: str | None = None
    """The position to continue from: the id of the last video of the previous page."""

    limit: int | None = None
    """The most videos to return, from 1 to 100; the server's default is 20."""

    order: Order | None = None
    """By time of creation; the newest first when absent."""


class Model(_Model):
    """A model."""

    _times = frozenset(("created",))

    id: str
    """The model's name."""

    created: datetime | None = None
    """The time of creation."""

    owned_by: str | None = None
    """The owner."""


class ModelList(_Model):
    """A server's models."""

    _nested = {"data": "Model"}

    data: list[Model] = _default(factory=list)
    """The models."""


class RemixVideo(_Model):
    """Makes a new version of a finished video from a new prompt."""

    video_id: str
    """The video's id."""

    prompt: str
    """The text that describes the new version."""


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


class VideoPage(_Model):
    """A page of videos."""

    _nested = {"data": "VideoJob"}

    data: list[VideoJob] = _default(factory=list)
    """The videos."""

    first_id: str | None = None
    """The id of the first."""

    last_id: str | None = None
    """The id of the last."""

    has_more: bool | None = None
    """True if there are more videos; SGLang does not say."""


Encoding = Literal["multipart", "json"]
"""The encoding of a creation request.

- `multipart`: As a form, `multipart/form-data`.
- `json`: As JSON. Files cannot go along; an image has to be an address or a data URL.
"""


ImageFormat = Literal["url", "b64_json"]
"""The form in which an image is returned.

- `url`: An address.
- `b64_json`: The bytes, in base64.
"""


InputReference = Any
"""An image to start from."""


ListModels = dict[str, Any]
"""Lists the models that the server has."""


Order = Literal["asc", "desc"]
"""An order by time of creation.

- `asc`: The oldest first.
- `desc`: The newest first.
"""


Seconds = str | int
"""A length in seconds, sent in the form it is given in: OpenAI and new-api want a string
(`"8"`), SGLang and Dynamo a number (`docs/wire/openai.md` §2.3).
"""


Variant = Literal["video", "thumbnail", "spritesheet"] | str
"""A file of a finished video."""


VideoSource = Any
"""A video to work on."""
