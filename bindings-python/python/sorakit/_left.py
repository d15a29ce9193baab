"""What a wait is given, checked before a creation is paid for; and what an exception leaves
behind: a job that goes on, or a creation that may have been sent."""

from __future__ import annotations

from contextlib import contextmanager

from ._error import SorakitError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 1e9
"""The longest wait, in seconds: some thirty years."""


def check_wait(operation: str, timeout: object, on_progress: object, progress: object) -> None:
    """Refuses what a wait does not take."""
    if timeout is not None:
        from numbers import Real

        number = isinstance(timeout, Real) and not isinstance(timeout, bool)
        if not number or not 0 <= timeout <= _LONGEST:  # type: ignore[operator]
            raise _refused(operation, "timeout", "must be a number of seconds from 0, or None")
    if on_progress is not None and not callable(on_progress):
        raise _refused(operation, "on_progress", "must be a function, or None")
    if not isinstance(progress, bool) and progress != "auto":
        raise _refused(operation, "progress", "must be True, False or \"auto\"")


def _refused(operation: str, field: str, why: str) -> SorakitError:
    from .errors import InvalidInputError

    return InvalidInputError(f"{operation}: {field}: {why}", operation=operation, field=field)


def creates(name: str) -> bool:
    """Whether a call makes something, so that it must not be made twice."""
    return name.endswith((".create", ".remix"))


@contextmanager
def maybe_sent(name: str) -> Iterator[None]:
    """Says of an interruption of a creation that it may have been sent."""
    try:
        yield
    except SorakitError:
        raise
    except BaseException as error:
        _note(
            error,
            f"{name} may have been sent, and its answer is lost: look at the account's jobs, with "
            "`client.videos.find` where the server lists them, before you send it again.",
        )
        raise


@contextmanager
def goes_on(job_id: str, what: str = "The job goes on at the server") -> Iterator[None]:
    """Gives every exception the id of the job that it leaves behind."""
    try:
        yield
    except BaseException as error:
        if getattr(error, "job_id", None) is None:
            try:
                error.job_id = job_id  # type: ignore[attr-defined]
            except AttributeError:
                pass
        if not isinstance(error, SorakitError):
            _note(error, f"{what}: `client.videos.resume({job_id!r})` goes on with it.")
        raise


def _note(error: BaseException, note: str) -> None:
    """Adds a note, which Python shows below the exception from 3.11 on."""
    add = getattr(error, "add_note", None)
    if add is not None and note not in getattr(error, "__notes__", ()):
        add(note)
