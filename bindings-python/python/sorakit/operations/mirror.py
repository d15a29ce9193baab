"""The operations of the `mirror` dialect.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
    from typing import Any

    from .._async import AsyncCalls
    from .._files import FileLike
    from .._sync import SyncCalls

from .._files import each as _each, file as _file
from ..models import mirror as _m

__all__ = ["Mirror", "AsyncMirror"]


class MirrorChat:
    """The operations `mirror.chat`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def completions(
        self,
        *,
        messages: Sequence[_m.ChatMessage | Mapping[str, Any]],
        model: str | None = None,
        stream: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ChatCompletion:
        """Makes an image or a video in a chat. Images to start from go into the message, as
        addresses or data URLs.

        `POST /v1/chat/completions` (docs/wire/mirror.md §2)

        Args:
            messages: The messages.
            model: The model, with its parameters after dashes.
            stream: True to stream the answer, as the document shows it. Default: true.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "mirror.chat.completions",
            {"messages": messages, "model": model, "stream": stream},
            _m.ChatCompletion.from_dict,
            extra,
        )

    def completions_stream(
        self,
        *,
        messages: Sequence[_m.ChatMessage | Mapping[str, Any]],
        model: str | None = None,
        stream: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Iterator[_m.ChatChunk]:
        """Makes an image or a video in a chat. Images to start from go into the message, as
        addresses or data URLs. The answer comes piece by piece.

        `POST /v1/chat/completions` (docs/wire/mirror.md §2)

        Args:
            messages: The messages.
            model: The model, with its parameters after dashes.
            stream: True to stream the answer, as the document shows it. Default: true.
            extra: Further fields, sent as they are.
        """
        return self._client._events(
            "mirror.chat.completions",
            {"messages": messages, "model": model, "stream": stream},
            _m.ChatChunk.from_dict,
            extra,
        )


class MirrorMessages:
    """The operations `mirror.messages`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        messages: Sequence[_m.AnthropicMessage | Mapping[str, Any]],
        model: str | None = None,
        max_tokens: int | None = None,
        stream: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ChatCompletion:
        """Makes an image or a video in a chat of Anthropic's form. The mirror must have
        unlocked it for the license.

        `POST /v1/messages` (docs/wire/mirror.md §2.1)

        Args:
            messages: The messages.
            model: The model, with its parameters after dashes.
            max_tokens: The longest answer, in tokens. Anthropic's form requires it.
                Default: 4096.
            stream: True to stream the answer. Default: true.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "mirror.messages.create",
            {
                "messages": messages,
                "model": model,
                "max_tokens": max_tokens,
                "stream": stream,
            },
            _m.ChatCompletion.from_dict,
            extra,
        )

    def create_stream(
        self,
        *,
        messages: Sequence[_m.AnthropicMessage | Mapping[str, Any]],
        model: str | None = None,
        max_tokens: int | None = None,
        stream: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Iterator[_m.ChatChunk]:
        """Makes an image or a video in a chat of Anthropic's form. The mirror must have
        unlocked it for the license. The answer comes piece by piece.

        `POST /v1/messages` (docs/wire/mirror.md §2.1)

        Args:
            messages: The messages.
            model: The model, with its parameters after dashes.
            max_tokens: The longest answer, in tokens. Anthropic's form requires it.
                Default: 4096.
            stream: True to stream the answer. Default: true.
            extra: Further fields, sent as they are.
        """
        return self._client._events(
            "mirror.messages.create",
            {
                "messages": messages,
                "model": model,
                "max_tokens": max_tokens,
                "stream": stream,
            },
            _m.ChatChunk.from_dict,
            extra,
        )


class MirrorBetaModels:
    """The operations `mirror.beta_models`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def generate(
        self,
        *,
        contents: Sequence[_m.GoogleContent | Mapping[str, Any]],
        model: str | None = None,
        method: _m.GenerateMethod | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ChatCompletion:
        """Makes an image or a video in a chat of Google's form, under `/v1beta/models`. The
        mirror must have unlocked it for the license.

        `POST /v1beta/models/{model}:{method}` (docs/wire/mirror.md §2.2)

        Args:
            contents: The messages.
            model: The model, with its parameters after dashes.
            method: The method, which streams the answer or returns it at once. Default:
                `streamGenerateContent`.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "mirror.beta_models.generate",
            {"contents": contents, "model": model, "method": method},
            _m.ChatCompletion.from_dict,
            extra,
        )

    def generate_stream(
        self,
        *,
        contents: Sequence[_m.GoogleContent | Mapping[str, Any]],
        model: str | None = None,
        method: _m.GenerateMethod | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Iterator[_m.ChatChunk]:
        """Makes an image or a video in a chat of Google's form, under `/v1beta/models`. The
        mirror must have unlocked it for the license. The answer comes piece by piece.

        `POST /v1beta/models/{model}:{method}` (docs/wire/mirror.md §2.2)

        Args:
            contents: The messages.
            model: The model, with its parameters after dashes.
            method: The method, which streams the answer or returns it at once. Default:
                `streamGenerateContent`.
            extra: Further fields, sent as they are.
        """
        return self._client._events(
            "mirror.beta_models.generate",
            {"contents": contents, "model": model, "method": method},
            _m.ChatChunk.from_dict,
            extra,
        )


class MirrorImages:
    """The operations `mirror.images`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def generate(
        self,
        *,
        prompt: str,
        model: str | None = None,
        size: str | None = None,
        n: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GeneratedImages:
        """Makes images from a prompt. It answers when they are done.

        `POST /v1/images/generations` (docs/wire/mirror.md §3.1)

        Args:
            prompt: The text that describes the image.
            model: The model.
            size: `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3.
            n: The number of variants to make, from 1 to 4. Default: 1.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "mirror.images.generate",
            {"prompt": prompt, "model": model, "size": size, "n": n},
            _m.GeneratedImages.from_dict,
            extra,
        )

    def edit(
        self,
        *,
        prompt: str,
        image: Sequence[FileLike] | None = None,
        model: str | None = None,
        size: str | None = None,
        n: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GeneratedImages:
        """Makes images from other images. It answers when they are done.

        `POST /v1/images/edits` (docs/wire/mirror.md §3.2)

        Args:
            prompt: The text that describes the changes.
            image: The images to start from, one at least.
            model: The model.
            size: `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3.
            n: The number of variants to make, from 1 to 4. Default: 1.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "mirror.images.edit",
            {
                "prompt": prompt,
                "image": _each(_file, image),
                "model": model,
                "size": size,
                "n": n,
            },
            _m.GeneratedImages.from_dict,
            extra,
        )


class MirrorVideos:
    """The operations `mirror.videos`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        prompt: str,
        model: str | None = None,
        input_reference: Sequence[FileLike] | None = None,
        size: str | None = None,
        n: int | None = None,
        watermark: bool | None = None,
        duration: int | None = None,
        seconds: int | None = None,
        hd: bool | None = None,
        private: bool | None = None,
        style: _m.Style | None = None,
        storyboard: bool | None = None,
        character_url: str | None = None,
        character_timestamps: str | None = None,
        character_create: bool | None = None,
        character_from_task: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Creates a video from a prompt, and images to start from.

        Sent as JSON, or as a form if there are images.

        `POST /v1/videos` (docs/wire/mirror.md §4.1, §6)

        Args:
            prompt: The text that describes the video.
            model: The model, with its parameters after dashes.
            input_reference: Images to start from.
            size: `widthxheight`. Wider than high is landscape, higher than wide portrait;
                the numbers do not matter otherwise.
            n: The number of variants to make, from 1 to 4. Default: 1.
            watermark: True to keep the watermark. Default: false. For your own works only.
            duration: The length in seconds: 10, 15 or 25. Default: 10.
            seconds: Another name for `duration`.
            hd: High definition: with `sora_video2-pro` alone, and not at 25 s. Default:
                false.
            private: True to keep the video unpublished; it cannot be remixed then. Default:
                false.
            style: The style; of `sora_video2` alone.
            storyboard: True if the prompt describes shots. Default: false.
            character_url: A video to make a character from: its address, or base64. It must
                show no real person.
            character_timestamps: The start and end of the character's appearance,
                `start,end` in seconds, from 1 to 3 s apart. Default: `0,3`.
            character_create: True to make a character from the finished video. Default:
                false.
            character_from_task: A finished job to make a character from.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "mirror.videos.create",
            {
                "prompt": prompt,
                "model": model,
                "input_reference": _each(_file, input_reference),
                "size": size,
                "n": n,
                "watermark": watermark,
                "duration": duration,
                "seconds": seconds,
                "hd": hd,
                "private": private,
                "style": style,
                "storyboard": storyboard,
                "character_url": character_url,
                "character_timestamps": character_timestamps,
                "character_create": character_create,
                "character_from_task": character_from_task,
            },
            _m.VideoJob.from_dict,
            extra,
        )

    def get(
        self,
        *,
        video_id: str,
    ) -> _m.VideoJob:
        """Reads the state of a video.

        `GET /v1/videos/{video_id}` (docs/wire/mirror.md §4.2, §4.3)

        Args:
            video_id: The video's id.
        """
        return self._client._call(
            "mirror.videos.get",
            {"video_id": video_id},
            _m.VideoJob.from_dict,
        )

    def content(
        self,
        *,
        video_id: str,
    ) -> _m.Content:
        """Fetches a finished video's file.

        `GET /v1/videos/{video_id}/content` (docs/wire/mirror.md §4.2, §4.3)

        Args:
            video_id: The video's id.
        """
        return self._client._call(
            "mirror.videos.content",
            {"video_id": video_id},
            _m.Content.from_dict,
        )

    def content_stream(
        self,
        *,
        video_id: str,
    ) -> Iterator[bytes]:
        """Fetches a finished video's file. Its bytes come piece by piece.

        `GET /v1/videos/{video_id}/content` (docs/wire/mirror.md §4.2, §4.3)

        Args:
            video_id: The video's id.
        """
        return self._client._content("mirror.videos.content", {"video_id": video_id})

    def remix(
        self,
        *,
        video_id: str,
        prompt: str,
        model: str | None = None,
        size: str | None = None,
        n: int | None = None,
        watermark: bool | None = None,
        duration: int | None = None,
        seconds: int | None = None,
        hd: bool | None = None,
        private: bool | None = None,
        style: _m.Style | None = None,
        storyboard: bool | None = None,
        character_url: str | None = None,
        character_timestamps: str | None = None,
        character_create: bool | None = None,
        character_from_task: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Makes a new version of a video, with a character from a video, from a job, or made
        from the result.

        A video that was made with `private` cannot be remixed.

        `POST /v1/videos/{video_id}/remix` (docs/wire/mirror.md §4.4, §6)

        Args:
            video_id: The video's id.
            prompt: The text that describes the new version.
            model: The model, with its parameters after dashes.
            size: `widthxheight`. Wider than high is landscape, higher than wide portrait;
                the numbers do not matter otherwise.
            n: The number of variants to make, from 1 to 4. Default: 1.
            watermark: True to keep the watermark. Default: false. For your own works only.
            duration: The length in seconds: 10, 15 or 25. Default: 10.
            seconds: Another name for `duration`.
            hd: High definition: with `sora_video2-pro` alone, and not at 25 s. Default:
                false.
            private: True to keep the video unpublished; it cannot be remixed then. Default:
                false.
            style: The style; of `sora_video2` alone.
            storyboard: True if the prompt describes shots. Default: false.
            character_url: A video to make a character from: its address, or base64. It must
                show no real person.
            character_timestamps: The start and end of the character's appearance,
                `start,end` in seconds, from 1 to 3 s apart. Default: `0,3`.
            character_create: True to make a character from the finished video. Default:
                false.
            character_from_task: A finished job to make a character from.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "mirror.videos.remix",
            {
                "video_id": video_id,
                "prompt": prompt,
                "model": model,
                "size": size,
                "n": n,
                "watermark": watermark,
                "duration": duration,
                "seconds": seconds,
                "hd": hd,
                "private": private,
                "style": style,
                "storyboard": storyboard,
                "character_url": character_url,
                "character_timestamps": character_timestamps,
                "character_create": character_create,
                "character_from_task": character_from_task,
            },
            _m.VideoJob.from_dict,
            extra,
        )


class MirrorCharacters:
    """The operations `mirror.characters`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        url: str | None = None,
        from_task: str | None = None,
        timestamps: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.CreatedCharacter:
        """Makes a character from a stretch of a video that shows no real person.

        `POST /v1/characters` (docs/wire/mirror.md §5.1)

        Args:
            url: The video: its address, or base64. This or `from_task`.
            from_task: The finished job whose video it is. This or `url`.
            timestamps: The start and end of the character's appearance, `start,end` in
                seconds, from 1 to 3 s apart. Default: `0,3`.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "mirror.characters.create",
            {"url": url, "from_task": from_task, "timestamps": timestamps},
            _m.CreatedCharacter.from_dict,
            extra,
        )


class Mirror:
    """The operations of the `mirror` dialect."""

    def __init__(self, client: SyncCalls) -> None:
        self.chat = MirrorChat(client)
        """The group `mirror.chat`."""
        self.messages = MirrorMessages(client)
        """The group `mirror.messages`."""
        self.beta_models = MirrorBetaModels(client)
        """The group `mirror.beta_models`."""
        self.images = MirrorImages(client)
        """The group `mirror.images`."""
        self.videos = MirrorVideos(client)
        """The group `mirror.videos`."""
        self.characters = MirrorCharacters(client)
        """The group `mirror.characters`."""


class AsyncMirrorChat:
    """The operations `mirror.chat`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def completions(
        self,
        *,
        messages: Sequence[_m.ChatMessage | Mapping[str, Any]],
        model: str | None = None,
        stream: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ChatCompletion:
        """Makes an image or a video in a chat. Images to start from go into the message, as
        addresses or data URLs.

        `POST /v1/chat/completions` (docs/wire/mirror.md §2)

        Args:
            messages: The messages.
            model: The model, with its parameters after dashes.
            stream: True to stream the answer, as the document shows it. Default: true.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "mirror.chat.completions",
            {"messages": messages, "model": model, "stream": stream},
            _m.ChatCompletion.from_dict,
            extra,
        )

    def completions_stream(
        self,
        *,
        messages: Sequence[_m.ChatMessage | Mapping[str, Any]],
        model: str | None = None,
        stream: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncIterator[_m.ChatChunk]:
        """Makes an image or a video in a chat. Images to start from go into the message, as
        addresses or data URLs. The answer comes piece by piece.

        `POST /v1/chat/completions` (docs/wire/mirror.md §2)

        Args:
            messages: The messages.
            model: The model, with its parameters after dashes.
            stream: True to stream the answer, as the document shows it. Default: true.
            extra: Further fields, sent as they are.
        """
        return self._client._events(
            "mirror.chat.completions",
            {"messages": messages, "model": model, "stream": stream},
            _m.ChatChunk.from_dict,
            extra,
        )


class AsyncMirrorMessages:
    """The operations `mirror.messages`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        messages: Sequence[_m.AnthropicMessage | Mapping[str, Any]],
        model: str | None = None,
        max_tokens: int | None = None,
        stream: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ChatCompletion:
        """Makes an image or a video in a chat of Anthropic's form. The mirror must have
        unlocked it for the license.

        `POST /v1/messages` (docs/wire/mirror.md §2.1)

        Args:
            messages: The messages.
            model: The model, with its parameters after dashes.
            max_tokens: The longest answer, in tokens. Anthropic's form requires it.
                Default: 4096.
            stream: True to stream the answer. Default: true.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "mirror.messages.create",
            {
                "messages": messages,
                "model": model,
                "max_tokens": max_tokens,
                "stream": stream,
            },
            _m.ChatCompletion.from_dict,
            extra,
        )

    def create_stream(
        self,
        *,
        messages: Sequence[_m.AnthropicMessage | Mapping[str, Any]],
        model: str | None = None,
        max_tokens: int | None = None,
        stream: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncIterator[_m.ChatChunk]:
        """Makes an image or a video in a chat of Anthropic's form. The mirror must have
        unlocked it for the license. The answer comes piece by piece.

        `POST /v1/messages` (docs/wire/mirror.md §2.1)

        Args:
            messages: The messages.
            model: The model, with its parameters after dashes.
            max_tokens: The longest answer, in tokens. Anthropic's form requires it.
                Default: 4096.
            stream: True to stream the answer. Default: true.
            extra: Further fields, sent as they are.
        """
        return self._client._events(
            "mirror.messages.create",
            {
                "messages": messages,
                "model": model,
                "max_tokens": max_tokens,
                "stream": stream,
            },
            _m.ChatChunk.from_dict,
            extra,
        )


class AsyncMirrorBetaModels:
    """The operations `mirror.beta_models`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def generate(
        self,
        *,
        contents: Sequence[_m.GoogleContent | Mapping[str, Any]],
        model: str | None = None,
        method: _m.GenerateMethod | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ChatCompletion:
        """Makes an image or a video in a chat of Google's form, under `/v1beta/models`. The
        mirror must have unlocked it for the license.

        `POST /v1beta/models/{model}:{method}` (docs/wire/mirror.md §2.2)

        Args:
            contents: The messages.
            model: The model, with its parameters after dashes.
            method: The method, which streams the answer or returns it at once. Default:
                `streamGenerateContent`.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "mirror.beta_models.generate",
            {"contents": contents, "model": model, "method": method},
            _m.ChatCompletion.from_dict,
            extra,
        )

    def generate_stream(
        self,
        *,
        contents: Sequence[_m.GoogleContent | Mapping[str, Any]],
        model: str | None = None,
        method: _m.GenerateMethod | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncIterator[_m.ChatChunk]:
        """Makes an image or a video in a chat of Google's form, under `/v1beta/models`. The
        mirror must have unlocked it for the license. The answer comes piece by piece.

        `POST /v1beta/models/{model}:{method}` (docs/wire/mirror.md §2.2)

        Args:
            contents: The messages.
            model: The model, with its parameters after dashes.
            method: The method, which streams the answer or returns it at once. Default:
                `streamGenerateContent`.
            extra: Further fields, sent as they are.
        """
        return self._client._events(
            "mirror.beta_models.generate",
            {"contents": contents, "model": model, "method": method},
            _m.ChatChunk.from_dict,
            extra,
        )


class AsyncMirrorImages:
    """The operations `mirror.images`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def generate(
        self,
        *,
        prompt: str,
        model: str | None = None,
        size: str | None = None,
        n: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GeneratedImages:
        """Makes images from a prompt. It answers when they are done.

        `POST /v1/images/generations` (docs/wire/mirror.md §3.1)

        Args:
            prompt: The text that describes the image.
            model: The model.
            size: `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3.
            n: The number of variants to make, from 1 to 4. Default: 1.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "mirror.images.generate",
            {"prompt": prompt, "model": model, "size": size, "n": n},
            _m.GeneratedImages.from_dict,
            extra,
        )

    async def edit(
        self,
        *,
        prompt: str,
        image: Sequence[FileLike] | None = None,
        model: str | None = None,
        size: str | None = None,
        n: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GeneratedImages:
        """Makes images from other images. It answers when they are done.

        `POST /v1/images/edits` (docs/wire/mirror.md §3.2)

        Args:
            prompt: The text that describes the changes.
            image: The images to start from, one at least.
            model: The model.
            size: `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3.
            n: The number of variants to make, from 1 to 4. Default: 1.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "mirror.images.edit",
            {
                "prompt": prompt,
                "image": _each(_file, image),
                "model": model,
                "size": size,
                "n": n,
            },
            _m.GeneratedImages.from_dict,
            extra,
        )


class AsyncMirrorVideos:
    """The operations `mirror.videos`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        prompt: str,
        model: str | None = None,
        input_reference: Sequence[FileLike] | None = None,
        size: str | None = None,
        n: int | None = None,
        watermark: bool | None = None,
        duration: int | None = None,
        seconds: int | None = None,
        hd: bool | None = None,
        private: bool | None = None,
        style: _m.Style | None = None,
        storyboard: bool | None = None,
        character_url: str | None = None,
        character_timestamps: str | None = None,
        character_create: bool | None = None,
        character_from_task: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Creates a video from a prompt, and images to start from.

        Sent as JSON, or as a form if there are images.

        `POST /v1/videos` (docs/wire/mirror.md §4.1, §6)

        Args:
            prompt: The text that describes the video.
            model: The model, with its parameters after dashes.
            input_reference: Images to start from.
            size: `widthxheight`. Wider than high is landscape, higher than wide portrait;
                the numbers do not matter otherwise.
            n: The number of variants to make, from 1 to 4. Default: 1.
            watermark: True to keep the watermark. Default: false. For your own works only.
            duration: The length in seconds: 10, 15 or 25. Default: 10.
            seconds: Another name for `duration`.
            hd: High definition: with `sora_video2-pro` alone, and not at 25 s. Default:
                false.
            private: True to keep the video unpublished; it cannot be remixed then. Default:
                false.
            style: The style; of `sora_video2` alone.
            storyboard: True if the prompt describes shots. Default: false.
            character_url: A video to make a character from: its address, or base64. It must
                show no real person.
            character_timestamps: The start and end of the character's appearance,
                `start,end` in seconds, from 1 to 3 s apart. Default: `0,3`.
            character_create: True to make a character from the finished video. Default:
                false.
            character_from_task: A finished job to make a character from.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "mirror.videos.create",
            {
                "prompt": prompt,
                "model": model,
                "input_reference": _each(_file, input_reference),
                "size": size,
                "n": n,
                "watermark": watermark,
                "duration": duration,
                "seconds": seconds,
                "hd": hd,
                "private": private,
                "style": style,
                "storyboard": storyboard,
                "character_url": character_url,
                "character_timestamps": character_timestamps,
                "character_create": character_create,
                "character_from_task": character_from_task,
            },
            _m.VideoJob.from_dict,
            extra,
        )

    async def get(
        self,
        *,
        video_id: str,
    ) -> _m.VideoJob:
        """Reads the state of a video.

        `GET /v1/videos/{video_id}` (docs/wire/mirror.md §4.2, §4.3)

        Args:
            video_id: The video's id.
        """
        return await self._client._call(
            "mirror.videos.get",
            {"video_id": video_id},
            _m.VideoJob.from_dict,
        )

    async def content(
        self,
        *,
        video_id: str,
    ) -> _m.Content:
        """Fetches a finished video's file.

        `GET /v1/videos/{video_id}/content` (docs/wire/mirror.md §4.2, §4.3)

        Args:
            video_id: The video's id.
        """
        return await self._client._call(
            "mirror.videos.content",
            {"video_id": video_id},
            _m.Content.from_dict,
        )

    def content_stream(
        self,
        *,
        video_id: str,
    ) -> AsyncIterator[bytes]:
        """Fetches a finished video's file. Its bytes come piece by piece.

        `GET /v1/videos/{video_id}/content` (docs/wire/mirror.md §4.2, §4.3)

        Args:
            video_id: The video's id.
        """
        return self._client._content("mirror.videos.content", {"video_id": video_id})

    async def remix(
        self,
        *,
        video_id: str,
        prompt: str,
        model: str | None = None,
        size: str | None = None,
        n: int | None = None,
        watermark: bool | None = None,
        duration: int | None = None,
        seconds: int | None = None,
        hd: bool | None = None,
        private: bool | None = None,
        style: _m.Style | None = None,
        storyboard: bool | None = None,
        character_url: str | None = None,
        character_timestamps: str | None = None,
        character_create: bool | None = None,
        character_from_task: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Makes a new version of a video, with a character from a video, from a job, or made
        from the result.

        A video that was made with `private` cannot be remixed.

        `POST /v1/videos/{video_id}/remix` (docs/wire/mirror.md §4.4, §6)

        Args:
            video_id: The video's id.
            prompt: The text that describes the new version.
            model: The model, with its parameters after dashes.
            size: `widthxheight`. Wider than high is landscape, higher than wide portrait;
                the numbers do not matter otherwise.
            n: The number of variants to make, from 1 to 4. Default: 1.
            watermark: True to keep the watermark. Default: false. For your own works only.
            duration: The length in seconds: 10, 15 or 25. Default: 10.
            seconds: Another name for `duration`.
            hd: High definition: with `sora_video2-pro` alone, and not at 25 s. Default:
                false.
            private: True to keep the video unpublished; it cannot be remixed then. Default:
                false.
            style: The style; of `sora_video2` alone.
            storyboard: True if the prompt describes shots. Default: false.
            character_url: A video to make a character from: its address, or base64. It must
                show no real person.
            character_timestamps: The start and end of the character's appearance,
                `start,end` in seconds, from 1 to 3 s apart. Default: `0,3`.
            character_create: True to make a character from the finished video. Default:
                false.
            character_from_task: A finished job to make a character from.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "mirror.videos.remix",
            {
                "video_id": video_id,
                "prompt": prompt,
                "model": model,
                "size": size,
                "n": n,
                "watermark": watermark,
                "duration": duration,
                "seconds": seconds,
                "hd": hd,
                "private": private,
                "style": style,
                "storyboard": storyboard,
                "character_url": character_url,
                "character_timestamps": character_timestamps,
                "character_create": character_create,
                "character_from_task": character_from_task,
            },
            _m.VideoJob.from_dict,
            extra,
        )


class AsyncMirrorCharacters:
    """The operations `mirror.characters`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        url: str | None = None,
        from_task: str | None = None,
        timestamps: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.CreatedCharacter:
        """Makes a character from a stretch of a video that shows no real person.

        `POST /v1/characters` (docs/wire/mirror.md §5.1)

        Args:
            url: The video: its address, or base64. This or `from_task`.
            from_task: The finished job whose video it is. This or `url`.
            timestamps: The start and end of the character's appearance, `start,end` in
                seconds, from 1 to 3 s apart. Default: `0,3`.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "mirror.characters.create",
            {"url": url, "from_task": from_task, "timestamps": timestamps},
            _m.CreatedCharacter.from_dict,
            extra,
        )


class AsyncMirror:
    """The operations of the `mirror` dialect."""

    def __init__(self, client: AsyncCalls) -> None:
        self.chat = AsyncMirrorChat(client)
        """The group `mirror.chat`."""
        self.messages = AsyncMirrorMessages(client)
        """The group `mirror.messages`."""
        self.beta_models = AsyncMirrorBetaModels(client)
        """The group `mirror.beta_models`."""
        self.images = AsyncMirrorImages(client)
        """The group `mirror.images`."""
        self.videos = AsyncMirrorVideos(client)
        """The group `mirror.videos`."""
        self.characters = AsyncMirrorCharacters(client)
        """The group `mirror.characters`."""
