"""Calls of asyncio. Cancelling the task, or a timeout, ends them."""

from __future__ import annotations

from . import _native
from ._calls import Calls, given
from ._file_stream import AsyncFileStream, check_range
from ._given import check_number, check_text, check_wait, place_of, refused
from ._left import creates, goes_on, maybe_sent

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
    from typing import Any, Literal, TypeVar
    from weakref import WeakKeyDictionary

    from ._jobs import AsyncImage, AsyncJob, AsyncJobPage, AsyncVideo, Download, Path, Transfer
    from ._native import Completions, Stream
    from ._progress import Progress
    from .models.shared import Detection

    T = TypeVar("T")

_by_loop: WeakKeyDictionary[asyncio.AbstractEventLoop, Completions] | None = None


class AsyncCalls(Calls):
    """The ways of every call of asyncio."""

    if TYPE_CHECKING:

        def _given_job(self, operation: str, kind: Literal["video", "image"], job: Any) -> AsyncJob: ...

    async def _call(
        self,
        name: str,
        fields: Mapping[str, Any],
        read: Callable[[Any], T],
        extra: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> T:
        begin = self._native.begin

        def call() -> Awaitable[Any]:
            return _run(
                lambda completions, future: begin(completions, future, name, fields, extra, timeout)
            )

        if not creates(name):
            return read(await call())
        with maybe_sent(name):
            return read(await call())

    async def _settle(self) -> None:
        await _run(self._native.begin_close)

    def _events(
        self,
        name: str,
        fields: Mapping[str, Any],
        read: Callable[[Any], T],
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncIterator[T]:
        return _pieces(self._native.events(name, fields, extra), read)

    def _content(
        self, name: str, fields: Mapping[str, Any], extra: Mapping[str, Any] | None = None
    ) -> AsyncFileStream:
        return AsyncFileStream(self._native.content(name, fields, extra), _run)

    @classmethod
    async def _detect(cls, options: Mapping[str, Any]) -> Detection:
        from .models.shared import Detection

        plain = given(options)
        return Detection.from_dict(
            await _run(lambda completions, future: _native.begin_detect(completions, future, plain))
        )

    def _job(self, fields: Mapping[str, Any]) -> AsyncJob:
        from ._jobs import async_job

        return async_job(fields, self)

    def _found(self, fields: Mapping[str, Any] | None) -> AsyncJob | None:
        return None if fields is None else self._job(fields)

    def _page(self, fields: Mapping[str, Any]) -> AsyncJobPage:
        from ._jobs import AsyncJobPage

        return AsyncJobPage.bound(fields, self)

    async def _generate_video(
        self,
        fields: Mapping[str, Any],
        timeout: float | None,
        on_progress: Callable[[AsyncJob], object] | None,
        progress: Progress,
    ) -> AsyncVideo:
        check_wait("videos.generate", timeout, on_progress, progress)
        job = await self._call("videos.create", fields, self._job, timeout=timeout)
        return await self._wait_video(job, timeout, on_progress, progress)

    async def _generate_image(
        self,
        fields: Mapping[str, Any],
        timeout: float | None,
        on_progress: Callable[[AsyncJob], object] | None,
        progress: Progress,
    ) -> AsyncImage:
        check_wait("images.generate", timeout, on_progress, progress)
        job = await self._call("images.create", fields, self._job, timeout=timeout)
        return await self._wait_image(job, timeout, on_progress, progress)

    async def _edit_image(
        self,
        fields: Mapping[str, Any],
        timeout: float | None,
        on_progress: Callable[[AsyncJob], object] | None,
        progress: Progress,
    ) -> AsyncImage:
        # Without an image to start from it would be a generation, and paid for as one.
        if not fields["references"]:
            raise refused("images.edit", "references", "the images to start from", fields["references"])
        return await self._generate_image(fields, timeout, on_progress, progress)

    async def _wait_video(
        self,
        job: AsyncJob,
        timeout: float | None,
        on_progress: Callable[[AsyncJob], object] | None,
        progress: Progress,
    ) -> AsyncVideo:
        from ._jobs import AsyncVideo

        return AsyncVideo.bound(await self._wait(job, timeout, on_progress, progress), self)

    async def _wait_image(
        self,
        job: AsyncJob,
        timeout: float | None,
        on_progress: Callable[[AsyncJob], object] | None,
        progress: Progress,
    ) -> AsyncImage:
        from ._jobs import AsyncImage

        return AsyncImage.bound(await self._wait(job, timeout, on_progress, progress), self)

    async def _wait(
        self,
        job: AsyncJob,
        timeout: float | None,
        on_progress: Callable[[AsyncJob], object] | None,
        progress: Progress,
    ) -> Mapping[str, Any]:
        from ._progress import bar_for

        check_wait(f"{job.kind}s.wait", timeout, on_progress, progress)
        with goes_on(job.id), bar_for(progress, job.id) as bar:

            async def tell(fields: Any) -> None:
                bar.update(fields["progress"], fields.get("status_word") or fields["status"])
                if on_progress is not None:
                    await _settled(on_progress(self._job(fields)))

            done: Mapping[str, Any] = await _result(self._native.wait(job.to_dict(), timeout), tell)
        return done

    async def _updates(self, job: AsyncJob) -> AsyncIterator[AsyncJob]:
        from contextlib import aclosing

        with goes_on(job.id):
            async with aclosing(_pieces(self._native.watch(job.to_dict()), self._job)) as pieces:
                async for seen in pieces:
                    yield seen

    async def _download(
        self,
        what: Mapping[str, Any] | str,
        path: Path,
        on_progress: Callable[[Transfer], object] | None,
        progress: Progress,
        index: int = 0,
    ) -> Download:
        """Downloads a job's file, or what is at an address."""
        from contextlib import nullcontext

        from ._jobs import Download, Transfer
        from ._progress import bar_for

        name = f"{what['kind']}s.download" if isinstance(what, dict) else "download"
        check_wait(name, None, on_progress, progress)
        check_number(name, "index", index)
        place = place_of(name, path)
        if not isinstance(what, dict):
            check_text(name, "url", what)
        done = "The job is done, and its file is not here"
        left = nullcontext() if isinstance(what, str) else goes_on(what["id"], done)
        with left, bar_for(progress, place) as bar:

            async def tell(fields: Any) -> None:
                transfer = Transfer.from_dict(fields)
                bar.transfer(transfer.done, transfer.total)
                if on_progress is not None:
                    await _settled(on_progress(transfer))

            done = await _result(self._native.download(what, place, index), tell)
        return Download.from_dict({**done, "path": place})

    def _chunks(
        self,
        what: Mapping[str, Any] | str,
        start: int = 0,
        end: int | None = None,
        index: int = 0,
    ) -> AsyncFileStream:
        name = f"{what['kind']}s.open" if isinstance(what, dict) else "open"
        check_number(name, "index", index)
        check_range(name, start, end)
        if not isinstance(what, dict):
            check_text(name, "url", what)
        return AsyncFileStream(self._native.open(what, index, start or 0, end), _run)


async def _run(begin: Callable[[Completions, asyncio.Future[Any]], int]) -> Any:
    """Begins something native, and waits for what it gives."""
    import asyncio

    loop = asyncio.get_running_loop()
    completions = _completions(loop)
    future = loop.create_future()
    ticket = begin(completions, future)
    try:
        return await future
    except BaseException as error:
        # Of a call that has ended this does nothing.
        completions.cancel(ticket)
        if future.done() and not future.cancelled() and future.exception() is None:
            _keep(error, future.result())
        raise


def _keep(error: BaseException, answer: object) -> None:
    """Gives an exception the answer that came when nobody took it any more."""
    try:
        error._answer = answer  # type: ignore[attr-defined]
    except AttributeError:
        pass


def _completions(loop: asyncio.AbstractEventLoop) -> Completions:
    """The native calls of an event loop."""
    global _by_loop
    if _by_loop is None:
        from weakref import WeakKeyDictionary

        _by_loop = WeakKeyDictionary()
    completions = _by_loop.get(loop)
    if completions is None:
        completions = _by_loop[loop] = _watched(loop)
    return completions


def _watched(loop: asyncio.AbstractEventLoop) -> Completions:
    from weakref import ref

    from ._native import Completions

    try:
        completions = Completions()
        loop.add_reader(completions.fileno(), completions.drain)
    except NotImplementedError:
        # A loop that watches no sockets, as that of Windows.
        loop_if_alive = ref(loop)

        def wake() -> None:
            alive = loop_if_alive()
            if alive is not None and not alive.is_closed():
                alive.call_soon_threadsafe(completions.drain)

        completions = Completions(wake)
    return completions


async def _settled(value: object) -> None:
    """Waits for what a callback began, if it began anything."""
    if hasattr(value, "__await__"):
        awaitable: Awaitable[object] = value
        await awaitable


async def _result(stream: Stream, tell: Callable[[Any], Awaitable[None]]) -> Any:
    try:
        while True:
            piece = await _run(stream.begin)
            if piece is None:
                raise RuntimeError("the stream ended without a result")
            is_result, value = piece
            if is_result:
                return value
            await tell(value)
    finally:
        stream.close()


async def _pieces(stream: Stream, read: Callable[[Any], T]) -> AsyncGenerator[T, None]:
    try:
        while (piece := await _run(stream.begin)) is not None:
            yield read(piece[1])
    finally:
        stream.close()
