"""What a call is given beside its fields, checked before anything is sent: a creation is paid
for."""

from __future__ import annotations

from ._error import SorakitError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._jobs import Path

_LONGEST = 315_360_000
"""The longest wait, in seconds: ten years."""


def check_wait(operation: str, timeout: object, on_progress: object, progress: object) -> None:
    """Refuses what a wait does not take."""
    check_seconds(operation, "timeout", timeout)
    if on_progress is not None and not callable(on_progress):
        raise refused(operation, "on_progress", "a function, or None", on_progress)
    if not isinstance(progress, bool) and progress != "auto":
        raise refused(operation, "progress", "True, False or \"auto\"", progress)


def check_seconds(operation: str, field: str, value: object) -> None:
    """Refuses what is no length of time."""
    if value is None:
        return
    from numbers import Real

    number = isinstance(value, Real) and not isinstance(value, bool)
    if not number or not 0 < value <= _LONGEST:  # type: ignore[operator]
        must = f"a number of seconds above 0 and at most {_LONGEST} (ten years), or None"
        raise refused(operation, field, must, value)


def check_number(operation: str, field: str, value: object, least: int = 0) -> None:
    """Refuses what is no whole number, where one is given."""
    if value is None:
        return
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if not is_number or not least <= value < 2**63:  # type: ignore[operator]
        raise refused(operation, field, f"a whole number from {least}", value)


def check_amount(operation: str, field: str, value: object) -> None:
    """Refuses what is no number from 0."""
    from numbers import Real

    is_number = isinstance(value, Real) and not isinstance(value, bool)
    if not is_number or not 0 <= value < float("inf"):  # type: ignore[operator]
        raise refused(operation, field, "a number from 0", value)


def check_text(operation: str, field: str, value: object) -> None:
    """Refuses what is no text, or an empty one."""
    if not isinstance(value, str) or not value:
        raise refused(operation, field, "a text", value)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise _half(operation, field) from None


def id_of(value: Any) -> Any:
    """The id of a job or character that is given in its place; all else as it is."""
    from ._model import Model

    return getattr(value, "id", value) if isinstance(value, Model) else value


def place_of(operation: str, path: Path) -> str:
    """A path as text, any bytes of it kept."""
    from os import fsdecode, fsencode

    try:
        place = fsdecode(path)
        fsencode(place)
    except UnicodeEncodeError:
        raise _half(operation, "path") from None
    except TypeError:
        raise refused(operation, "path", "a text, bytes or a path", path) from None
    if not place:
        raise refused(operation, "path", "the name of a file", path)
    return place


def numbered(operation: str, path: Path, count: int) -> list[str]:
    """The places of so many files: `{n}` in the name is the number of each, from 1. Names that are
    made up take no other file's place."""
    from os.path import join, split, splitext

    folder, name = split(place_of(operation, path))
    count = max(count, 1)
    if "{n}" in name:
        return [join(folder, name.replace("{n}", str(n + 1))) for n in range(count)]
    stem, ending = splitext(name)
    others = [join(folder, f"{stem}-{n + 1}{ending}") for n in range(1, count)]
    return [join(folder, name), *map(_free, others)]


def _free(place: str) -> str:
    """The place, or the first numbered one that is free: `cat-2 (1).mp4`."""
    from itertools import count
    from os.path import lexists, splitext

    if not lexists(place):
        return place
    stem, ending = splitext(place)
    numbered = (f"{stem} ({number}){ending}" for number in count(1))
    return next(place for place in numbered if not lexists(place))


def _half(operation: str, field: str) -> SorakitError:
    """The error of a text that holds half of a character."""
    from .errors import InvalidInputError

    why = "holds half of a character (a lone surrogate): the text was cut in the middle of an emoji"
    return InvalidInputError(f"{operation}: {field}: {why}", operation=operation, field=field)


def refused(operation: str, field: str, must: str, given: object) -> SorakitError:
    """The error of a value that does not fit."""
    from .errors import InvalidInputError

    message = f"{operation}: {field}: must be {must}, not {_described(given)}"
    return InvalidInputError(message, operation=operation, field=field)


def _described(given: object) -> str:
    if given is None or isinstance(given, (bool, int, float)):
        return repr(given)
    if isinstance(given, (str, bytes)) and len(given) <= 40:
        return repr(given)
    return f"a value of type {type(given).__name__}"
