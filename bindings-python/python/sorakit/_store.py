"""Where credentials are kept."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol, TypedDict, runtime_checkable

__all__ = ["Credential", "CredentialStore"]


class Credential(TypedDict, total=False):
    """An account's tokens, as a store keeps them: everything in it has to be kept."""

    access_token: str
    """The access token, or a gateway's API key."""

    session_token: str
    """The session token, from which access tokens come."""

    refresh_token: str
    """The refresh token, from which access tokens come. Each use replaces it."""

    client_id: str
    """The client that the refresh token was issued to."""

    redirect_uri: str
    """The redirect URI of a client that is not documented."""

    expires_at: float
    """When the access token ends, in seconds since 1970."""

    origin: str
    """The origin of the server that it is for; no other gets it."""

    account: str
    """Whose it is, where an access token has told."""

    renewals: int
    """How often it was renewed: of two the higher is the newer."""

    given: list[str]
    """Marks of the tokens that callers gave."""

    replaced: list[str]
    """Marks of the tokens that a renewal replaced."""


@runtime_checkable
class CredentialStore(Protocol):
    """Keeps one account's credential.

    A refresh token is used up by being used. So a renewal holds the lock from before the store
    is read until the new token is saved, and the new access token is used only after that.
    The methods are called on threads of their own and may block; the lock is entered and left
    on one thread.
    """

    def load(self) -> Credential | None:
        """What is kept, if anything."""

    def save(self, credential: Credential) -> None:
        """Keeps `credential`. When it returns, the credential survives a crash."""

    def lock(self) -> AbstractContextManager[object]:
        """Keeps everyone else who uses the same store out of a renewal, while it is entered."""
        ...
