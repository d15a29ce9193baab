"""The exceptions: `SorakitError` and one subclass for each kind of error.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

from ._error import SorakitError

__all__ = [
    "SorakitError",
    "InvalidInputError",
    "UnsupportedError",
    "ConfigurationError",
    "AuthenticationError",
    "PermissionError",
    "BlockedError",
    "SentinelError",
    "ProofOfWorkError",
    "AccountSetupError",
    "RegionError",
    "NotFoundError",
    "ConflictError",
    "BadRequestError",
    "RateLimitedError",
    "TooManyJobsError",
    "QuotaExhaustedError",
    "OverloadedError",
    "ContentPolicyError",
    "GenerationFailedError",
    "NotReadyError",
    "ServerError",
    "ConnectionError",
    "TimeoutError",
    "OutcomeUnknownError",
    "UnexpectedResponseError",
    "CancelledError",
    "StorageError",
]


class InvalidInputError(SorakitError):
    """A value was refused before anything was sent."""

    kind = "invalid_input"


class UnsupportedError(SorakitError):
    """The dialect or server does not offer this."""

    kind = "unsupported"


class ConfigurationError(SorakitError):
    """A setting is missing or wrong: base URL, proxy, certificate, file."""

    kind = "configuration"


class AuthenticationError(SorakitError):
    """The credential is missing, invalid or expired.

    Check the token or API key, or sign in again.
    """

    kind = "authentication"


class PermissionError(SorakitError):
    """The credential is valid but may not do this.

    Use a credential that may do this.
    """

    kind = "permission"


class BlockedError(SorakitError):
    """A CDN answered in the server's place, such as a Cloudflare challenge page.

    A CDN stands before the server. The credential is not at fault: try later, or through
    another network or proxy.
    """

    kind = "blocked"


class SentinelError(SorakitError):
    """The server refused the Sentinel token.

    Check that profile, device id and proxy agree in every request.
    """

    kind = "sentinel"


class ProofOfWorkError(SorakitError):
    """The proof of work cannot be solved within the limits."""

    kind = "proof_of_work"


class AccountSetupError(SorakitError):
    """The account's owner must complete a step: invite, username, phone number.

    The account's owner has to finish its set-up.
    """

    kind = "account_setup"


class RegionError(SorakitError):
    """The service is not offered in the caller's country.

    The service refuses this country: send from one that it serves, such as through a proxy
    there.
    """

    kind = "region"


class NotFoundError(SorakitError):
    """No such job, post, file or path.

    Check the id, the base URL and the dialect.
    """

    kind = "not_found"


class ConflictError(SorakitError):
    """The thing already exists, or has changed in the meantime."""

    kind = "conflict"


class BadRequestError(SorakitError):
    """The server refused the request as malformed."""

    kind = "bad_request"


class RateLimitedError(SorakitError):
    """Too many requests in a given time.

    Send fewer requests, or wait.
    """

    kind = "rate_limited"


class TooManyJobsError(SorakitError):
    """The account has too many jobs in progress.

    Wait until one of the account's jobs has ended.
    """

    kind = "too_many_jobs"


class QuotaExhaustedError(SorakitError):
    """The account's quota or credit is exhausted.

    Wait for the quota to reset, or use another account.
    """

    kind = "quota_exhausted"


class OverloadedError(SorakitError):
    """The server is under heavy load, or has no free account or channel.

    Try again later.
    """

    kind = "overloaded"


class ContentPolicyError(SorakitError):
    """Moderation refused the prompt, an input or the result. Permanent.

    Change the prompt or the input; a retry cannot help.
    """

    kind = "content_policy"


class GenerationFailedError(SorakitError):
    """The job ended without a result."""

    kind = "generation_failed"


class NotReadyError(SorakitError):
    """The result was requested before the job was done.

    Wait for the job to succeed.
    """

    kind = "not_ready"


class ServerError(SorakitError):
    """The server failed.

    Try again later.
    """

    kind = "server"


class ConnectionError(SorakitError):
    """No connection, or one that dropped without changing anything.

    Check the base URL, the network and the proxy.
    """

    kind = "connection"


class TimeoutError(SorakitError):
    """A time limit was exceeded."""

    kind = "timeout"


class OutcomeUnknownError(SorakitError):
    """The request was sent, but it is unknown whether the server accepted it.

    It may have been accepted: look at the account's jobs before sending it again.
    """

    kind = "outcome_unknown"


class UnexpectedResponseError(SorakitError):
    """The answer is not the one that the operation documents."""

    kind = "unexpected_response"


class CancelledError(SorakitError):
    """The caller cancelled."""

    kind = "cancelled"


class StorageError(SorakitError):
    """A local file or credential store failed."""

    kind = "storage"


BY_KIND: dict[str, type[SorakitError]] = {
    "invalid_input": InvalidInputError,
    "unsupported": UnsupportedError,
    "configuration": ConfigurationError,
    "authentication": AuthenticationError,
    "permission": PermissionError,
    "blocked": BlockedError,
    "sentinel": SentinelError,
    "proof_of_work": ProofOfWorkError,
    "account_setup": AccountSetupError,
    "region": RegionError,
    "not_found": NotFoundError,
    "conflict": ConflictError,
    "bad_request": BadRequestError,
    "rate_limited": RateLimitedError,
    "too_many_jobs": TooManyJobsError,
    "quota_exhausted": QuotaExhaustedError,
    "overloaded": OverloadedError,
    "content_policy": ContentPolicyError,
    "generation_failed": GenerationFailedError,
    "not_ready": NotReadyError,
    "server": ServerError,
    "connection": ConnectionError,
    "timeout": TimeoutError,
    "outcome_unknown": OutcomeUnknownError,
    "unexpected_response": UnexpectedResponseError,
    "cancelled": CancelledError,
    "storage": StorageError,
}
"""The exception of each kind."""
