"""The clients."""

from __future__ import annotations

from ._names import named as _named
from ._surface import AsyncSurface, Surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

    from ._file_stream import AsyncFileStream, FileStream
    from ._jobs import Download, Path, Transfer
    from ._progress import Progress

__all__ = ["AsyncClient", "Client"]


@_named("Client")
class Client(Surface):
    """One account on one server, with calls that block.

    `client.videos`, `client.images` and the others work the same on every server;
    `client.<dialect>` has each operation of a dialect as it is. A client can be used from
    several threads, and after a fork.

        client = sorakit.Client(dialect="openai", base_url="http://127.0.0.1:8000", api_key="key")
        video = client.videos.generate("a cat in the snow")
        video.download("cat.mp4")
    """

    def download(
        self,
        url: str,
        path: Path,
        *,
        on_progress: Callable[[Transfer], object] | None = None,
        progress: Progress = "auto",
    ) -> Download:
        """Downloads the picture or video at an address, such as a thumbnail's or one that stood in
        a chat's answer, as `client.videos.download` does a job's video. The credential goes along
        on the API's own origin alone.

        Args:
            url: The address. It may be relative to the base URL, or a data URL.
            path: Where the file goes. The folder has to exist.
            on_progress: Called with how many bytes are there, about ten times a second.
            progress: Whether a progress bar is shown.
        """
        return self._download(url, path, on_progress, progress)

    def stream(self, url: str, *, start: int = 0, end: int | None = None) -> FileStream:
        """The bytes of the picture or video at an address, piece by piece, or a range of them;
        see `client.videos.stream`.
        """
        return self._chunks(url, start, end)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Waits, for ten seconds at most, for a token that is being renewed to be stored.

        Connections are closed when they are idle. The interpreter does the same when it exits.
        """
        self._native.close()


@_named("AsyncClient")
class AsyncClient(AsyncSurface):
    """One account on one server, for asyncio: the same calls as `Client`, to be awaited.

        client = sorakit.AsyncClient(dialect="openai", base_url="http://127.0.0.1:8000", api_key="key")
        videos = await asyncio.gather(*(client.videos.generate(prompt) for prompt in prompts))

    A client can be used from several event loops. Jobs that are waited for at the same time
    share one poll, where the server has a list.
    """

    async def download(
        self,
        url: str,
        path: Path,
        *,
        on_progress: Callable[[Transfer], object] | None = None,
        progress: Progress = "auto",
    ) -> Download:
        """Downloads the picture or video at an address, such as a thumbnail's or one that stood in
        a chat's answer, as `client.videos.download` does a job's video. The credential goes along
        on the API's own origin alone.

        Args:
            url: The address. It may be relative to the base URL, or a data URL.
            path: Where the file goes. The folder has to exist.
            on_progress: Called with how many bytes are there, about ten times a second.
            progress: Whether a progress bar is shown.
        """
        return await self._download(url, path, on_progress, progress)

    def stream(self, url: str, *, start: int = 0, end: int | None = None) -> AsyncFileStream:
        """The bytes of the picture or video at an address, piece by piece, or a range of them;
        see `client.videos.stream`.
        """
        return self._chunks(url, start, end)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Waits, for ten seconds at most, for a token that is being renewed to be stored.

        Connections are closed when they are idle. The interpreter does the same when it exits.
        """
        await self._settle()
