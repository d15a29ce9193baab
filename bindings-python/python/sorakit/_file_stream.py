"""A file as it arrives, and what is known of it."""

from __future__ import annotations

from . import _native
from ._given import check_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
    from typing import Any

    from typing_extensions import Self

__all__ = ["AsyncFileStream", "FileStream"]


def check_range(operation: str, start: object, end: object) -> None:
    """Refuses what is no range; that it has a byte is checked further down."""
    check_number(operation, "start", 0 if start is None else start)
    check_number(operation, "end", end)


class _Known:
    """What is known of a file once it is open."""

    _head: Mapping[str, Any] | None = None

    def _known(self) -> Mapping[str, Any]:
        if self._head is None:
            raise RuntimeError("the stream is not open yet: use it in `async with`")
        return self._head

    @property
    def length(self) -> int | None:
        """The length of the whole file in bytes, where the server says it."""
        length: int | None = self._known()["length"]
        return length

    @property
    def start(self) -> int:
        """Where in the file these bytes begin."""
        start: int = self._known()["start"]
        return start

    @property
    def end(self) -> int | None:
        """Where they end: the place after the last one, where that is known."""
        end: int | None = self._known()["end"]
        return end

    @property
    def media_type(self) -> str | None:
        """What the file is, such as `video/mp4`: by its content where that was seen."""
        media_type: str | None = self._known()["media_type"]
        return media_type


class FileStream(_Known):
    """The bytes of a file, piece by piece: an iterator. What is known of the file is enough for
    the head of an answer, with which a server of yours hands it on.

        with video.stream(start=1000) as part:
            print(part.media_type, part.start, part.end, part.length)
            for chunk in part:
                ...
    """

    def __init__(self, native: _native.Stream) -> None:
        self._native = native

    def _known(self) -> Mapping[str, Any]:
        if self._head is None:
            piece = self._next()
            if piece is None:
                raise RuntimeError("the stream is closed")
            self._head = piece[1]
        return super()._known()

    def _next(self) -> tuple[bool, Any] | None:
        try:
            return self._native.next()
        except BaseException:
            self.close()
            raise

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self._head is None:
            self._known()
        piece = self._next()
        if piece is None:
            raise StopIteration
        chunk: bytes = piece[1]
        return chunk

    def __enter__(self) -> Self:
        self._known()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the transfer."""
        self._native.close()


class AsyncFileStream(_Known):
    """The bytes of a file, piece by piece: an asynchronous iterator. `async with` opens it; what
    is known of the file then is enough for the head of an answer, with which a server of yours
    hands it on.

        async with video.stream(start=1000) as part:
            print(part.media_type, part.start, part.end, part.length)
            async for chunk in part:
                ...
    """

    def __init__(
        self,
        native: _native.Stream,
        run: Callable[[Any], Coroutine[Any, Any, Any]],
    ) -> None:
        self._native = native
        self._run = run

    async def _next(self) -> Any:
        try:
            return await self._run(self._native.begin)
        except BaseException:
            self._native.close()
            raise

    async def _open(self) -> None:
        if self._head is None:
            piece = await self._next()
            if piece is None:
                raise RuntimeError("the stream is closed")
            self._head = piece[1]

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        await self._open()
        piece = await self._next()
        if piece is None:
            raise StopAsyncIteration
        chunk: bytes = piece[1]
        return chunk

    async def __aenter__(self) -> Self:
        await self._open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Ends the transfer."""
        self._native.close()
