"""Calls that block. Ctrl-C ends them within a tenth of a second."""

from __future__ import annotations

from . import _native
from ._calls import Calls, given
from ._file_stream import FileStream, check_range
from ._given import check_number, check_text, check_wait, place_of, refused
from ._left import creates, goes_on, maybe_sent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any, Literal, TypeVar

    from ._jobs import Download, Image, Job, JobPage, Path, Transfer, Video
    from ._native import Stream
    from ._progress import Progress
    from .models.shared import Detection

    T = TypeVar("T")


class SyncCalls(Calls):
    """The ways of every blocking call."""

    if TYPE_CHECKING:

        def _given_job(self, operation: str, kind: Literal["video", "image"], job: Any) -> Job: ...

    def _call(
        self,
        name: str,
        fields: Mapping[str, Any],
        read: Callable[[Any], T],
        extra: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> T:
        if not creates(name):
            return read(self._native.call(name, fields, extra, timeout))
        with maybe_sent(name):
            return read(self._native.call(name, fields, extra, timeout))

    def _events(
        self,
        name: str,
        fields: Mapping[str, Any],
        read: Callable[[Any], T],
        extra: Mapping[str, Any] | None = None,
    ) -> Iterator[T]:
        return _pieces(self._native.events(name, fields, extra), read)

    def _content(
        self, name: str, fields: Mapping[str, Any], extra: Mapping[str, Any] | None = None
    ) -> FileStream:
        return FileStream(self._native.content(name, fields, extra))

    @classmethod
    def _detect(cls, options: Mapping[str, Any]) -> Detection:
        from .models.shared import Detection

        return Detection.from_dict(_native.detect(given(options)))

    def _job(self, fields: Mapping[str, Any]) -> Job:
        from ._jobs import job

        return job(fields, self)

    def _found(self, fields: Mapping[str, Any] | None) -> Job | None:
        return None if fields is None else self._job(fields)

    def _page(self, fields: Mapping[str, Any]) -> JobPage:
        from ._jobs import JobPage

        return JobPage.bound(fields, self)

    def _generate_video(
        self,
        fields: Mapping[str, Any],
        timeout: float | None,
        on_progress: Callable[[Job], object] | None,
        progress: Progress,
    ) -> Video:
        check_wait("videos.generate", timeout, on_progress, progress)
        job = self._call("videos.create", fields, self._job, timeout=timeout)
        return self._wait_video(job, timeout, on_progress, progress)

    def _generate_image(
        self,
        fields: Mapping[str, Any],
        timeout: float | None,
        on_progress: Callable[[Job], object] | None,
        progress: Progress,
    ) -> Image:
        check_wait("images.generate", timeout, on_progress, progress)
        job = self._call("images.create", fields, self._job, timeout=timeout)
        return self._wait_image(job, timeout, on_progress, progress)

    def _edit_image(
        self,
        fields: Mapping[str, Any],
        timeout: float | None,
        on_progress: Callable[[Job], object] | None,
        progress: Progress,
    ) -> Image:
        # Without an image to start from it would be a generation, and paid for as one.
        if not fields["references"]:
            raise refused("images.edit", "references", "the images to start from", fields["references"])
        return self._generate_image(fields, timeout, on_progress, progress)

    def _wait_video(
        self,
        job: Job,
        timeout: float | None,
        on_progress: Callable[[Job], object] | None,
        progress: Progress,
    ) -> Video:
        from ._jobs import Video

        return Video.bound(self._wait(job, timeout, on_progress, progress), self)

    def _wait_image(
        self,
        job: Job,
        timeout: float | None,
        on_progress: Callable[[Job], object] | None,
        progress: Progress,
    ) -> Image:
        from ._jobs import Image

        return Image.bound(self._wait(job, timeout, on_progress, progress), self)

    def _wait(
        self,
        job: Job,
        timeout: float | None,
        on_progress: Callable[[Job], object] | None,
        progress: Progress,
    ) -> Mapping[str, Any]:
        from ._progress import bar_for

        check_wait(f"{job.kind}s.wait", timeout, on_progress, progress)
        with goes_on(job.id), bar_for(progress, job.id) as bar:

            def tell(fields: Any) -> None:
                bar.update(fields["progress"], fields.get("status_word") or fields["status"])
                if on_progress is not None:
                    on_progress(self._job(fields))

            done: Mapping[str, Any] = _result(self._native.wait(job.to_dict(), timeout), tell)
        return done

    def _updates(self, job: Job) -> Iterator[Job]:
        with goes_on(job.id):
            yield from _pieces(self._native.watch(job.to_dict()), self._job)

    def _download(
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

            def tell(fields: Any) -> None:
                transfer = Transfer.from_dict(fields)
                bar.transfer(transfer.done, transfer.total)
                if on_progress is not None:
                    on_progress(transfer)

            done = _result(self._native.download(what, place, index), tell)
        return Download.from_dict({**done, "path": place})

    def _chunks(
        self,
        what: Mapping[str, Any] | str,
        start: int = 0,
        end: int | None = None,
        index: int = 0,
    ) -> FileStream:
        name = f"{what['kind']}s.open" if isinstance(what, dict) else "open"
        check_number(name, "index", index)
        check_range(name, start, end)
        if not isinstance(what, dict):
            check_text(name, "url", what)
        return FileStream(self._native.open(what, index, start or 0, end))


def _result(stream: Stream, tell: Callable[[Any], object]) -> Any:
    """The result of a stream; what comes before it is told."""
    try:
        while True:
            piece = stream.next()
            if piece is None:
                raise RuntimeError("the stream ended without a result")
            is_result, value = piece
            if is_result:
                return value
            tell(value)
    finally:
        stream.close()


def _pieces(stream: Stream, read: Callable[[Any], T]) -> Iterator[T]:
    try:
        while (piece := stream.next()) is not None:
            yield read(piece[1])
    finally:
        stream.close()
