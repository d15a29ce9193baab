"""Jobs that know their client, and what they make."""

from __future__ import annotations

from ._given import numbered
from ._model import Model
from ._names import named as _named
from .models import shared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping
    from os import PathLike
    from typing import Any, TypeAlias

    from typing_extensions import Self

    from ._async import AsyncCalls
    from ._file_stream import AsyncFileStream, FileStream
    from ._progress import Progress
    from ._sync import SyncCalls

    Path: TypeAlias = "str | bytes | PathLike[str] | PathLike[bytes]"
    """Where a file goes: a path of any bytes, as the system has them."""

__all__ = [
    "AsyncImage",
    "AsyncJob",
    "AsyncJobPage",
    "AsyncVideo",
    "Download",
    "Image",
    "Job",
    "JobPage",
    "Transfer",
    "Video",
]


class Transfer(Model):
    """How far a transfer is."""

    done: int
    """Bytes so far, with those of an earlier attempt."""

    total: int | None = None
    """Bytes in all, when the server says it."""


class Download(Model):
    """A file that was downloaded."""

    path: str
    """Where it is."""

    bytes: int
    """Its length in bytes."""

    media_type: str
    """What it is, by its content: a MIME type."""

    width: int | None = None
    """Width in pixels, as the file itself says."""

    height: int | None = None
    """Height in pixels, as the file itself says."""

    duration: float | None = None
    """Length in seconds, as the file itself says."""


class _Bound(shared.Job):
    """What jobs of both kinds of client have in common."""

    def __init_subclass__(cls) -> None:
        """`help()` shows what the fields hold, which are those of every job."""
        super().__init_subclass__()
        about, mark, fields = (shared.Job.__doc__ or "").partition("Attributes:")
        if cls.__doc__ and mark:
            indent = about.rpartition("\n")[2]
            cls.__doc__ = f"{cls.__doc__}\n\n{indent}{mark}{fields}"

    @property
    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return self.status in ("succeeded", "failed", "cancelled")

    @property
    def url(self) -> str | None:
        """Where its video, or its first image, is."""
        link = self._link()
        return link.url if link is not None and link.url else None

    def _link(self) -> shared.MediaLink | None:
        if self.video is not None:
            return self.video
        return self.images[0] if self.images else None


@_named("job")
class Job(_Bound):
    """A generation in progress or ended. It can be resumed in another process by its `id`."""

    __slots__ = ("_client",)
    _client: SyncCalls

    @classmethod
    def bound(cls, fields: Mapping[str, Any], client: SyncCalls) -> Self:
        """A job that knows its client."""
        job = cls.from_dict(fields)
        job._client = client
        return job

    def wait(
        self,
        *,
        timeout: float | None = None,
        on_progress: Callable[[Job], object] | None = None,
        progress: Progress = "auto",
    ) -> Video | Image:
        """Waits until the job has succeeded; see `client.videos.wait`."""
        client = _client(self)
        wait = client._wait_image if self.kind == "image" else client._wait_video
        return wait(self, timeout, on_progress, progress)

    def updates(self) -> Iterator[Job]:
        """The job as each poll sees it, until it has ended, well or not."""
        return _client(self)._updates(self)

    def refresh(self) -> Job:
        """The job as it stands now."""
        return _client(self)._call(f"{self.kind}s.get", {"id": self.id}, _client(self)._job)


@_named("video")
class Video(Job):
    """A finished video. In a notebook it plays."""

    __slots__ = ("_path",)
    _path: str

    def download(
        self,
        path: Path,
        *,
        index: int = 0,
        on_progress: Callable[[Transfer], object] | None = None,
        progress: Progress = "auto",
    ) -> Download:
        """Downloads the video; see `client.videos.download`."""
        download = _client(self)._download(self.to_dict(), path, on_progress, progress, index)
        self._path = download.path
        return download

    def download_all(
        self,
        path: Path,
        *,
        on_progress: Callable[[Transfer], object] | None = None,
        progress: Progress = "auto",
    ) -> list[Download]:
        """Downloads all videos of the job; see `client.videos.download_all`."""
        places = numbered("videos.download", path, len(self.videos))
        return [
            self.download(place, index=index, on_progress=on_progress, progress=progress)
            for index, place in enumerate(places)
        ]

    def stream(
        self, *, start: int = 0, end: int | None = None, index: int = 0
    ) -> FileStream:
        """The bytes of the video, piece by piece, or a range of them; see
        `client.videos.stream`.
        """
        return _client(self)._chunks(self.to_dict(), start, end, index)

    def read(self, index: int = 0) -> bytes:
        """The bytes of the video, all of them in memory.

        Args:
            index: Which of several, from 0.
        """
        return b"".join(self.stream(index=index))

    def _repr_html_(self) -> str:
        from ._notebook import video_html

        return video_html(self, getattr(self, "_path", None))

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": repr(self)}


@_named("image")
class Image(Job):
    """Finished images. In a notebook the first is shown."""

    __slots__ = ()

    def read(self, index: int = 0) -> bytes:
        """The bytes of an image.

        Args:
            index: Which one, from 0.
        """
        return b"".join(_client(self)._chunks(self.to_dict(), index=index))

    def download(self, path: Path, index: int = 0) -> Download:
        """Downloads an image to `path`, as videos are: gone on with, checked, and there when whole.

        Args:
            path: Where the image goes. The folder has to exist.
            index: Which one, from 0.
        """
        return _client(self)._download(self.to_dict(), path, None, False, index)

    def _repr_png_(self) -> bytes | None:
        data = self.read()
        return data if data.startswith(b"\x89PNG") else None

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        from ._notebook import image_bundle

        return image_bundle(self.read(), repr(self))


