"""What `Client` and `AsyncClient` have in common."""

from __future__ import annotations

from . import _log, _native
from ._given import check_text, id_of, refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, Literal, TypeVar

    from ._native import Client as NativeClient
    from ._store import CredentialStore
    from .models import shared
    from .models.shared import Dialect, Flavour

    R = TypeVar("R")


class Calls:
    """A native client, and the resources that have been used."""

    _opened: NativeClient
    _resources: dict[type, Any]

    def _open(
        self,
        options: Mapping[str, Any],
        store: CredentialStore | None,
        on_event: Callable[[dict[str, Any]], object] | None,
    ) -> None:
        if on_event is not None and not callable(on_event):
            raise refused("Client", "on_event", "a function, or None", on_event)
        if store is not None and not all(callable(getattr(store, name, None)) for name in ("load", "save")):
            raise refused("Client", "store", "an object with `load` and `save`, or None", store)
        _drain_at_exit()
        self._opened = _native.Client(given(options), store, on_event, _log.log, _log.level())
        self._resources = {}

    @property
    def _native(self) -> NativeClient:
        """The native client, which learns before each call what the logger takes."""
        self._opened.hear(_log.level())
        return self._opened

    def _resource(self, cls: type[R]) -> R:
        found: R | None = self._resources.get(cls)
        if found is None:
            found = self._resources[cls] = cls(self)  # type: ignore[call-arg]
        return found

    @property
    def dialect(self) -> Dialect | None:
        """The dialect that the server speaks; None until the first call has found it out."""
        return self._opened.dialect

    @property
    def flavour(self) -> Flavour | None:
        """The kind of the server; None until it is known, and where all servers are alike."""
        return self._opened.flavour

    @property
    def base_url(self) -> str:
        """The API's base URL."""
        return self._opened.base_url

    def _resumed(self, kind: Literal["video", "image"], id: shared.Job | str) -> dict[str, Any]:
        own = id_of(id)
        check_text(f"{kind}s.resume", "id", own)
        return self._native.resume(kind, own)

    def _given_job(self, operation: str, kind: Literal["video", "image"], job: Any) -> Any:
        """A job as it is given, or that of an id."""
        if isinstance(job, str):
            return self._job(self._resumed(kind, job))
        from .models.shared import Job

        if not isinstance(job, Job):
            raise refused(operation, "job", "a job, or a job's id", job)
        return job

    def _job(self, fields: Mapping[str, Any]) -> Any:
        """A job that knows its client."""
        raise NotImplementedError

    def set_admin_token(self, token: str | None) -> None:
        """Sets the token of an admin login, or forgets it."""
        if token is not None:
            check_text("set_admin_token", "token", token)
        self._native.set_admin_token(token)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(dialect={self.dialect!r}, base_url={self.base_url!r})"


_drains_in: int | None = None
"""The process whose end waits for renewals."""


def _drain_at_exit() -> None:
    """What a renewal got is nowhere else until it is stored: the interpreter waits for it."""
    global _drains_in
    import os

    if _drains_in == os.getpid():
        return
    if _drains_in is None and hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_drain_in_child)
    _drains_in = os.getpid()
    import atexit

    atexit.register(_native.drain)
    _drain_with_multiprocessing()


def _drain_with_multiprocessing() -> None:
    """A child of `multiprocessing` ends without what `atexit` holds."""
    import sys

    process = sys.modules.get("multiprocessing.process")
    if process is not None and process.parent_process() is not None:
        from multiprocessing import util

        util.Finalize(None, _native.drain, exitpriority=0)


def _drain_in_child() -> None:
    """A child that was forked forgets what its parent registered, once it has begun."""
    import sys

    util = sys.modules.get("multiprocessing.util")
    if util is not None:
        util.register_after_fork(_drain_in_child, lambda _: _drain_with_multiprocessing())


def given(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that are not None."""
    return {name: _text(value) for name, value in options.items() if value is not None}


def _text(value: Any) -> Any:
    """A path among the options as text."""
    return value.__fspath__() if hasattr(value, "__fspath__") else value
