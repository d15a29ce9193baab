"""The operations of the `sora2api` dialect.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:

    from .._async import AsyncCalls
    from .._sync import SyncCalls


__all__ = ["Sora2api", "AsyncSora2api"]


class Sora2api:
    """The operations of the `sora2api` dialect."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client


class AsyncSora2api:
    """The operations of the `sora2api` dialect."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client
