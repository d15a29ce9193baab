"""The operations of the `openai` dialect.

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
from ..models import openai as _m

__all__ = ["Openai", "AsyncOpenai"]


class OpenaiVideos:
    """The operations `openai.videos`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        prompt: str,
        model: str | None = None,
        seconds: _m.Seconds | None = None,
        size: str | None = None,
        input_reference: _m.InputReference | None = None,
        characters: Sequence[_m.CharacterReference | Mapping[str, Any]] | None = None,
        encoding: _m.Encoding | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Creates a video from a prompt, and an image to start from.

        OpenAI's own libraries always send a form, also without a file, and vLLM-Omni takes
        nothing else; Dynamo takes JSON alone; the others take both. Dynamo answers when the
        video is done, which can take minutes.

        `POST /v1/videos` (openai-python `videos.create`, docs/wire/openai.md §2)

        Args:
            prompt: The text that describes the video.
            model: The model; the server's own default when absent.
            seconds: The length in seconds: 4, 8, 12, 16 or 20 for OpenAI's models.
            size: The size: `720x1280`, `1280x720`, `1024x1792` or `1792x1024` for OpenAI's
                models.
            input_reference: The image that it starts from.
            characters: Characters that appear, at most two. The prompt has to name them
                too.
            encoding: The encoding of the request. Not a field of the API.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "openai.videos.create",
            {
                "prompt": prompt,
                "model": model,
                "seconds": seconds,
                "size": size,
                "input_reference": input_reference,
                "characters": characters,
                "encoding": encoding,
            },
            _m.VideoJob.from_dict,
            extra,
        )

    def create_sync(
        self,
        *,
        prompt: str,
        model: str | None = None,
        seconds: _m.Seconds | None = None,
        size: str | None = None,
        input_reference: FileLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Content:
        """Makes a video and answers with its bytes, as vLLM-Omni has it, for benchmarks and
        tests: there is no job that could be looked at, and the server gives up after 600 s,
        with 504.

        `POST /v1/videos/sync` (vLLM-Omni `entrypoints/openai/api_server.py`,
        docs/wire/openai.md §2.4)

        Args:
            prompt: The text that describes the video.
            model: The model; the one that the server runs when absent.
            seconds: The length in seconds.
            size: The size, such as `1280x720`.
            input_reference: An image to start from.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "openai.videos.create_sync",
            {
                "prompt": prompt,
                "model": model,
                "seconds": seconds,
                "size": size,
                "input_reference": _file(input_reference),
            },
            _m.Content.from_dict,
            extra,
        )

    def create_sync_stream(
        self,
        *,
        prompt: str,
        model: str | None = None,
        seconds: _m.Seconds | None = None,
        size: str | None = None,
        input_reference: FileLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Iterator[bytes]:
        """Makes a video and answers with its bytes, as vLLM-Omni has it, for benchmarks and
        tests: there is no job that could be looked at, and the server gives up after 600 s,
        with 504. Its bytes come piece by piece.

        `POST /v1/videos/sync` (vLLM-Omni `entrypoints/openai/api_server.py`,
        docs/wire/openai.md §2.4)

        Args:
            prompt: The text that describes the video.
            model: The model; the one that the server runs when absent.
            seconds: The length in seconds.
            size: The size, such as `1280x720`.
            input_reference: An image to start from.
            extra: Further fields, sent as they are.
        """
        return self._client._content(
            "openai.videos.create_sync",
            {
                "prompt": prompt,
                "model": model,
                "seconds": seconds,
                "size": size,
                "input_reference": _file(input_reference),
            },
            extra,
        )

    def generate(
        self,
        *,
        model: str,
        prompt: str,
        negative_prompt: str | None = None,
        start_image: str | None = None,
        end_image: str | None = None,
        audio: str | None = None,
        width: int | None = None,
        height: int | None = None,
        response_format: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Generates a video, as LocalAI has it. The answer comes when the video is done, which
        can take minutes, and states its address or holds its bytes.

        `POST /video` (LocalAI `core/http/endpoints/localai/video.go`, docs/wire/openai.md
        §2.4)

        Args:
            model: The model.
            prompt: The text that describes the video.
            negative_prompt: The text that describes what the video must not show.
            start_image: The first frame: an address, or base64 alone.
            end_image: The last frame: an address, or base64 alone.
            audio: The sound that it goes with: an address, or base64 alone.
            width: The width in pixels; the server's default is 512.
            height: The height in pixels; the server's default is 512.
            response_format: The form in which the video is returned: `url` or `b64_json`.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "openai.videos.generate",
            {
                "model": model,
                "prompt": prompt,
                "negative_prompt": negative_prompt,
                "start_image": start_image,
                "end_image": end_image,
                "audio": audio,
                "width": width,
                "height": height,
                "response_format": response_format,
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

        `GET /v1/videos/{video_id}` (openai-python `videos.retrieve`, docs/wire/openai.md §3)

        Args:
            video_id: The video's id.
        """
        return self._client._call(
            "openai.videos.get",
            {"video_id": video_id},
            _m.VideoJob.from_dict,
        )

    def list(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
        order: _m.Order | None = None,
    ) -> _m.VideoPage:
        """Lists the account's videos.

        `GET /v1/videos` (openai-python `videos.list`, docs/wire/openai.md §5.1)

        Args:
            after: The position to continue from: the id of the last video of the previous
                page.
            limit: The most videos to return, from 1 to 100; the server's default is 20.
            order: By time of creation; the newest first when absent.
        """
        return self._client._call(
            "openai.videos.list",
            {"after": after, "limit": limit, "order": order},
            _m.VideoPage.from_dict,
        )

    def delete(
        self,
        *,
        video_id: str,
    ) -> _m.Deleted:
        """Deletes a finished or failed video and its files.

        `DELETE /v1/videos/{video_id}` (openai-python `videos.delete`, docs/wire/openai.md
        §5.2)

        Args:
            video_id: The video's id.
        """
        return self._client._call(
            "openai.videos.delete",
            {"video_id": video_id},
            _m.Deleted.from_dict,
        )

    def content(
        self,
        *,
        video_id: str,
        variant: _m.Variant | None = None,
    ) -> _m.Content:
        """Fetches a finished video's file, or a picture of it.

        `GET /v1/videos/{video_id}/content` (openai-python `videos.download_content`,
        docs/wire/openai.md §4)

        Args:
            video_id: The video's id.
            variant: The file to fetch; the video when absent.
        """
        return self._client._call(
            "openai.videos.content",
            {"video_id": video_id, "variant": variant},
            _m.Content.from_dict,
        )

    def content_stream(
        self,
        *,
        video_id: str,
        variant: _m.Variant | None = None,
    ) -> Iterator[bytes]:
        """Fetches a finished video's file, or a picture of it. Its bytes come piece by piece.

        `GET /v1/videos/{video_id}/content` (openai-python `videos.download_content`,
        docs/wire/openai.md §4)

        Args:
            video_id: The video's id.
            variant: The file to fetch; the video when absent.
        """
        return self._client._content(
            "openai.videos.content",
            {"video_id": video_id, "variant": variant},
        )

    def remix(
        self,
        *,
        video_id: str,
        prompt: str,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Makes a new version of a finished video from a new prompt.

        `POST /v1/videos/{video_id}/remix` (openai-python `videos.remix`, docs/wire/openai.md
        §6.1)

        Args:
            video_id: The video's id.
            prompt: The text that describes the new version.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "openai.videos.remix",
            {"video_id": video_id, "prompt": prompt},
            _m.VideoJob.from_dict,
            extra,
        )

    def edit(
        self,
        *,
        prompt: str,
        video: _m.VideoSource,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Edits a video as the prompt says.

        `POST /v1/videos/edits` (openai-python `videos.edit`, docs/wire/openai.md §6.2)

        Args:
            prompt: The text that describes the changes.
            video: The video.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "openai.videos.edit",
            {"prompt": prompt, "video": video},
            _m.VideoJob.from_dict,
            extra,
        )

    def extend(
        self,
        *,
        prompt: str,
        seconds: _m.Seconds,
        video: _m.VideoSource,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Continues a video beyond its end. The result is the whole, old and new together.

        `POST /v1/videos/extensions` (openai-python `videos.extend`, docs/wire/openai.md
        §6.3)

        Args:
            prompt: The text that describes the continuation.
            seconds: The length of the new part in seconds: 4, 8, 12, 16 or 20 for OpenAI's
                models.
            video: The video.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "openai.videos.extend",
            {"prompt": prompt, "seconds": seconds, "video": video},
            _m.VideoJob.from_dict,
            extra,
        )


class OpenaiCharacters:
    """The operations `openai.characters`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        name: str,
        video: FileLike,
    ) -> _m.Character:
        """Makes a character from a short video, an MP4 of 2 to 4 s.

        `POST /v1/videos/characters` (openai-python `videos.create_character`)

        Args:
            name: The name that is shown, and that prompts refer to.
            video: The video that shows it.
        """
        return self._client._call(
            "openai.characters.create",
            {"name": name, "video": _file(video)},
            _m.Character.from_dict,
        )

    def get(
        self,
        *,
        character_id: str,
    ) -> _m.Character:
        """Reads a character.

        `GET /v1/videos/characters/{character_id}` (openai-python `videos.get_character`)

        Args:
            character_id: The character's id.
        """
        return self._client._call(
            "openai.characters.get",
            {"character_id": character_id},
            _m.Character.from_dict,
        )


class OpenaiModels:
    """The operations `openai.models`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def list(self) -> _m.ModelList:
        """Lists the models that the server has.

        `GET /v1/models` (openai-python `models.list`)
        """
        return self._client._call("openai.models.list", {}, _m.ModelList.from_dict)


class OpenaiImages:
    """The operations `openai.images`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def generate(
        self,
        *,
        prompt: str,
        model: str | None = None,
        n: int | None = None,
        size: str | None = None,
        response_format: _m.ImageFormat | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GeneratedImages:
        """Makes images from a prompt, as SGLang and vLLM-Omni have it. It answers when they are
        done.

        `POST /v1/images/generations` (SGLang `entrypoints/openai/image_api.py`,
        docs/wire/openai.md §2.5)

        Args:
            prompt: The text that describes the images.
            model: The model; the one that the server runs when absent.
            n: The number of images, from 1 to 10.
            size: The size, such as `1024x1024`.
            response_format: The form in which the images are returned. vLLM-Omni takes
                `b64_json` alone; SGLang takes `url` where it keeps its files.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "openai.images.generate",
            {
                "prompt": prompt,
                "model": model,
                "n": n,
                "size": size,
                "response_format": response_format,
            },
            _m.GeneratedImages.from_dict,
            extra,
        )

    def edit(
        self,
        *,
        prompt: str,
        image: Sequence[FileLike] | None = None,
        url: Sequence[str] | None = None,
        model: str | None = None,
        n: int | None = None,
        size: str | None = None,
        response_format: _m.ImageFormat | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GeneratedImages:
        """Makes images from others, as SGLang and vLLM-Omni have it. It answers when they are
        done.

        `POST /v1/images/edits` (SGLang `entrypoints/openai/image_api.py`,
        docs/wire/openai.md §2.5)

        Args:
            prompt: The text that describes the images to make of them.
            image: The images to start from, as files.
            url: The addresses of images to start from, which the server fetches; they come
                after the files.
            model: The model; the one that the server runs when absent.
            n: The number of images, from 1 to 10.
            size: The size, such as `1024x1024`.
            response_format: The form in which the images are returned. vLLM-Omni takes
                `b64_json` alone; SGLang takes `url` where it keeps its files.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "openai.images.edit",
            {
                "prompt": prompt,
                "image": _each(_file, image),
                "url": url,
                "model": model,
                "n": n,
                "size": size,
                "response_format": response_format,
            },
            _m.GeneratedImages.from_dict,
            extra,
        )


class Openai:
    """The operations of the `openai` dialect."""

    def __init__(self, client: SyncCalls) -> None:
        self.videos = OpenaiVideos(client)
        """The group `openai.videos`."""
        self.characters = OpenaiCharacters(client)
        """The group `openai.characters`."""
        self.models = OpenaiModels(client)
        """The group `openai.models`."""
        self.images = OpenaiImages(client)
        """The group `openai.images`."""


class AsyncOpenaiVideos:
    """The operations `openai.videos`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        prompt: str,
        model: str | None = None,
        seconds: _m.Seconds | None = None,
        size: str | None = None,
        input_reference: _m.InputReference | None = None,
        characters: Sequence[_m.CharacterReference | Mapping[str, Any]] | None = None,
        encoding: _m.Encoding | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Creates a video from a prompt, and an image to start from.

        OpenAI's own libraries always send a form, also without a file, and vLLM-Omni takes
        nothing else; Dynamo takes JSON alone; the others take both. Dynamo answers when the
        video is done, which can take minutes.

        `POST /v1/videos` (openai-python `videos.create`, docs/wire/openai.md §2)

        Args:
            prompt: The text that describes the video.
            model: The model; the server's own default when absent.
            seconds: The length in seconds: 4, 8, 12, 16 or 20 for OpenAI's models.
            size: The size: `720x1280`, `1280x720`, `1024x1792` or `1792x1024` for OpenAI's
                models.
            input_reference: The image that it starts from.
            characters: Characters that appear, at most two. The prompt has to name them
                too.
            encoding: The encoding of the request. Not a field of the API.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "openai.videos.create",
            {
                "prompt": prompt,
                "model": model,
                "seconds": seconds,
                "size": size,
                "input_reference": input_reference,
                "characters": characters,
                "encoding": encoding,
            },
            _m.VideoJob.from_dict,
            extra,
        )

    async def create_sync(
        self,
        *,
        prompt: str,
        model: str | None = None,
        seconds: _m.Seconds | None = None,
        size: str | None = None,
        input_reference: FileLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Content:
        """Makes a video and answers with its bytes, as vLLM-Omni has it, for benchmarks and
        tests: there is no job that could be looked at, and the server gives up after 600 s,
        with 504.

        `POST /v1/videos/sync` (vLLM-Omni `entrypoints/openai/api_server.py`,
        docs/wire/openai.md §2.4)

        Args:
            prompt: The text that describes the video.
            model: The model; the one that the server runs when absent.
            seconds: The length in seconds.
            size: The size, such as `1280x720`.
            input_reference: An image to start from.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "openai.videos.create_sync",
            {
                "prompt": prompt,
                "model": model,
                "seconds": seconds,
                "size": size,
                "input_reference": _file(input_reference),
            },
            _m.Content.from_dict,
            extra,
        )

    def create_sync_stream(
        self,
        *,
        prompt: str,
        model: str | None = None,
        seconds: _m.Seconds | None = None,
        size: str | None = None,
        input_reference: FileLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncIterator[bytes]:
        """Makes a video and answers with its bytes, as vLLM-Omni has it, for benchmarks and
        tests: there is no job that could be looked at, and the server gives up after 600 s,
        with 504. Its bytes come piece by piece.

        `POST /v1/videos/sync` (vLLM-Omni `entrypoints/openai/api_server.py`,
        docs/wire/openai.md §2.4)

        Args:
            prompt: The text that describes the video.
            model: The model; the one that the server runs when absent.
            seconds: The length in seconds.
            size: The size, such as `1280x720`.
            input_reference: An image to start from.
            extra: Further fields, sent as they are.
        """
        return self._client._content(
            "openai.videos.create_sync",
            {
                "prompt": prompt,
                "model": model,
                "seconds": seconds,
                "size": size,
                "input_reference": _file(input_reference),
            },
            extra,
        )

    async def generate(
        self,
        *,
        model: str,
        prompt: str,
        negative_prompt: str | None = None,
        start_image: str | None = None,
        end_image: str | None = None,
        audio: str | None = None,
        width: int | None = None,
        height: int | None = None,
        response_format: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Generates a video, as LocalAI has it. The answer comes when the video is done, which
        can take minutes, and states its address or holds its bytes.

        `POST /video` (LocalAI `core/http/endpoints/localai/video.go`, docs/wire/openai.md
        §2.4)

        Args:
            model: The model.
            prompt: The text that describes the video.
            negative_prompt: The text that describes what the video must not show.
            start_image: The first frame: an address, or base64 alone.
            end_image: The last frame: an address, or base64 alone.
            audio: The sound that it goes with: an address, or base64 alone.
            width: The width in pixels; the server's default is 512.
            height: The height in pixels; the server's default is 512.
            response_format: The form in which the video is returned: `url` or `b64_json`.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "openai.videos.generate",
            {
                "model": model,
                "prompt": prompt,
                "negative_prompt": negative_prompt,
                "start_image": start_image,
                "end_image": end_image,
                "audio": audio,
                "width": width,
                "height": height,
                "response_format": response_format,
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

        `GET /v1/videos/{video_id}` (openai-python `videos.retrieve`, docs/wire/openai.md §3)

        Args:
            video_id: The video's id.
        """
        return await self._client._call(
            "openai.videos.get",
            {"video_id": video_id},
            _m.VideoJob.from_dict,
        )

    async def list(
        self,
        *,
        after: str | None = None,
        limit: int | None = None,
        order: _m.Order | None = None,
    ) -> _m.VideoPage:
        """Lists the account's videos.

        `GET /v1/videos` (openai-python `videos.list`, docs/wire/openai.md §5.1)

        Args:
            after: The position to continue from: the id of the last video of the previous
                page.
            limit: The most videos to return, from 1 to 100; the server's default is 20.
            order: By time of creation; the newest first when absent.
        """
        return await self._client._call(
            "openai.videos.list",
            {"after": after, "limit": limit, "order": order},
            _m.VideoPage.from_dict,
        )

    async def delete(
        self,
        *,
        video_id: str,
    ) -> _m.Deleted:
        """Deletes a finished or failed video and its files.

        `DELETE /v1/videos/{video_id}` (openai-python `videos.delete`, docs/wire/openai.md
        §5.2)

        Args:
            video_id: The video's id.
        """
        return await self._client._call(
            "openai.videos.delete",
            {"video_id": video_id},
            _m.Deleted.from_dict,
        )

    async def content(
        self,
        *,
        video_id: str,
        variant: _m.Variant | None = None,
    ) -> _m.Content:
        """Fetches a finished video's file, or a picture of it.

        `GET /v1/videos/{video_id}/content` (openai-python `videos.download_content`,
        docs/wire/openai.md §4)

        Args:
            video_id: The video's id.
            variant: The file to fetch; the video when absent.
        """
        return await self._client._call(
            "openai.videos.content",
            {"video_id": video_id, "variant": variant},
            _m.Content.from_dict,
        )

    def content_stream(
        self,
        *,
        video_id: str,
        variant: _m.Variant | None = None,
    ) -> AsyncIterator[bytes]:
        """Fetches a finished video's file, or a picture of it. Its bytes come piece by piece.

        `GET /v1/videos/{video_id}/content` (openai-python `videos.download_content`,
        docs/wire/openai.md §4)

        Args:
            video_id: The video's id.
            variant: The file to fetch; the video when absent.
        """
        return self._client._content(
            "openai.videos.content",
            {"video_id": video_id, "variant": variant},
        )

    async def remix(
        self,
        *,
        video_id: str,
        prompt: str,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Makes a new version of a finished video from a new prompt.

        `POST /v1/videos/{video_id}/remix` (openai-python `videos.remix`, docs/wire/openai.md
        §6.1)

        Args:
            video_id: The video's id.
            prompt: The text that describes the new version.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "openai.videos.remix",
            {"video_id": video_id, "prompt": prompt},
            _m.VideoJob.from_dict,
            extra,
        )

    async def edit(
        self,
        *,
        prompt: str,
        video: _m.VideoSource,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Edits a video as the prompt says.

        `POST /v1/videos/edits` (openai-python `videos.edit`, docs/wire/openai.md §6.2)

        Args:
            prompt: The text that describes the changes.
            video: The video.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "openai.videos.edit",
            {"prompt": prompt, "video": video},
            _m.VideoJob.from_dict,
            extra,
        )

    async def extend(
        self,
        *,
        prompt: str,
        seconds: _m.Seconds,
        video: _m.VideoSource,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Continues a video beyond its end. The result is the whole, old and new together.

        `POST /v1/videos/extensions` (openai-python `videos.extend`, docs/wire/openai.md
        §6.3)

        Args:
            prompt: The text that describes the continuation.
            seconds: The length of the new part in seconds: 4, 8, 12, 16 or 20 for OpenAI's
                models.
            video: The video.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "openai.videos.extend",
            {"prompt": prompt, "seconds": seconds, "video": video},
            _m.VideoJob.from_dict,
            extra,
        )


class AsyncOpenaiCharacters:
    """The operations `openai.characters`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        name: str,
        video: FileLike,
    ) -> _m.Character:
        """Makes a character from a short video, an MP4 of 2 to 4 s.

        `POST /v1/videos/characters` (openai-python `videos.create_character`)

        Args:
            name: The name that is shown, and that prompts refer to.
            video: The video that shows it.
        """
        return await self._client._call(
            "openai.characters.create",
            {"name": name, "video": _file(video)},
            _m.Character.from_dict,
        )

    async def get(
        self,
        *,
        character_id: str,
    ) -> _m.Character:
        """Reads a character.

        `GET /v1/videos/characters/{character_id}` (openai-python `videos.get_character`)

        Args:
            character_id: The character's id.
        """
        return await self._client._call(
            "openai.characters.get",
            {"character_id": character_id},
            _m.Character.from_dict,
        )


class AsyncOpenaiModels:
    """The operations `openai.models`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def list(self) -> _m.ModelList:
        """Lists the models that the server has.

        `GET /v1/models` (openai-python `models.list`)
        """
        return await self._client._call("openai.models.list", {}, _m.ModelList.from_dict)


class AsyncOpenaiImages:
    """The operations `openai.images`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def generate(
        self,
        *,
        prompt: str,
        model: str | None = None,
        n: int | None = None,
        size: str | None = None,
        response_format: _m.ImageFormat | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GeneratedImages:
        """Makes images from a prompt, as SGLang and vLLM-Omni have it. It answers when they are
        done.

        `POST /v1/images/generations` (SGLang `entrypoints/openai/image_api.py`,
        docs/wire/openai.md §2.5)

        Args:
            prompt: The text that describes the images.
            model: The model; the one that the server runs when absent.
            n: The number of images, from 1 to 10.
            size: The size, such as `1024x1024`.
            response_format: The form in which the images are returned. vLLM-Omni takes
                `b64_json` alone; SGLang takes `url` where it keeps its files.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "openai.images.generate",
            {
                "prompt": prompt,
                "model": model,
                "n": n,
                "size": size,
                "response_format": response_format,
            },
            _m.GeneratedImages.from_dict,
            extra,
        )

    async def edit(
        self,
        *,
        prompt: str,
        image: Sequence[FileLike] | None = None,
        url: Sequence[str] | None = None,
        model: str | None = None,
        n: int | None = None,
        size: str | None = None,
        response_format: _m.ImageFormat | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GeneratedImages:
        """Makes images from others, as SGLang and vLLM-Omni have it. It answers when they are
        done.

        `POST /v1/images/edits` (SGLang `entrypoints/openai/image_api.py`,
        docs/wire/openai.md §2.5)

        Args:
            prompt: The text that describes the images to make of them.
            image: The images to start from, as files.
            url: The addresses of images to start from, which the server fetches; they come
                after the files.
            model: The model; the one that the server runs when absent.
            n: The number of images, from 1 to 10.
            size: The size, such as `1024x1024`.
            response_format: The form in which the images are returned. vLLM-Omni takes
                `b64_json` alone; SGLang takes `url` where it keeps its files.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "openai.images.edit",
            {
                "prompt": prompt,
                "image": _each(_file, image),
                "url": url,
                "model": model,
                "n": n,
                "size": size,
                "response_format": response_format,
            },
            _m.GeneratedImages.from_dict,
            extra,
        )


class AsyncOpenai:
    """The operations of the `openai` dialect."""

    def __init__(self, client: AsyncCalls) -> None:
        self.videos = AsyncOpenaiVideos(client)
        """The group `openai.videos`."""
        self.characters = AsyncOpenaiCharacters(client)
        """The group `openai.characters`."""
        self.models = AsyncOpenaiModels(client)
        """The group `openai.models`."""
        self.images = AsyncOpenaiImages(client)
        """The group `openai.images`."""
