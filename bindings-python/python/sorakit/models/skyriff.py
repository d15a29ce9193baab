"""The types of the `skyriff` dialect.

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
    "ChatAnswer",
    "ChatChoice",
    "ChatChunk",
    "ChatCompletion",
    "ChatContent",
    "ChatDelta",
    "ChatMessage",
    "ChatPart",
    "ChatUrl",
    "ChunkChoice",
    "CompleteChat",
    "Content",
    "CreateVideo",
    "GetContent",
    "GetVideo",
    "LinkLookup",
    "Links",
    "LookUpDraft",
    "LookUpPost",
    "PostInfo",
    "Reasoning",
    "ReasoningProgress",
    "Seconds",
    "VideoError",
    "VideoJob",
]


class ChatAnswer(_Model):
    """The message of an answer."""

    role: str | None = None
    """`assistant`."""

    content: str | None = None
    """The text."""

    reasoning_content: Reasoning | None = None
    """The last known progress of the generation."""


class ChatChoice(_Model):
    """One of the answers."""

    _nested = {"message": "ChatAnswer"}

    index: int = 0
    """The index, from 0."""

    message: ChatAnswer | None = None
    """The message."""

    finish_reason: str | None = None
    """The reason that it ends, in lower case, such as `stop`."""


class ChatChunk(_Model):
    """A piece of an answer (`chat.completion.chunk`)."""

    _nested = {"choices": "ChunkChoice"}

    _times = frozenset(("created",))

    id: str | None = None
    """The answer's id."""

    created: datetime | None = None
    """The time it was created."""

    model: str | None = None
    """The model; gateways write `sora` whatever was requested."""

    choices: list[ChunkChoice] = _default(factory=list)
    """The new parts, usually one."""


class ChatCompletion(_Model):
    """An answer (`chat.completion`)."""

    _nested = {"choices": "ChatChoice"}

    _times = frozenset(("created",))

    id: str | None = None
    """The answer's id."""

    created: datetime | None = None
    """The time it was created."""

    model: str | None = None
    """The model."""

    choices: list[ChatChoice] = _default(factory=list)
    """The answers, usually one."""


class ChatDelta(_Model):
    """The new part of an answer. Every field may be `null`."""

    role: str | None = None
    """`assistant`."""

    content: str | None = None
    """Text of the answer."""

    reasoning_content: Reasoning | None = None
    """The progress of the generation."""


class ChatMessage(_Model):
    """A message of a chat."""

    role: str = "user"
    """The role of the speaker: `user`, `system` or `assistant`."""

    content: ChatContent
    """The content."""


class ChatPart(_Model):
    """A part of a message."""

    _nested = {"image_url": "ChatUrl", "video_url": "ChatUrl"}

    type: Literal["text", "image_url", "video_url"]

    text: str | None = None
    """The text."""

    image_url: ChatUrl | None = None
    """The location of the image."""

    video_url: ChatUrl | None = None
    """The location of the video."""


class ChatUrl(_Model):
    """The location of an image or video."""

    url: str
    """`https://…` or `data:<type>;base64,…`."""


class ChunkChoice(_Model):
    """The new part of one choice."""

    _nested = {"delta": "ChatDelta"}

    index: int = 0
    """The index of the choice, from 0."""

    delta: ChatDelta | None = None
    """The new part."""

    finish_reason: str | None = None
    """The reason for the answer's end, in lower case, such as `stop`; absent until then."""


class CompleteChat(_Model):
    """Makes a video in a chat. The document calls it a toy: an answer takes about 15 minutes,
    and Pro models are not offered.
    """

    _nested = {"messages": "ChatMessage"}

    model: str
    """The model."""

    stream: bool = False
    """True to stream the answer. Default: false."""

    messages: list[ChatMessage]
    """The messages. An image to start from goes into the message."""


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


class CreateVideo(_Model):
    """Creates a video from a prompt, from an image file, or from an image's address.

    Sent as a form if there is a file, else as JSON.
    """

    prompt: str
    """The text that describes the video."""

    model: str
    """The model, whose name states the orientation and length of the video."""

    input_reference: Any = None
    """An image to start from, as a file. It must show no real person."""

    image_url: str | None = None
    """An image to start from, by its address."""

    size: str | None = None
    """The size, such as `1280x720`. Default: the model's."""

    seconds: Seconds | None = None
    """The length in seconds, such as `"4"`. Default: the model's."""


class GetContent(_Model):
    """Fetches a finished video's file. It is slow; the address in the job is better. Some
    gateways answer an address here too.
    """

    video_id: str
    """The video's id."""


class GetVideo(_Model):
    """Reads the state of a video."""

    video_id: str
    """The video's id."""


class LinkLookup(_Model):
    """The result of a look-up."""

    _nested = {"links": "Links", "post_info": "PostInfo"}

    links: Links
    """The links."""

    post_id: str | None = None
    """The draft's or post's id."""

    original_input: str | None = None
    """The prompt that it was made from."""

    post_info: PostInfo | None = None
    """The figures of the draft or post."""


class Links(_Model):
    """The links of a draft or post, as the gateway gives them."""

    id: str | None = None
    """The id."""

    mp4: str | None = None
    """The video without a watermark."""

    mp4_wm: str | None = None
    """The video with a watermark."""

    gif: str | None = None
    """An animated preview."""

    thumbnail: str | None = None
    """A still."""

    text: str | None = None
    """The description."""

    md: str | None = None
    """A description in Markdown."""


class LookUpDraft(_Model):
    """Looks up the links of the newest draft of the account that an access token belongs to.
    The token goes to the gateway, so give it only to one that you trust with your account.
    """

    _secret = frozenset(("access_token",))

    access_token: str
    """The account's whole access token. Spaces around it are removed."""


class LookUpPost(_Model):
    """Looks up the links of a published work by its address."""

    url: str
    """The work's whole address, such as `https://sora.chatgpt.com/p/s_…`. Spaces around it are
    removed.
    """


class PostInfo(_Model):
    """The figures of a draft or post."""

    attachments_count: int = 0
    """The number of files."""

    view_count: int = 0
    """The number of views."""

    like_count: int = 0
    """The number of likes."""

    title: str | None = None
    """The title."""


class ReasoningProgress(_Model):
    """The progress of a generation, as an object."""

    stage: str | None = None
    """The stage, such as `generation`."""

    status: str | None = None
    """The status, such as `processing`."""

    progress: float | None = None
    """The progress in percent, from 0 to 100."""

    message: str | None = None
    """A sentence."""


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


ChatContent = str | list[ChatPart]
"""The content of a message."""


Reasoning = str | ReasoningProgress
"""The progress of a generation, in whichever form the gateway writes it."""


Seconds = str | int
"""A length in seconds, sent in the form it is given in: OpenAI and new-api want a string
(`"8"`), SGLang and Dynamo a number (`docs/wire/openai.md` §2.3).
"""
