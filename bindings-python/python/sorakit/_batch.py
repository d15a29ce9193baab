"""Many requests on one machine, with a ledger."""

from __future__ import annotations

from . import _native
from ._calls import Calls
from ._given import check_seconds, place_of, refused
from ._model import Model
from ._names import named as _named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
    from os import PathLike
    from typing import Any, Literal

    from typing_extensions import Self

    from ._client import AsyncClient, Client
    from ._error import SorakitError

__all__ = ["Added", "Batch", "BatchResult"]


class Added(Model):
    """What became of requests that were added."""

    new: int
    """Those that were not known."""
    known: int
    """Those that an earlier run knew."""
    invalid: int
    """Those that were left out."""
    errors: list[Mapping[str, Any]]
    """The errors of those that were left out, with their lines in the messages."""


class BatchResult:
    """What became of one request of a batch."""

    __slots__ = ("custom_id", "error", "files", "job_id", "line", "state")

    custom_id: str | None
    """Your name for it."""
    line: int
    """Its place in what was added, from 1."""
    state: Literal["done", "failed", "unknown", "running"]
    """`running` if it is left for a later run."""
    job_id: str | None
    """The server's id of the job, where it is known."""
    files: list[str]
    """The files, whole and in their places."""
    error: SorakitError | None
    """The reason, if it is not done."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        for name in ("custom_id", "line", "state", "job_id", "files"):
            setattr(self, name, fields[name])
        report = fields["error"]
        self.error = None if report is None else _error(report)

    def __repr__(self) -> str:
        what = self.files if self.error is None else self.error
        return f"BatchResult(line={self.line}, custom_id={self.custom_id!r}, state={self.state!r}, {what!r})"


@_named("Batch")
class Batch:
    """A folder of results with its ledger, one SQLite file in which every request has a state.

    A request is written down before it is sent, so that nothing is lost or paid for twice,
    whatever ends the program: the same program again goes on.

        with sorakit.Batch("videos", client) as batch:
            batch.add({"prompt": prompt, "custom_id": name} for name, prompt in prompts)
            for result in batch:
                print(result.custom_id, result.state, result.files)

    With an `AsyncClient`, or with any client in asyncio, it is `async for`. The batch runs as
    long as it is iterated over; leaving the loop ends it at once, and a later one goes on. One
    process at a time has a batch.

    Args:
        folder: Where the files go; it is made if need be.
        client: The client of a server, or several by names, which share the work.
        jobs: How many jobs run at once at each server.
        downloads: How many files are downloaded at once.
        timeout: How long a job is waited for, in seconds; a later run goes on with it. Default: the
            client's `video_timeout` and `image_timeout`.
        patience: How long a server may be away, overloaded or out of quota, in seconds.
        resend_unknown: Sends again what is unknown and not found in the account's list. It may
            be paid for twice.
        ledger: The ledger's file. Default: `sorakit-batch.db` in the folder.
    """

    def __init__(
        self,
        folder: str | PathLike[str],
        client: Client | AsyncClient | Mapping[str, Client | AsyncClient],
        *,
        jobs: int = 4,
        downloads: int = 4,
        timeout: float | None = None,
        patience: float = 3600,
        resend_unknown: bool = False,
        ledger: str | PathLike[str] | None = None,
    ) -> None:
        check_seconds("batch", "timeout", timeout)
        check_seconds("batch", "patience", patience)
        settings: dict[str, Any] = {
            "jobs": jobs,
            "downloads": downloads,
            "timeout": timeout,
            "patience": patience,
            "resend_unknown": resend_unknown,
        }
        if ledger is not None:
            settings["ledger"] = place_of("batch", ledger)
        clients: Mapping[str, Client | AsyncClient]
        clients = {"": client} if isinstance(client, Calls) else client
        is_mapping = hasattr(clients, "values") and bool(clients)
        if not is_mapping or not all(isinstance(one, Calls) for one in clients.values()):
            raise refused("batch", "client", "a client, or several by names", client)
        self._native = _native.Batch(
            place_of("batch", folder),
            [(name, one._native) for name, one in clients.items()],
            settings,
        )

    def add(
        self,
        requests: Iterable[Mapping[str, Any] | str],
        *,
        kind: Literal["video", "image"] = "video",
        skip_invalid: bool = False,
        overwrite: bool = False,
    ) -> Added:
        """Adds requests: all of them, or none if one cannot be sent. They are read as they come,
        and checked before any is sent.

        A request is a prompt, or a mapping of what `videos.create` or `images.create` takes, with
        `custom_id`, `output` and `kind` beside it if you like. It is known by its `custom_id` and its
        content; one that an earlier run knew keeps its state, and what this program does not add
        any more is not sent.

        Args:
            requests: The requests.
            kind: What a request makes that does not say it.
            skip_invalid: Leaves out those that cannot be sent.
            overwrite: Replaces the files that requests name with `output`, should they exist.
        """
        options = {"kind": kind, "skip_invalid": skip_invalid, "overwrite": overwrite}
        if isinstance(requests, str) or hasattr(requests, "keys") or not hasattr(requests, "__iter__"):
            raise refused("batch.add", "requests", "several requests", requests)
        return Added.from_dict(self._native.add(iter(requests), options))

    def add_file(
        self,
        path: str | PathLike[str],
        *,
        kind: Literal["video", "image"] = "video",
        skip_invalid: bool = False,
        overwrite: bool = False,
    ) -> Added:
        """Adds the requests of a file: JSON lines, CSV with a header, or OpenAI's batch lines."""
        options = {"kind": kind, "skip_invalid": skip_invalid, "overwrite": overwrite}
        return Added.from_dict(self._native.add_file(place_of("batch.add_file", path), options))

    def __iter__(self) -> Iterator[BatchResult]:
        """Runs the batch: what became of each request, as it ends."""
        from ._sync import _pieces

        return _pieces(self._native.run(), BatchResult)

    def __aiter__(self) -> AsyncIterator[BatchResult]:
        """The same for asyncio."""
        from ._async import _pieces

        return _pieces(self._native.run(), BatchResult)

    def results(self) -> list[BatchResult]:
        """What became of the requests of all runs, as the ledger has it: after a crash, those that
        the program did not see."""
        return [BatchResult(fields) for fields in self._native.results()]

    def counts(self) -> dict[str, int]:
        """How many requests are `waiting`, `sending`, `running`, `downloading`, `done`, `failed` and
        `unknown`."""
        return self._native.counts()

    def retry_failed(self) -> int:
        """Lets the requests that have failed wait again, and returns how many they are."""
        return self._native.retry_failed()

    def stop(self) -> None:
        """Sends nothing more. The loop goes on until what was sent has ended."""
        self._native.stop()

    def close(self) -> None:
        """Ends the loop at once, and lets go of the ledger, for another process to have it. What was
        sent goes on at the server, and a later run goes on with it."""
        self._native.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _error(report: Mapping[str, Any]) -> SorakitError:
    """The exception of an error that the ledger has."""
    from .errors import BY_KIND

    names = ("operation", "code", "status", "request_id", "retry_after", "field", "job_id")
    fields = {name: report.get(name) for name in names}
    error: SorakitError = BY_KIND[report["kind"]](
        report["message"], retryable=bool(report.get("retryable")), **fields
    )
    return error
