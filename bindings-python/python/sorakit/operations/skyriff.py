"""The operations of the `skyriff` dialect.

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

from .._files import file as _file
from ..models import skyriff as _m

__all__ = ["Skyriff", "AsyncSkyriff"]


class SkyriffVideos:
    """The operations `skyriff.videos`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        prompt: str,
        model: str,
        input_reference: FileLike | None = None,
        image_url: str | None = None,
        size: str | None = None,
        seconds: _m.Seconds | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Creates a video from a prompt, from an image file, or from an image's address.

        Sent as a form if there is a file, else as JSON.

        `POST /v1/videos` (docs/wire/skyriff.md §1 to §3)

        Args:
            prompt: The text that describes the video.
            model: The model, whose name states the orientation and length of the video.
            input_reference: An image to start from, as a file. It must show no real person.
            image_url: An image to start from, by its address.
            size: The size, such as `1280x720`. Default: the model's.
            seconds: The length in seconds, such as `"4"`. Default: the model's.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "skyriff.videos.create",
            {
                "prompt": prompt,
                "model": model,
                "input_reference": _file(input_reference),
                "image_url": image_url,
                "size": size,
                "seconds": seconds,
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

        `GET /v1/videos/{video_id}` (docs/wire/skyriff.md §4)

        Args:
            video_id: The video's id.
        """
        return self._client._call(
            "skyriff.videos.get",
            {"video_id": video_id},
            _m.VideoJob.from_dict,
        )

    def content(
        self,
        *,
        video_id: str,
    ) -> _m.Content:
        """Fetches a finished video's file. It is slow; the address in the job is better. Some
        gateways answer an address here too.

        `GET /v1/videos/{video_id}/content` (docs/wire/skyriff.md §5)

        Args:
            video_id: The video's id.
        """
        return self._client._call(
            "skyriff.videos.content",
            {"video_id": video_id},
            _m.Content.from_dict,
        )

    def content_stream(
        self,
        *,
        video_id: str,
    ) -> Iterator[bytes]:
        """Fetches a finished video's file. It is slow; the address in the job is better. Some
        gateways answer an address here too. Its bytes come piece by piece.

        `GET /v1/videos/{video_id}/content` (docs/wire/skyriff.md §5)

        Args:
            video_id: The video's id.
        """
        return self._client._content("skyriff.videos.content", {"video_id": video_id})


class SkyriffChat:
    """The operations `skyriff.chat`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def completions(
        self,
        *,
        model: str,
        messages: Sequence[_m.ChatMessage | Mapping[str, Any]],
        stream: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ChatCompletion:
        """Makes a video in a chat. The document calls it a toy: an answer takes about 15
        minutes, and Pro models are not offered.

        `POST /v1/chat/completions` (docs/wire/skyriff.md §6)

        Args:
            model: The model.
            messages: The messages. An image to start from goes into the message.
            stream: True to stream the answer. Default: false.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "skyriff.chat.completions",
            {"model": model, "messages": messages, "stream": stream},
            _m.ChatCompletion.from_dict,
            extra,
        )

    def completions_stream(
        self,
        *,
        model: str,
        messages: Sequence[_m.ChatMessage | Mapping[str, Any]],
        stream: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Iterator[_m.ChatChunk]:
        """Makes a video in a chat. The document calls it a toy: an answer takes about 15
        minutes, and Pro models are not offered. The answer comes piece by piece.

        `POST /v1/chat/completions` (docs/wire/skyriff.md §6)

        Args:
            model: The model.
            messages: The messages. An image to start from goes into the message.
            stream: True to stream the answer. Default: false.
            extra: Further fields, sent as they are.
        """
        return self._client._events(
            "skyriff.chat.completions",
            {"model": model, "messages": messages, "stream": stream},
            _m.ChatChunk.from_dict,
            extra,
        )


class SkyriffDrafts:
    """The operations `skyriff.drafts`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def link(
        self,
        *,
        access_token: str,
    ) -> _m.LinkLookup:
        """Looks up the links of the newest draft of the account that an access token belongs
        to. The token goes to the gateway, so give it only to one that you trust with your
        account.

        `POST /v1/chat/completions` (docs/wire/skyriff.md §7)

        Args:
            access_token: The account's whole access token. Spaces around it are removed.
        """
        return self._client._call(
            "skyriff.drafts.link",
            {"access_token": access_token},
            _m.LinkLookup.from_dict,
        )


class SkyriffPosts:
    """The operations `skyriff.posts`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def link(
        self,
        *,
        url: str,
    ) -> _m.LinkLookup:
        """Looks up the links of a published work by its address.

        `POST /v1/chat/completions` (docs/wire/skyriff.md §8)

        Args:
            url: The work's whole address, such as `https://sora.chatgpt.com/p/s_…`. Spaces
                around it are removed.
        """
        return self._client._call("skyriff.posts.link", {"url": url}, _m.LinkLookup.from_dict)


class Skyriff:
    """The operations of the `skyriff` dialect."""

    def __init__(self, client: SyncCalls) -> None:
        self.videos = SkyriffVideos(client)
        """The group `skyriff.videos`."""
        self.chat = SkyriffChat(client)
        """The group `skyriff.chat`."""
        self.drafts = SkyriffDrafts(client)
        """The group `skyriff.drafts`."""
        self.posts = SkyriffPosts(client)
        """The group `skyriff.posts`."""


class AsyncSkyriffVideos:
    """The operations `skyriff.videos`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        prompt: str,
        model: str,
        input_reference: FileLike | None = None,
        image_url: str | None = None,
        size: str | None = None,
        seconds: _m.Seconds | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Creates a video from a prompt, from an image file, or from an image's address.

        Sent as a form if there is a file, else as JSON.

        `POST /v1/videos` (docs/wire/skyriff.md §1 to §3)

        Args:
            prompt: The text that describes the video.
            model: The model, whose name states the orientation and length of the video.
            input_reference: An image to start from, as a file. It must show no real person.
            image_url: An image to start from, by its address.
            size: The size, such as `1280x720`. Default: the model's.
            seconds: The length in seconds, such as `"4"`. Default: the model's.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "skyriff.videos.create",
            {
                "prompt": prompt,
                "model": model,
                "input_reference": _file(input_reference),
                "image_url": image_url,
                "size": size,
                "seconds": seconds,
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

        `GET /v1/videos/{video_id}` (docs/wire/skyriff.md §4)

        Args:
            video_id: The video's id.
        """
        return await self._client._call(
            "skyriff.videos.get",
            {"video_id": video_id},
            _m.VideoJob.from_dict,
        )

    async def content(
        self,
        *,
        video_id: str,
    ) -> _m.Content:
        """Fetches a finished video's file. It is slow; the address in the job is better. Some
        gateways answer an address here too.

        `GET /v1/videos/{video_id}/content` (docs/wire/skyriff.md §5)

        Args:
            video_id: The video's id.
        """
        return await self._client._call(
            "skyriff.videos.content",
            {"video_id": video_id},
            _m.Content.from_dict,
        )

    def content_stream(
        self,
        *,
        video_id: str,
    ) -> AsyncIterator[bytes]:
        """Fetches a finished video's file. It is slow; the address in the job is better. Some
        gateways answer an address here too. Its bytes come piece by piece.

        `GET /v1/videos/{video_id}/content` (docs/wire/skyriff.md §5)

        Args:
            video_id: The video's id.
        """
        return self._client._content("skyriff.videos.content", {"video_id": video_id})


class AsyncSkyriffChat:
    """The operations `skyriff.chat`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def completions(
        self,
        *,
        model: str,
        messages: Sequence[_m.ChatMessage | Mapping[str, Any]],
        stream: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ChatCompletion:
        """Makes a video in a chat. The document calls it a toy: an answer takes about 15
        minutes, and Pro models are not offered.

        `POST /v1/chat/completions` (docs/wire/skyriff.md §6)

        Args:
            model: The model.
            messages: The messages. An image to start from goes into the message.
            stream: True to stream the answer. Default: false.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "skyriff.chat.completions",
            {"model": model, "messages": messages, "stream": stream},
            _m.ChatCompletion.from_dict,
            extra,
        )

    def completions_stream(
        self,
        *,
        model: str,
        messages: Sequence[_m.ChatMessage | Mapping[str, Any]],
        stream: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncIterator[_m.ChatChunk]:
        """Makes a video in a chat. The document calls it a toy: an answer takes about 15
        minutes, and Pro models are not offered. The answer comes piece by piece.

        `POST /v1/chat/completions` (docs/wire/skyriff.md §6)

        Args:
            model: The model.
            messages: The messages. An image to start from goes into the message.
            stream: True to stream the answer. Default: false.
            extra: Further fields, sent as they are.
        """
        return self._client._events(
            "skyriff.chat.completions",
            {"model": model, "messages": messages, "stream": stream},
            _m.ChatChunk.from_dict,
            extra,
        )


class AsyncSkyriffDrafts:
    """The operations `skyriff.drafts`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def link(
        self,
        *,
        access_token: str,
    ) -> _m.LinkLookup:
        """Looks up the links of the newest draft of the account that an access token belongs
        to. The token goes to the gateway, so give it only to one that you trust with your
        account.

        `POST /v1/chat/completions` (docs/wire/skyriff.md §7)

        Args:
            access_token: The account's whole access token. Spaces around it are removed.
        """
        return await self._client._call(
            "skyriff.drafts.link",
            {"access_token": access_token},
            _m.LinkLookup.from_dict,
        )


class AsyncSkyriffPosts:
    """The operations `skyriff.posts`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def link(
        self,
        *,
        url: str,
    ) -> _m.LinkLookup:
        """Looks up the links of a published work by its address.

        `POST /v1/chat/completions` (docs/wire/skyriff.md §8)

        Args:
            url: The work's whole address, such as `https://sora.chatgpt.com/p/s_…`. Spaces
                around it are removed.
        """
        return await self._client._call("skyriff.posts.link", {"url": url}, _m.LinkLookup.from_dict)


class AsyncSkyriff:
    """The operations of the `skyriff` dialect."""

    def __init__(self, client: AsyncCalls) -> None:
        self.videos = AsyncSkyriffVideos(client)
        """The group `skyriff.videos`."""
        self.chat = AsyncSkyriffChat(client)
        """The group `skyriff.chat`."""
        self.drafts = AsyncSkyriffDrafts(client)
        """The group `skyriff.drafts`."""
        self.posts = AsyncSkyriffPosts(client)
        """The group `skyriff.posts`."""
