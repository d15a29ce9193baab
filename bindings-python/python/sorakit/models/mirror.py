"""The types of the `mirror` dialect.

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
    "AnthropicContent",
    "AnthropicMessage",
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
    "CreateCharacter",
    "CreateMessage",
    "CreateVideo",
    "CreatedCharacter",
    "EditImages",
    "GenerateContent",
    "GenerateImages",
    "GenerateMethod",
    "GeneratedImage",
    "GeneratedImages",
    "GetContent",
    "GetVideo",
    "GoogleContent",
    "Reasoning",
    "ReasoningProgress",
    "RemixVideo",
    "Style",
    "VideoError",
    "VideoJob",
]


class AnthropicMessage(_Model):
    """A message of Anthropic's form."""

    role: str = "user"
    """The role of the speaker: `user` or `assistant`."""

    content: AnthropicContent
    """The content."""


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
    """Makes an image or a video in a chat. Images to start from go into the message, as
    addresses or data URLs.
    """

    _nested = {"messages": "ChatMessage"}

    messages: list[ChatMessage]
    """The messages."""

    model: str = "sora_image"
    """The model, with its parameters after dashes."""

    stream: bool = True
    """True to stream the answer, as the document shows it. Default: true."""


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
    """Makes a character from a stretch of a video that shows no real person."""

    url: str | None = None
    """The video: its address, or base64. This or `from_task`."""

    from_task: str | None = None
    """The finished job whose video it is. This or `url`."""

    timestamps: str | None = None
    """The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
    apart. Default: `0,3`.
    """


class CreateMessage(_Model):
    """Makes an image or a video in a chat of Anthropic's form. The mirror must have unlocked it
    for the license.
    """

    _nested = {"messages": "AnthropicMessage"}

    messages: list[AnthropicMessage]
    """The messages."""

    model: str = "sora_image"
    """The model, with its parameters after dashes."""

    max_tokens: int = 4096
    """The longest answer, in tokens. Anthropic's form requires it. Default: 4096."""

    stream: bool = True
    """True to stream the answer. Default: true."""


class CreateVideo(_Model):
    """Creates a video from a prompt, and images to start from.

    Sent as JSON, or as a form if there are images.
    """

    prompt: str
    """The text that describes the video."""

    model: str = "sora_video2"
    """The model, with its parameters after dashes."""

    input_reference: list[Any] | None = None
    """Images to start from."""

    size: str | None = None
    """`widthxheight`. Wider than high is landscape, higher than wide portrait; the numbers do
    not matter otherwise.
    """

    n: int | None = None
    """The number of variants to make, from 1 to 4. Default: 1."""

    watermark: bool | None = None
    """True to keep the watermark. Default: false. For your own works only."""

    duration: int | None = None
    """The length in seconds: 10, 15 or 25. Default: 10."""

    seconds: int | None = None
    """Another name for `duration`."""

    hd: bool | None = None
    """High definition: with `sora_video2-pro` alone, and not at 25 s. Default: false."""

    private: bool | None = None
    """True to keep the video unpublished; it cannot be remixed then. Default: false."""

    style: Style | None = None
    """The style; of `sora_video2` alone."""

    storyboard: bool | None = None
    """True if the prompt describes shots. Default: false."""

    character_url: str | None = None
    """A video to make a character from: its address, or base64. It must show no real person."""

    character_timestamps: str | None = None
    """The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
    apart. Default: `0,3`.
    """

    character_create: bool | None = None
    """True to make a character from the finished video. Default: false."""

    character_from_task: str | None = None
    """A finished job to make a character from."""


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


class EditImages(_Model):
    """Makes images from other images. It answers when they are done."""

    prompt: str
    """The text that describes the changes."""

    image: list[Any] | None = None
    """The images to start from, one at least."""

    model: str = "sora_image"
    """The model."""

    size: str | None = None
    """`widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3."""

    n: int | None = None
    """The number of variants to make, from 1 to 4. Default: 1."""


class GenerateContent(_Model):
    """Makes an image or a video in a chat of Google's form, under `/v1beta/models`. The mirror
    must have unlocked it for the license.
    """

    _nested = {"contents": "GoogleContent"}

    model: str = "sora_image"
    """The model, with its parameters after dashes."""

    contents: list[GoogleContent]
    """The messages."""

    method: GenerateMethod = "streamGenerateContent"
    """The method, which streams the answer or returns it at once. Default:
    `streamGenerateContent`.
    """


class GenerateImages(_Model):
    """Makes images from a prompt. It answers when they are done."""

    prompt: str
    """The text that describes the image."""

    model: str = "sora_image"
    """The model."""

    size: str | None = None
    """`widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3."""

    n: int | None = None
    """The number of variants to make, from 1 to 4. Default: 1."""


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


class GetContent(_Model):
    """Fetches a finished video's file."""

    video_id: str
    """The video's id."""


class GetVideo(_Model):
    """Reads the state of a video."""

    video_id: str
    """The video's id."""


class GoogleContent(_Model):
    """A message of Google's form."""

    role: str = "user"
    """The role of the speaker: `user` or `model`."""

    parts: list[dict[str, Any]]
    """The content: `{"text": …}`, or `{"inlineData": {"mimeType": …, "data": …}}`."""


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


class RemixVideo(_Model):
    """Makes a new version of a video, with a character from a video, from a job, or made from
    the result.

    A video that was made with `private` cannot be remixed.
    """

    video_id: str
    """The video's id."""

    prompt: str
    """The text that describes the new version."""

    model: str = "sora_video2"
    """The model, with its parameters after dashes."""

    size: str | None = None
    """`widthxheight`. Wider than high is landscape, higher than wide portrait; the numbers do
    not matter otherwise.
    """

    n: int | None = None
    """The number of variants to make, from 1 to 4. Default: 1."""

    watermark: bool | None = None
    """True to keep the watermark. Default: false. For your own works only."""

    duration: int | None = None
    """The length in seconds: 10, 15 or 25. Default: 10."""

    seconds: int | None = None
    """Another name for `duration`."""

    hd: bool | None = None
    """High definition: with `sora_video2-pro` alone, and not at 25 s. Default: false."""

    private: bool | None = None
    """True to keep the video unpublished; it cannot be remixed then. Default: false."""

    style: Style | None = None
    """The style; of `sora_video2` alone."""

    storyboard: bool | None = None
    """True if the prompt describes shots. Default: false."""

    character_url: str | None = None
    """A video to make a character from: its address, or base64. It must show no real person."""

    character_timestamps: str | None = None
    """The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
    apart. Default: `0,3`.
    """

    character_create: bool | None = None
    """True to make a character from the finished video. Default: false."""

    character_from_task: str | None = None
    """A finished job to make a character from."""


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


AnthropicContent = str | list[dict[str, Any]]
"""The content of a message."""


ChatContent = str | list[ChatPart]
"""The content of a message."""


GenerateMethod = Literal["streamGenerateContent", "generateContent"]
"""A method of Google's form, which streams the answer or returns it at once.

- `streamGenerateContent`: Piece by piece.
- `generateContent`: At once.
"""


Reasoning = str | ReasoningProgress
"""The progress of a generation, in whichever form the gateway writes it."""


Style = Literal["thanksgiving", "comic", "news", "selfie", "nostalgic", "anime"]
"""The styles of `docs/wire/mirror.md` §6."""
