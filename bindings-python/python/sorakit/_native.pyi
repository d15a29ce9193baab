from asyncio import Future
from collections.abc import Callable, Iterator, Mapping, Sequence
from os import PathLike
from typing import IO, Any, Literal, final

from ._store import CredentialStore
from .models.shared import Dialect, Flavour

__all__ = [
    "Batch",
    "Client",
    "Completions",
    "File",
    "Simulator",
    "Stream",
    "__version__",
    "begin_detect",
    "check_target",
    "detect",
    "drain",
    "read_chat",
    "shown",
    "profile",
    "solve_pow",
]

__version__: str

@final
class Batch:
    """A folder of results with its ledger."""

    def __new__(
        cls, folder: str, servers: Sequence[tuple[str, Client]], settings: dict[str, Any]
    ) -> Batch: ...
    def add(self, lines: Iterator[Any], options: dict[str, Any]) -> dict[str, Any]:
        """Adds what an iterator gives: all of it, or nothing."""

    def add_file(self, path: str, options: dict[str, Any]) -> dict[str, Any]:
        """Adds the requests of a file: all of them, or none."""

    def run(self) -> Stream:
        """What became of each request, as it ends. The batch runs as long as this is read."""

    def stop(self) -> None:
        """Sends nothing more."""

    def results(self) -> list[dict[str, Any]]:
        """The requests of all runs that have ended."""

    def counts(self) -> dict[str, int]:
        """The number of requests in each state."""

    def retry_failed(self) -> int:
        """Lets what has failed wait again."""

    def close(self) -> None:
        """Ends the run, and lets go of the ledger."""

