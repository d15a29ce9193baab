"""The operations of the `relay` dialect.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from .._async import AsyncCalls
    from .._files import FileLike
    from .._sync import SyncCalls

from .._files import file as _file
from ..models import relay as _m

__all__ = ["Relay", "AsyncRelay"]


class RelayVideos:
    """The operations `relay.videos`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(
        self,
        *,
        task_id: str,
    ) -> _m.VideoJob:
        """Reads the state of a video.

        `GET /v2/videos/generations/{task_id}` (docs/wire/relay.md §1)

        Args:
            task_id: The task's id.
        """
        return self._client._call("relay.videos.get", {"task_id": task_id}, _m.VideoJob.from_dict)

    def create(
        self,
        *,
        prompt: str,
        model: str | None = None,
        images: Sequence[str] | None = None,
        aspect_ratio: _m.AspectRatio | None = None,
        duration: int | None = None,
        hd: bool | None = None,
        watermark: bool | None = None,
        private: bool | None = None,
        notify_hook: str | None = None,
        character_url: str | None = None,
        character_timestamps: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Creates a video from a prompt, and images to start from.

        `POST /v2/videos/generations` (docs/wire/relay.md §2)

        Args:
            prompt: The text that describes the video.
            model: The model.
            images: Images to start from: addresses, or data URLs. They must show no real
                person.
            aspect_ratio: Landscape or portrait. Default: `16:9`.
            duration: The length in seconds: 10, 15 or 25. Default: 10.
            hd: High definition: of `sora-2-pro` alone, and not at 25 s. Default: false.
            watermark: True for a video with a watermark, false for one without. For your
                own works only.
            private: True to keep the video unpublished.
            notify_hook: The address that the relay calls when the video is done.
            character_url: A video to make a character from, by its address.
            character_timestamps: The start and end of the character's appearance,
                `start,end` in seconds, from 1 to 3 s apart.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "relay.videos.create",
            {
                "prompt": prompt,
                "model": model,
                "images": images,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "hd": hd,
                "watermark": watermark,
                "private": private,
                "notify_hook": notify_hook,
                "character_url": character_url,
                "character_timestamps": character_timestamps,
            },
            _m.VideoJob.from_dict,
            extra,
        )

    def remix(
        self,
        *,
        task_id: str,
        prompt: str,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Makes a new version of a finished video from a new prompt.

        `POST /v1/videos/{task_id}/remix` (docs/wire/relay.md §3)

        Args:
            task_id: The task's id.
            prompt: The text that describes the new version.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "relay.videos.remix",
            {"task_id": task_id, "prompt": prompt},
            _m.VideoJob.from_dict,
            extra,
        )


class RelayQuota:
    """The operations `relay.quota`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(self) -> _m.Quota:
        """Reads how much of the key's quota is used and left.

        `GET /v1/token/quota` (docs/wire/relay.md §4)
        """
        return self._client._call("relay.quota.get", {}, _m.Quota.from_dict)


class RelayCharacters:
    """The operations `relay.characters`."""

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

        `POST /sora/v1/characters` (docs/wire/relay.md §5)

        Args:
            url: The video's address. This or `from_task`.
            from_task: The finished task whose video it is. This or `url`.
            timestamps: The start and end of the character's appearance, `start,end` in
                seconds. Servers take 1 to 3 s.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "relay.characters.create",
            {"url": url, "from_task": from_task, "timestamps": timestamps},
            _m.CreatedCharacter.from_dict,
            extra,
        )


class RelayFiles:
    """The operations `relay.files`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def upload(
        self,
        *,
        file: FileLike,
    ) -> _m.UploadedFile:
        """Uploads a file, and returns the address under which a creation can name it. The relay
        decides how long it keeps the file.

        `POST /v1/files` (docs/wire/relay.md §6)

        Args:
            file: The file.
        """
        return self._client._call(
            "relay.files.upload",
            {"file": _file(file)},
            _m.UploadedFile.from_dict,
        )


class Relay:
    """The operations of the `relay` dialect."""

    def __init__(self, client: SyncCalls) -> None:
        self.videos = RelayVideos(client)
        """The group `relay.videos`."""
        self.quota = RelayQuota(client)
        """The group `relay.quota`."""
        self.characters = RelayCharacters(client)
        """The group `relay.characters`."""
        self.files = RelayFiles(client)
        """The group `relay.files`."""


