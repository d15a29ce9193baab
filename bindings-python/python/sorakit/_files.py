"""Files and references as arguments."""

from __future__ import annotations

from ._native import File

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from os import PathLike
    from typing import IO, Any, TypeAlias, TypeVar, Union

    from ._jobs import Path

    T = TypeVar("T")
    FileLike: TypeAlias = Union[
        str,
        PathLike[str],
        bytes,
        bytearray,
        memoryview,
        IO[bytes],
        File,
        tuple[str, Union[bytes, IO[bytes]]],
    ]
    """A file to send: a path, bytes, a file object open for reading bytes, or `(name, content)`."""
    ReferenceLike: TypeAlias = Union[FileLike, Mapping[str, Any]]
    """An image or video to start from: a file, or an address (`https://…`, `data:…`)."""


def check_target(path: Path) -> None:
    """Refuses a place for a download that cannot be written. Worth asking before a job is paid for.

    The folder has to exist and to take files; a device, a folder and a name that is too long are
    refused, as a download refuses them.

        sorakit.check_target("cat.mp4")
        client.videos.generate("a cat in the snow").download("cat.mp4")

    Args:
        path: Where the file is to go.

    Errors: `InvalidInputError`, with the field `path`.
    """
    from . import _native
    from ._given import place_of

    _native.check_target(place_of("check_target", path))


_ADDRESSES = ("https://", "http://", "data:")


def _is_raw_path(value: str) -> bool:
    """Whether a text stands for a path that is none, as `os.listdir` gives it."""
    from os import fsencode

    try:
        value.encode()
    except UnicodeEncodeError:
        try:
            fsencode(value)
        except UnicodeEncodeError:
            # Half of a character, which is refused by the field's name.
            return False
        return True
    return False


def file(value: FileLike | None) -> Any:
    """A file as the native part takes it."""
    if isinstance(value, str):
        # A path that is no text goes along as it is.
        return File(value) if _is_raw_path(value) else {"path": value}
    if isinstance(value, tuple):
        name, content = value
        return File(content, name)
    return value


def reference(value: ReferenceLike | None) -> Any:
    """An address, or a file, as the native part takes it."""
    if isinstance(value, str) and value[:16].lstrip().lower().startswith(_ADDRESSES):
        return {"url": value}
    return file(value)  # type: ignore[arg-type]


def each(convert: Callable[[T], Any], values: Iterable[T] | T | None) -> list[Any] | None:
    """Converts each of several values; a single one may stand for a list of one."""
    if values is None:
        return None
    if isinstance(values, (list, tuple)) and not _is_named_file(values):
        return [convert(value) for value in values]
    return [convert(values)]  # type: ignore[arg-type]


def _is_named_file(value: Any) -> bool:
    """Whether a tuple is `(name, content)` and not two files."""
    return (
        isinstance(value, tuple)
        and len(value) == 2
        and isinstance(value[0], str)
        and not isinstance(value[1], str)
        and (isinstance(value[1], bytes) or hasattr(value[1], "read"))
    )
