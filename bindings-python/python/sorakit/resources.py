"""The resources of a client: the generated calls, and what holds callbacks, streams and files."""

from __future__ import annotations

from ._given import check_wait, numbered, place_of
from ._names import named as _named
from ._resource_calls import (
    AccountCalls,
    AsyncAccountCalls,
    AsyncCharactersCalls,
    AsyncImagesCalls,
    AsyncModelsCalls,
    AsyncPromptsCalls,
    AsyncVideosCalls,
    CharactersCalls,
    ImagesCalls,
    ModelsCalls,
    PromptsCalls,
    VideosCalls,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
    from typing import Protocol, TypeVar

    from ._file_stream import AsyncFileStream, FileStream
    from ._jobs import (
        AsyncImage,
        AsyncJob,
        AsyncVideo,
        Download,
        Image,
        Job,
        Path,
        Transfer,
        Video,
    )
    from ._progress import Progress
    from .models import shared as _m
    from .models.shared import Character

    T = TypeVar("T")
    T_co = TypeVar("T_co", covariant=True)

    class _Page(Protocol[T_co]):
        """A page of a list."""

        @property
        def items(self) -> Sequence[T_co]: ...
        @property
        def next(self) -> str | None: ...


@_named("videos")
class Videos(VideosCalls):
    """Creates, watches and downloads videos."""

    def resume(self, id: _m.Job | str) -> Job:
        """The job of this id, to be waited for or downloaded in any process."""
        return self._client._job(self._client._resumed("video", id))

    def wait(
        self,
        job: Job | str,
        *,
        timeout: float | None = None,
        on_progress: Callable[[Job], object] | None = None,
        progress: Progress = "auto",
    ) -> Video:
        """Waits until a job has succeeded.

        Errors: `ContentPolicyError` or `GenerationFailedError` when the job ends so,
        `TimeoutError` when it takes too long, `OutcomeUnknownError` when it is nowhere to be
        found. Each has the `job_id`, by which the job can be resumed.

        Args:
            job: The job, or its id.
            timeout: How long at most, in seconds. Default: the client's `video_timeout`.
            on_progress: Called with the job whenever it has been looked at.
            progress: Whether a progress bar is shown: `"auto"` shows one in terminals and
                notebooks.
        """
        job = self._client._given_job("videos.wait", "video", job)
        return self._client._wait_video(job, timeout, on_progress, progress)

    def updates(self, job: Job | str) -> Iterator[Job]:
        """The job as each poll sees it, until it has ended, well or not."""
        return self._client._updates(self._client._given_job("videos.watch", "video", job))

    def iterate(self, *, limit: int | None = None) -> Iterator[Job]:
        """Every video of the account, newest first, page after page.

        Args:
            limit: How many a page has at most.
        """
        return _each(lambda cursor: self.list(limit=limit, cursor=cursor))

    def download(
        self,
        job: Job | str,
        path: Path,
        *,
        index: int = 0,
        on_progress: Callable[[Transfer], object] | None = None,
        progress: Progress = "auto",
    ) -> Download:
        """Downloads a finished job's video.

        The bytes go to a temporary file beside `path`, and only a whole and checked video gets
        the final name. A download that was broken off goes on where it stopped.

        Args:
            job: The job, or its id.
            path: Where the video goes. The folder has to exist. A link is followed, and a named
                pipe written to.
            on_progress: Called with how many bytes are there, about ten times a second.
            index: Which of several videos, from 0.
            progress: Whether a progress bar is shown.
        """
        job = self._client._given_job("videos.download", "video", job)
        return self._client._download(job.to_dict(), path, on_progress, progress, index)

    def download_all(
        self,
        job: Job | str,
        path: Path,
        *,
        on_progress: Callable[[Transfer], object] | None = None,
        progress: Progress = "auto",
    ) -> list[Download]:
        """Downloads all videos of a finished job, one after the other.

        Args:
            job: The job, or its id.
            path: Where the videos go. `{n}` in the name stands for the number of each, from 1;
                without it, the second is `cat-2.mp4` beside `cat.mp4`, or `cat-2 (1).mp4` where
                that is another file.
            on_progress: Called with how many bytes of one are there, about ten times a second.
            progress: Whether a progress bar is shown.
        """
        check_wait("videos.download", None, on_progress, progress)
        place_of("videos.download", path)
        if isinstance(job, str):
            job = self.get(job)
        job = self._client._given_job("videos.download", "video", job)
        fields = job.to_dict()
        places = numbered("videos.download", path, len(job.videos))
        return [
            self._client._download(fields, place, on_progress, progress, index)
            for index, place in enumerate(places)
        ]

    def stream(
        self, job: Job | str, *, start: int = 0, end: int | None = None, index: int = 0
    ) -> FileStream:
        """The bytes of a finished job's video, piece by piece, or a range of them, with the
        file's length and type: what a server of yours needs to hand it on. That they begin as a
        video does is checked, and nothing else.

        Args:
            job: The job, or its id.
            start: The first byte, counted from 0. A server that knows no ranges sends the whole
                file, of which the rest is passed over. Beyond the end it is an error with the
                field `start`.
            end: The byte after the last one; by default the end of the file.
            index: Which of several videos, from 0.
        """
        job = self._client._given_job("videos.open", "video", job)
        return self._client._chunks(job.to_dict(), start, end, index)


@_named("images")
class Images(ImagesCalls):
    """Makes images."""

    def resume(self, id: _m.Job | str) -> Job:
        """The job of this id, to be waited for in any process."""
        return self._client._job(self._client._resumed("image", id))

    def wait(
        self,
        job: Job | str,
        *,
        timeout: float | None = None,
        on_progress: Callable[[Job], object] | None = None,
        progress: Progress = "auto",
    ) -> Image:
        """Waits until the images are there. The errors are those of `videos.wait`.

        Args:
            job: The job, or its id.
            timeout: How long at most, in seconds. Default: the client's `image_timeout`.
            on_progress: Called with the job whenever it has been looked at.
            progress: Whether a progress bar is shown: `"auto"` shows one in terminals and
                notebooks.
        """
        job = self._client._given_job("images.wait", "image", job)
        return self._client._wait_image(job, timeout, on_progress, progress)


@_named("characters")
class Characters(CharactersCalls):
    """Characters (cameos): made from a video, and put into others."""

    def iterate(self, username: str, *, limit: int | None = None) -> Iterator[Character]:
        """Every character whose user name begins so, page after page.

        Args:
            username: How the user name begins.
            limit: How many a page has at most.
        """
        return _each(
            lambda cursor: self.search(username, limit=limit, cursor=cursor)
        )


@_named("prompts")
class Prompts(PromptsCalls):
    """Works prompts out in more detail."""


@_named("account")
class Account(AccountCalls):
    """What the account may still make."""


@_named("models")
class Models(ModelsCalls):
    """The models that can be asked for."""


def _each(turn: Callable[[str | None], _Page[T]]) -> Iterator[T]:
    """Everything on the pages that begin at a cursor."""
    cursor = None
    while True:
        page = turn(cursor)
        yield from page.items
        if page.next is None or page.next == cursor:
            return
        cursor = page.next


@_named("videos")
class AsyncVideos(AsyncVideosCalls):
    """Creates, watches and downloads videos."""

    def resume(self, id: _m.Job | str) -> AsyncJob:
        """The job of this id, to be waited for or downloaded in any process."""
        return self._client._job(self._client._resumed("video", id))

    async def wait(
        self,
        job: AsyncJob | str,
        *,
        timeout: float | None = None,
        on_progress: Callable[[AsyncJob], object] | None = None,
        progress: Progress = "auto",
    ) -> AsyncVideo:
        """Waits until a job has succeeded.

        Errors: `ContentPolicyError` or `GenerationFailedError` when the job ends so,
        `TimeoutError` when it takes too long, `OutcomeUnknownError` when it is nowhere to be
        found. Each has the `job_id`, by which the job can be resumed.

        Args:
            job: The job, or its id.
            timeout: How long at most, in seconds. Default: the client's `video_timeout`.
            on_progress: Called with the job whenever it has been looked at.
            progress: Whether a progress bar is shown: `"auto"` shows one in terminals and
                notebooks.
        """
        job = self._client._given_job("videos.wait", "video", job)
        return await self._client._wait_video(job, timeout, on_progress, progress)

    def updates(self, job: AsyncJob | str) -> AsyncIterator[AsyncJob]:
        """The job as each poll sees it, until it has ended, well or not."""
        return self._client._updates(self._client._given_job("videos.watch", "video", job))

    def iterate(self, *, limit: int | None = None) -> AsyncIterator[AsyncJob]:
        """Every video of the account, newest first, page after page.

        Args:
            limit: How many a page has at most.
        """
        return _async_each(lambda cursor: self.list(limit=limit, cursor=cursor))

    async def download(
        self,
        job: AsyncJob | str,
        path: Path,
        *,
        index: int = 0,
        on_progress: Callable[[Transfer], object] | None = None,
        progress: Progress = "auto",
    ) -> Download:
        """Downloads a finished job's video.

        The bytes go to a temporary file beside `path`, and only a whole and checked video gets
        the final name. A download that was broken off goes on where it stopped.

        Args:
            job: The job, or its id.
            path: Where the video goes. The folder has to exist. A link is followed, and a named
                pipe written to.
            on_progress: Called with how many bytes are there, about ten times a second.
            index: Which of several videos, from 0.
            progress: Whether a progress bar is shown.
        """
        job = self._client._given_job("videos.download", "video", job)
        return await self._client._download(job.to_dict(), path, on_progress, progress, index)

    async def download_all(
        self,
        job: AsyncJob | str,
        path: Path,
        *,
        on_progress: Callable[[Transfer], object] | None = None,
        progress: Progress = "auto",
    ) -> list[Download]:
        """Downloads all videos of a finished job, one after the other.

        Args:
            job: The job, or its id.
            path: Where the videos go. `{n}` in the name stands for the number of each, from 1;
                without it, the second is `cat-2.mp4` beside `cat.mp4`, or `cat-2 (1).mp4` where
                that is another file.
            on_progress: Called with how many bytes of one are there, about ten times a second.
            progress: Whether a progress bar is shown.
        """
        check_wait("videos.download", None, on_progress, progress)
        place_of("videos.download", path)
        if isinstance(job, str):
            job = await self.get(job)
        job = self._client._given_job("videos.download", "video", job)
        fields = job.to_dict()
        places = numbered("videos.download", path, len(job.videos))
        return [
            await self._client._download(fields, place, on_progress, progress, index)
            for index, place in enumerate(places)
        ]

    def stream(
        self, job: AsyncJob | str, *, start: int = 0, end: int | None = None, index: int = 0
    ) -> AsyncFileStream:
        """The bytes of a finished job's video, piece by piece, or a range of them, with the
        file's length and type: what a server of yours needs to hand it on. That they begin as a
        video does is checked, and nothing else.

        Args:
            job: The job, or its id.
            start: The first byte, counted from 0. A server that knows no ranges sends the whole
                file, of which the rest is passed over. Beyond the end it is an error with the
                field `start`.
            end: The byte after the last one; by default the end of the file.
            index: Which of several videos, from 0.
        """
        job = self._client._given_job("videos.open", "video", job)
        return self._client._chunks(job.to_dict(), start, end, index)


@_named("images")
class AsyncImages(AsyncImagesCalls):
    """Makes images."""

    def resume(self, id: _m.Job | str) -> AsyncJob:
        """The job of this id, to be waited for in any process."""
        return self._client._job(self._client._resumed("image", id))

    async def wait(
        self,
        job: AsyncJob | str,
        *,
        timeout: float | None = None,
        on_progress: Callable[[AsyncJob], object] | None = None,
        progress: Progress = "auto",
    ) -> AsyncImage:
        """Waits until the images are there. The errors are those of `videos.wait`.

        Args:
            job: The job, or its id.
            timeout: How long at most, in seconds. Default: the client's `image_timeout`.
            on_progress: Called with the job whenever it has been looked at.
            progress: Whether a progress bar is shown: `"auto"` shows one in terminals and
                notebooks.
        """
        job = self._client._given_job("images.wait", "image", job)
        return await self._client._wait_image(job, timeout, on_progress, progress)


@_named("characters")
class AsyncCharacters(AsyncCharactersCalls):
    """Characters (cameos): made from a video, and put into others."""

    def iterate(self, username: str, *, limit: int | None = None) -> AsyncIterator[Character]:
        """Every character whose user name begins so, page after page.

        Args:
            username: How the user name begins.
            limit: How many a page has at most.
        """
        return _async_each(
            lambda cursor: self.search(username, limit=limit, cursor=cursor)
        )


@_named("prompts")
class AsyncPrompts(AsyncPromptsCalls):
    """Works prompts out in more detail."""


@_named("account")
class AsyncAccount(AsyncAccountCalls):
    """What the account may still make."""


@_named("models")
class AsyncModels(AsyncModelsCalls):
    """The models that can be asked for."""


async def _async_each(turn: Callable[[str | None], Awaitable[_Page[T]]]) -> AsyncIterator[T]:
    cursor = None
    while True:
        page = await turn(cursor)
        for item in page.items:
            yield item
        if page.next is None or page.next == cursor:
            return
        cursor = page.next