class JobPage(Model):
    """A page of the account's jobs."""

    items: list[Job]
    """What is on it."""

    next: str | None = None
    """Where the next page begins: the `cursor` of the next call; absent on the last."""

    @classmethod
    def bound(cls, fields: Mapping[str, Any], client: SyncCalls) -> Self:
        """A page whose jobs know their client."""
        return cls(items=[job(item, client) for item in fields["items"]], next=fields.get("next"))


@_named("job")
class AsyncJob(_Bound):
    """A generation in progress or ended. It can be resumed in another process by its `id`."""

    __slots__ = ("_client",)
    _client: AsyncCalls

    @classmethod
    def bound(cls, fields: Mapping[str, Any], client: AsyncCalls) -> Self:
        """A job that knows its client."""
        job = cls.from_dict(fields)
        job._client = client
        return job

    async def wait(
        self,
        *,
        timeout: float | None = None,
        on_progress: Callable[[AsyncJob], object] | None = None,
        progress: Progress = "auto",
    ) -> AsyncVideo | AsyncImage:
        """Waits until the job has succeeded; see `client.videos.wait`."""
        client = _async_client(self)
        wait = client._wait_image if self.kind == "image" else client._wait_video
        return await wait(self, timeout, on_progress, progress)

    def updates(self) -> AsyncIterator[AsyncJob]:
        """The job as each poll sees it, until it has ended, well or not."""
        return _async_client(self)._updates(self)

    async def refresh(self) -> AsyncJob:
        """The job as it stands now."""
        client = _async_client(self)
        return await client._call(f"{self.kind}s.get", {"id": self.id}, client._job)


@_named("video")
class AsyncVideo(AsyncJob):
    """A finished video. In a notebook it plays."""

    __slots__ = ("_path",)
    _path: str

    async def download(
        self,
        path: Path,
        *,
        index: int = 0,
        on_progress: Callable[[Transfer], object] | None = None,
        progress: Progress = "auto",
    ) -> Download:
        """Downloads the video; see `client.videos.download`."""
        download = await _async_client(self)._download(
            self.to_dict(), path, on_progress, progress, index
        )
        self._path = download.path
        return download

    async def download_all(
        self,
        path: Path,
        *,
        on_progress: Callable[[Transfer], object] | None = None,
        progress: Progress = "auto",
    ) -> list[Download]:
        """Downloads all videos of the job; see `client.videos.download_all`."""
        places = numbered("videos.download", path, len(self.videos))
        return [
            await self.download(place, index=index, on_progress=on_progress, progress=progress)
            for index, place in enumerate(places)
        ]

    def stream(
        self, *, start: int = 0, end: int | None = None, index: int = 0
    ) -> AsyncFileStream:
        """The bytes of the video, piece by piece, or a range of them; see
        `client.videos.stream`.
        """
        return _async_client(self)._chunks(self.to_dict(), start, end, index)

    async def read(self, index: int = 0) -> bytes:
        """The bytes of the video, all of them in memory.

        Args:
            index: Which of several, from 0.
        """
        return b"".join([chunk async for chunk in self.stream(index=index)])

    def _repr_html_(self) -> str:
        from ._notebook import video_html

        return video_html(self, getattr(self, "_path", None))

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": repr(self)}


@_named("image")
class AsyncImage(AsyncJob):
    """Finished images. In a notebook the first is shown, by its address."""

    __slots__ = ()

    async def read(self, index: int = 0) -> bytes:
        """The bytes of an image.

        Args:
            index: Which one, from 0.
        """
        chunks = _async_client(self)._chunks(self.to_dict(), index=index)
        return b"".join([chunk async for chunk in chunks])

    async def download(self, path: Path, index: int = 0) -> Download:
        """Downloads an image to `path`, as videos are: gone on with, checked, and there when whole.

        Args:
            path: Where the image goes. The folder has to exist.
            index: Which one, from 0.
        """
        return await _async_client(self)._download(self.to_dict(), path, None, False, index)

    def _repr_html_(self) -> str:
        from ._notebook import image_html

        return image_html(self)


class AsyncJobPage(Model):
    """A page of the account's jobs."""

    items: list[AsyncJob]
    """What is on it."""

    next: str | None = None
    """Where the next page begins: the `cursor` of the next call; absent on the last."""

    @classmethod
    def bound(cls, fields: Mapping[str, Any], client: AsyncCalls) -> Self:
        """A page whose jobs know their client."""
        items = [async_job(item, client) for item in fields["items"]]
        return cls(items=items, next=fields.get("next"))


def job(fields: Mapping[str, Any], client: SyncCalls) -> Job:
    """A job of a client; a finished one as what it made."""
    made = _made(fields)
    return (Video if made == "video" else Image if made else Job).bound(fields, client)


def async_job(fields: Mapping[str, Any], client: AsyncCalls) -> AsyncJob:
    """A job of a client; a finished one as what it made."""
    made = _made(fields)
    return (AsyncVideo if made == "video" else AsyncImage if made else AsyncJob).bound(fields, client)


def _made(fields: Mapping[str, Any]) -> str | None:
    return fields["kind"] if fields["status"] == "succeeded" else None


_UNBOUND = (
    "this job does not know its client, because it was copied or unpickled; "
    "use `client.videos.wait(job)` or `client.videos.download(job, path)`"
)


def _client(job: Job) -> SyncCalls:
    try:
        return job._client
    except AttributeError:
        raise RuntimeError(_UNBOUND) from None


def _async_client(job: AsyncJob) -> AsyncCalls:
    try:
        return job._client
    except AttributeError:
        raise RuntimeError(_UNBOUND) from None