class AsyncRelayVideos:
    """The operations `relay.videos`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(
        self,
        *,
        task_id: str,
    ) -> _m.VideoJob:
        """Reads the state of a video.

        `GET /v2/videos/generations/{task_id}` (docs/wire/relay.md §1)

        Args:
            task_id: The task's id.
        """
        return await self._client._call(
            "relay.videos.get",
            {"task_id": task_id},
            _m.VideoJob.from_dict,
        )

    async def create(
        self,
        *,
        prompt: str,
        model: str | None = None,
        images: Sequence[str] | None = None,
        aspect_ratio: _m.AspectRatio | None = None,
        duration: int | None = None,
        hd: bool | None = None,
        watermark: bool | None = None,
        private: bool | None = None,
        notify_hook: str | None = None,
        character_url: str | None = None,
        character_timestamps: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Creates a video from a prompt, and images to start from.

        `POST /v2/videos/generations` (docs/wire/relay.md §2)

        Args:
            prompt: The text that describes the video.
            model: The model.
            images: Images to start from: addresses, or data URLs. They must show no real
                person.
            aspect_ratio: Landscape or portrait. Default: `16:9`.
            duration: The length in seconds: 10, 15 or 25. Default: 10.
            hd: High definition: of `sora-2-pro` alone, and not at 25 s. Default: false.
            watermark: True for a video with a watermark, false for one without. For your
                own works only.
            private: True to keep the video unpublished.
            notify_hook: The address that the relay calls when the video is done.
            character_url: A video to make a character from, by its address.
            character_timestamps: The start and end of the character's appearance,
                `start,end` in seconds, from 1 to 3 s apart.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "relay.videos.create",
            {
                "prompt": prompt,
                "model": model,
                "images": images,
                "aspect_ratio": aspect_ratio,
                "duration": duration,
                "hd": hd,
                "watermark": watermark,
                "private": private,
                "notify_hook": notify_hook,
                "character_url": character_url,
                "character_timestamps": character_timestamps,
            },
            _m.VideoJob.from_dict,
            extra,
        )

    async def remix(
        self,
        *,
        task_id: str,
        prompt: str,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Makes a new version of a finished video from a new prompt.

        `POST /v1/videos/{task_id}/remix` (docs/wire/relay.md §3)

        Args:
            task_id: The task's id.
            prompt: The text that describes the new version.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "relay.videos.remix",
            {"task_id": task_id, "prompt": prompt},
            _m.VideoJob.from_dict,
            extra,
        )


class AsyncRelayQuota:
    """The operations `relay.quota`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(self) -> _m.Quota:
        """Reads how much of the key's quota is used and left.

        `GET /v1/token/quota` (docs/wire/relay.md §4)
        """
        return await self._client._call("relay.quota.get", {}, _m.Quota.from_dict)


class AsyncRelayCharacters:
    """The operations `relay.characters`."""

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

        `POST /sora/v1/characters` (docs/wire/relay.md §5)

        Args:
            url: The video's address. This or `from_task`.
            from_task: The finished task whose video it is. This or `url`.
            timestamps: The start and end of the character's appearance, `start,end` in
                seconds. Servers take 1 to 3 s.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "relay.characters.create",
            {"url": url, "from_task": from_task, "timestamps": timestamps},
            _m.CreatedCharacter.from_dict,
            extra,
        )


class AsyncRelayFiles:
    """The operations `relay.files`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def upload(
        self,
        *,
        file: FileLike,
    ) -> _m.UploadedFile:
        """Uploads a file, and returns the address under which a creation can name it. The relay
        decides how long it keeps the file.

        `POST /v1/files` (docs/wire/relay.md §6)

        Args:
            file: The file.
        """
        return await self._client._call(
            "relay.files.upload",
            {"file": _file(file)},
            _m.UploadedFile.from_dict,
        )


class AsyncRelay:
    """The operations of the `relay` dialect."""

    def __init__(self, client: AsyncCalls) -> None:
        self.videos = AsyncRelayVideos(client)
        """The group `relay.videos`."""
        self.quota = AsyncRelayQuota(client)
        """The group `relay.quota`."""
        self.characters = AsyncRelayCharacters(client)
        """The group `relay.characters`."""
        self.files = AsyncRelayFiles(client)
        """The group `relay.files`."""
