"""The operations of the `openai` dialect.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:

    from .._async import AsyncCalls
    from .._sync import SyncCalls


__all__ = ["Openai", "AsyncOpenai"]


class Openai:
    """The operations of the `openai` dialect."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client


class AsyncOpenai:
    """The operations of the `openai` dialect."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client
