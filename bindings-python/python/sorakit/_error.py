"""The base of every exception."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .models.shared import ErrorKind


class SorakitError(Exception):
    """What failed, on which operation, and what to do about it.

    There is one subclass for each `kind`, in `sorakit.errors`. The message never holds a whole
    response, and never a secret.
    """

    kind: ErrorKind
    """The class of the error, such as `rate_limited`."""

    message: str
    """The whole message: operation, what failed, what to do."""

    operation: str | None
    """The operation's name, such as `sora.videos.create`."""

    code: str | None
    """The server's own code."""

    status: int | None
    """The HTTP status, when an answer came."""

    request_id: str | None
    """The server's id of the request."""

    retry_after: float | None
    """How long the server asked to wait, in seconds."""

    retryable: bool
    """Whether trying again later may succeed without any change."""

    field: str | None
    """The field that was refused."""

    job_id: str | None
    """The job it is about. The job can be resumed by this id."""

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        code: str | None = None,
        status: int | None = None,
        request_id: str | None = None,
        retry_after: float | None = None,
        retryable: bool = False,
        field: str | None = None,
        job_id: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.operation = operation
        self.code = code
        self.status = status
        self.request_id = request_id
        self.retry_after = retry_after
        self.retryable = retryable
        self.field = field
        self.job_id = job_id
