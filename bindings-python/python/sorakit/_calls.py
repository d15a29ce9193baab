"""What `Client` and `AsyncClient` have in common."""

from __future__ import annotations

from . import _native
from ._given import check_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, Literal, TypeVar

    from ._store import CredentialStore
    from .models.shared import Dialect, Flavour

    R = TypeVar("R")


class Calls:
    """A native client, and the resources that have been used."""

    _native: _native.Client
    _resources: dict[type, Any]

    def _open(
        self,
        options: Mapping[str, Any],
        store: CredentialStore | None,
        on_event: Callable[[dict[str, Any]], object] | None,
    ) -> None:
        _drain_at_exit()
        self._native = _native.Client(given(options), store, on_event)
        self._resources = {}

    def _resource(self, cls: type[R]) -> R:
        found: R | None = self._resources.get(cls)
        if found is None:
            found = self._resources[cls] = cls(self)  # type: ignore[call-arg]
        return found

    @property
    def dialect(self) -> Dialect | None:
        """The dialect that the server speaks; None until the first call has found it out."""
        return self._native.dialect

    @property
    def flavour(self) -> Flavour | None:
        """The kind of the server; None until it is known, and where all servers are alike."""
        return self._native.flavour

    @property
    def base_url(self) -> str:
        """The API's base URL."""
        return self._native.base_url

    def _resumed(self, kind: Literal["video", "image"], id: str) -> dict[str, Any]:
        check_text(f"{kind}s.resume", "id", id)
        return self._native.resume(kind, id)

    def set_admin_token(self, token: str | None) -> None:
        """Sets the token of an admin login, or forgets it."""
        if token is not None:
            check_text("set_admin_token", "token", token)
        self._native.set_admin_token(token)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(dialect={self.dialect!r}, base_url={self.base_url!r})"


_drains = False


def _drain_at_exit() -> None:
    """What a renewal got is nowhere else until it is stored: the interpreter waits for it."""
    global _drains
    if not _drains:
        import atexit

        _drains = True
        atexit.register(_native.drain)


def given(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options that are not None."""
    return {name: _text(value) for name, value in options.items() if value is not None}


def _text(value: Any) -> Any:
    """A path among the options as text."""
    return value.__fspath__() if hasattr(value, "__fspath__") else value
