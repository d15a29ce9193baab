"""What an exception leaves behind: a job that goes on, or a creation that may have been sent."""

from __future__ import annotations

from contextlib import contextmanager

from ._error import SorakitError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

GOES_ON = "The job goes on at the server"


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
        # The answer had come, and nobody was there to take it any more.
        answer = getattr(error, "_answer", None)
        if isinstance(answer, dict) and isinstance(answer.get("id"), str):
            _leave(error, answer["id"], GOES_ON)
            raise
        _note(
            error,
            f"{name} may have been sent, and its answer is lost: look at the account's jobs, with "
            "`client.videos.find` where the server lists them, before you send it again.",
        )
        raise


@contextmanager
def goes_on(job_id: str, what: str = GOES_ON) -> Iterator[None]:
    """Gives every exception the id of the job that it leaves behind."""
    try:
        yield
    except GeneratorExit:
        raise
    except BaseException as error:
        _leave(error, job_id, what)
        raise


def _leave(error: BaseException, job_id: str, what: str) -> None:
    if getattr(error, "job_id", None) is None:
        try:
            error.job_id = job_id  # type: ignore[attr-defined]
        except AttributeError:
            pass
    if not isinstance(error, SorakitError):
        _note(error, f"{what}: `client.videos.resume({job_id!r})` goes on with it.")


def _note(error: BaseException, note: str) -> None:
    """Adds a note, which Python shows below the exception from 3.11 on."""
    add = getattr(error, "add_note", None)
    if add is not None and note not in getattr(error, "__notes__", ()):
        add(note)
