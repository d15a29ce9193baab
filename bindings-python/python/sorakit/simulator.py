"""The simulator of all dialects, in this process: no network, no account."""

from __future__ import annotations

from . import _native
from ._model import Model

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal

    from typing_extensions import Self

    from ._client import AsyncClient, Client
    from .models.shared import Dialect, Flavour

__all__ = ["Credentials", "Request", "Simulator"]


class Credentials(Model):
    """Every way to authenticate as one account of the simulator."""

    _secret = frozenset(("access_token", "session_token", "refresh_token", "api_key"))

    access_token: str
    """The access token of the native dialect, a JWT."""

    session_token: str
    """The session token, from which access tokens come."""

    refresh_token: str
    """The refresh token; it serves once, and with `client_id` alone."""

    client_id: str
    """The client that the refresh token is bound to."""

    redirect_uri: str
    """The redirect URI that goes with the client."""

    api_key: str
    """The key of the gateway dialects."""


class Request(Model):
    """One request, and what the simulator made of it."""

    index: int
    """Its number, from 0."""

    at: str
    """The simulated time of arrival, RFC 3339."""

    origin: str
    """Which listener received it: `api`, a dialect's name, or `cdn`."""

    connection: int
    """The number of the connection it came over, from 0."""

    method: str
    """The HTTP method."""

    path: str
    """The path without the query."""

    query: str
    """The query without the question mark."""

    headers: list[list[str]]
    """Header names in lower case, and values, in order of arrival."""

    body: str | None
    """The body, if it is text of at most 64 KiB."""

    body_size: int
    """The size of the body in bytes."""

    body_sha256: str
    """The SHA-256 of the body, in hexadecimal."""

    operation: str | None
    """The name of the operation, such as `sora.videos.create`."""

    account: str | None
    """The account that was authenticated."""

    jobs: list[str]
    """The jobs that the request made."""

    fault: str | None
    """The fault that was played, if any."""

    status: int | None
    """The status of the answer; None if the connection was reset before one."""


class Simulator:
    """A stateful server of every dialect, on loopback, that ends with the `with` block.

        with sorakit.Simulator(speed=60) as simulator:
            client = simulator.client()
            video = client.videos.generate("a cat in the snow")
            video.download("cat.mp4")

    A prompt that holds `simulate:NAME` makes its job go wrong in a certain way, for instance
    `simulate:content_policy_violation`; scripted faults do so for any request.
    """

    def __init__(
        self,
        *,
        speed: float = 60.0,
        seed: int = 0,
        port: int = 0,
        shapes: Literal["documented", "observed"] = "observed",
        difficulty: str | None = None,
        account: Mapping[str, Any] | None = None,
    ) -> None:
        """Starts the simulator.

        Args:
            speed: How many simulated seconds pass in a real one; 0 stops the clock.
            seed: The seed of ids, media and chances.
            port: The port; 0 takes a free one.
            shapes: The form of answers where documents and real servers differ.
            difficulty: The difficulty of the proof of work, in hexadecimal.
            account: What differs in the first account: `plan`, `quota`, `concurrency` and so on.
        """
        self._native = _native.Simulator(
            port=port,
            speed=speed,
            seed=seed,
            shapes=shapes,
            difficulty=difficulty,
            account=account,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stops the simulator: its ports are closed when this returns."""
        self._native.close()

    @property
    def url(self) -> str:
        """The main origin."""
        return self._native.url

    @property
    def control_token(self) -> str:
        """The token of the control surface, for the header `x-simulator-token`."""
        return self._native.control_token

    def base_url(self, dialect: Dialect | Flavour = "sora") -> str:
        """The base URL of a dialect or of one of its flavours, as a client needs it."""
        url = self._native.base_url(dialect)
        return f"{url}/backend" if dialect == "sora" else url

    def client(self, dialect: Dialect | Flavour = "sora", **options: Any) -> Client:
        """A client of the first account, that polls often enough for the simulator's speed.

        It takes nothing from the environment, so that no real credential is sent or overwritten.

        Args:
            dialect: The dialect that it speaks, or a flavour such as `upstream`.
            options: Any option of `Client`.
        """
        from ._client import Client

        return Client(**self._options(dialect, options))

    def async_client(self, dialect: Dialect | Flavour = "sora", **options: Any) -> AsyncClient:
        """The same for asyncio."""
        from ._client import AsyncClient

        return AsyncClient(**self._options(dialect, options))

    def _options(self, dialect: Dialect | Flavour, given: dict[str, Any]) -> dict[str, Any]:
        from typing import get_args

        from .models.shared import Dialect

        options: dict[str, Any] = {
            "dialect" if dialect in get_args(Dialect) else "flavour": dialect,
            "base_url": self.base_url(dialect),
            "poll_interval": 0.1,
            "environment": False,
        }
        named = ("access_token", "api_key", "session_token", "refresh_token", "store", "credential_file")
        if not any(given.get(name) for name in named):
            credentials = self.credentials()
            token = credentials.access_token if dialect == "sora" else credentials.api_key
            options["access_token"] = token
        return {**options, **given}

    def credentials(self) -> Credentials:
        """The credentials of the first account. They are no secret."""
        return Credentials.from_dict(self._native.credentials())

    def add_account(self, **account: Any) -> Credentials:
        """Adds an account.

        Args:
            account: What differs from the first: `plan`, `quota`, `concurrency` and so on.
        """
        return Credentials.from_dict(self._native.add_account(account))

    def advance(self, seconds: float) -> None:
        """Moves the clock forward."""
        self._native.advance(seconds)

    def set_speed(self, speed: float) -> None:
        """Changes the speed of the clock; 0 stops it."""
        self._native.set_speed(speed)

    def set_shapes(self, shapes: Literal["documented", "observed"]) -> None:
        """Changes the form of answers."""
        self._native.set_shapes(shapes)

    def add_fault(
        self,
        kind: str,
        *,
        operation: str | None = None,
        method: str | None = None,
        path: str | None = None,
        origin: str | None = None,
        skip: int = 0,
        times: int | None = 1,
        probability: float = 1.0,
        **details: Any,
    ) -> int:
        """Adds a scripted fault, and answers with its number.

        Args:
            kind: What happens, such as `status`, `reset_after`, `stall` or `cloudflare`.
            operation: The operation that is hit; `*` stands for any text.
            method: The HTTP method that is hit.
            path: The path that is hit; `*` stands for any text.
            origin: The listener that is hit: `api`, a dialect's name, or `cdn`.
            skip: How many requests pass first.
            times: How many are hit; None for all.
            probability: The chance that one is hit.
            details: What the kind needs, such as `status=503` or `ms=200`.
        """
        rule = {
            "operation": operation,
            "method": method,
            "path": path,
            "origin": origin,
            "skip": skip,
            "times": times,
            "probability": probability,
            "action": {"kind": kind, **details},
        }
        optional = ("operation", "method", "path", "origin")
        return self._native.add_fault(
            {name: value for name, value in rule.items() if value is not None or name not in optional}
        )

    def clear_faults(self) -> None:
        """Removes all scripted faults."""
        self._native.clear_faults()

    def requests(self, operation: str | None = None) -> list[Request]:
        """The requests so far.

        Args:
            operation: Those of one operation alone, such as `sora.videos.create`.
        """
        return Request.from_list(self._native.journal(operation))

    def clear_requests(self) -> None:
        """Forgets the requests so far."""
        self._native.clear_journal()

    def __repr__(self) -> str:
        try:
            return f"Simulator({self.url})"
        except RuntimeError:
            return "Simulator(closed)"