@final
class Client:
    """One account on one server."""

    def __new__(
        cls,
        options: dict[str, Any],
        store: CredentialStore | None = None,
        on_event: Callable[[dict[str, Any]], object] | None = None,
        log: Callable[[int, dict[str, Any]], object] | None = None,
        level: int = ...,
    ) -> Client: ...
    def hear(self, level: int) -> None:
        """Says what the logger takes: from this level on."""

    @property
    def dialect(self) -> Dialect | None: ...
    @property
    def flavour(self) -> Flavour | None: ...
    @property
    def base_url(self) -> str: ...
    def close(self) -> None:
        """Waits, for ten seconds at most, for a renewal that is under way."""

    def begin_close(self, completions: Completions, future: Future[Any]) -> int:
        """The same for asyncio: `future` is done when it is."""

    def set_admin_token(self, token: str | None) -> None:
        """Sets the token of an admin login, or forgets it."""

    def call(
        self,
        name: str,
        fields: Mapping[str, Any],
        extra: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> Any:
        """Makes a call and waits for its result. Fields that are None are left out; `extra` are
        further fields, sent as they are. `timeout` is how long a video is waited for, where a
        creation is answered when it is made."""

    def begin(
        self,
        completions: Completions,
        future: Future[Any],
        name: str,
        fields: Mapping[str, Any],
        extra: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> int:
        """Begins a call whose result `future` gets; the number is for `Completions.cancel`."""

    def events(
        self, name: str, fields: Mapping[str, Any], extra: Mapping[str, Any] | None = None
    ) -> Stream:
        """The events of an operation that is answered as a stream, or the items of a list with pages."""

    def content(
        self, name: str, fields: Mapping[str, Any], extra: Mapping[str, Any] | None = None
    ) -> Stream:
        """The file that an operation is answered with: what is known of it, then its bytes, piece
        by piece."""

    def resume(self, kind: Literal["video", "image"], id: str) -> dict[str, Any]:
        """A job known by its id alone."""

    def wait(self, job: Mapping[str, Any], timeout: float | None = None) -> Stream:
        """Waits until a job has succeeded; its progress are the job as each poll sees it."""

    def watch(self, job: Mapping[str, Any]) -> Stream:
        """The job as each poll sees it, until it has ended, well or not."""

    def download(
        self, what: Mapping[str, Any] | str, path: str | PathLike[str], index: int = 0
    ) -> Stream:
        """Downloads a job's file, or what is at an address, to a path; its progress are the bytes
        so far.
        """

    def open(
        self,
        what: Mapping[str, Any] | str,
        index: int = 0,
        start: int = 0,
        end: int | None = None,
    ) -> Stream:
        """A range of a job's file, or of what is at an address: what is known of the file, then
        its bytes, piece by piece."""

@final
class Completions:
    """The calls of one event loop."""

    def __new__(cls, wake: Callable[[], object] | None = None) -> Completions: ...
    def fileno(self) -> int:
        """What the event loop has to watch."""

    def drain(self) -> None:
        """Completes the futures whose calls have ended."""

    def cancel(self, ticket: int) -> None:
        """Ends a call whose future nobody waits for any more."""

@final
class File:
    """A file to send under a name of its own."""

    def __new__(
        cls,
        content: str | PathLike[str] | bytes | bytearray | memoryview | IO[bytes],
        filename: str | None = None,
    ) -> File: ...
    @property
    def filename(self) -> str | None: ...

@final
class Simulator:
    """A running simulator. It stops when it is closed or dropped."""

    def __new__(
        cls,
        *,
        port: int = 0,
        speed: float = 1.0,
        seed: int = 0,
        shapes: str = "observed",
        difficulty: str | None = None,
        account: Mapping[str, Any] | None = None,
    ) -> Simulator: ...
    @property
    def url(self) -> str: ...
    @property
    def control_token(self) -> str: ...
    def base_url(self, dialect: str) -> str: ...
    def credentials(self) -> dict[str, Any]: ...
    def add_account(self, account: Mapping[str, Any]) -> dict[str, Any]:
        """Adds an account, and answers with its credentials."""

    def advance(self, seconds: float) -> None: ...
    def set_speed(self, speed: float) -> None: ...
    def set_shapes(self, shapes: str) -> None: ...
    def add_fault(self, rule: Mapping[str, Any]) -> int: ...
    def clear_faults(self) -> None: ...
    def journal(self, operation: str | None = None) -> list[dict[str, Any]]: ...
    def clear_journal(self) -> None: ...
    def close(self) -> None:
        """Stops the simulator: its ports are closed when this returns."""

@final
class Stream:
    """Pieces, asked for one after the other. Nothing happens between two of them but what the
    core's own threads do; closing the stream ends what it is about."""

    def next(self) -> tuple[bool, Any] | None:
        """The next piece as `(is_result, value)`, or None at the end."""

    def begin(self, completions: Completions, future: Future[Any]) -> int:
        """Begins to ask for the next piece, which `future` gets."""

    def close(self) -> None:
        """Ends the stream."""

def solve_pow(
    seed: str,
    difficulty: str,
    profile: dict[str, Any] | None = None,
    max_tries: int | None = None,
    timeout: float | None = None,
    threads: int | None = None,
) -> dict[str, Any]:
    """Solves a challenge on all cores, with the interpreter free meanwhile."""

def profile(drawn: bool) -> dict[str, Any]:
    """The usual profile, or one drawn from the documented browsers and apps."""

def check_target(path: str) -> None:
    """Refuses a place for a download that cannot be written."""

def drain() -> bool:
    """Waits, for ten seconds at most, until every renewal of this process is stored."""

def detect(options: dict[str, Any]) -> dict[str, Any]:
    """Tells which dialect the server of these options speaks, and why."""

def begin_detect(completions: Completions, future: Future[Any], options: dict[str, Any]) -> int:
    """Begins to find out which dialect the server of these options speaks; `future` gets it."""

def shown(text: str, longest: int = 120) -> str:
    """A text as it is shown: without control characters, secrets and signatures."""

def read_chat(answer: object) -> dict[str, Any]:
    """Reads a chat's words, or a chunk or a whole answer of one."""
