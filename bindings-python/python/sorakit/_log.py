"""The logger `sorakit`: what happens inside calls, without secrets.

Nothing is shown unless the program sets up `logging`:

    logging.basicConfig(level=logging.INFO)
    logging.getLogger("sorakit").setLevel(logging.DEBUG)  # each request and answer

DEBUG has every request, its answer and how long it took, and each proof of work; INFO what is sent
again, what a creation waits for, what the server speaks and which credential is used; WARNING what
is unusual and not wrong. Each record has its event as `record.sorakit`, a dictionary.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from logging import Logger
    from typing import Any

OFF = 255
"""A level above all others."""


def level() -> int:
    """The lowest level that the logger takes. A program that never loaded `logging` takes none."""
    logger = _logger()
    if logger is not None:
        for step in (10, 20, 30):
            if logger.isEnabledFor(step):
                return step
    return OFF


def log(level: int, event: Mapping[str, Any]) -> None:
    """Writes an event. Called on the thread that runs the call."""
    logger = _logger()
    if logger is not None and logger.isEnabledFor(level):
        logger.log(level, "%s", _line(event), extra={"sorakit": event})


def _logger() -> Logger | None:
    logging = sys.modules.get("logging")
    if logging is None or not hasattr(logging, "NullHandler"):
        return None
    logger: Logger = logging.getLogger("sorakit")
    if not logger.handlers:
        # Without it Python itself would write warnings of a program that sets up no logging.
        logger.addHandler(logging.NullHandler())
    return logger


def _line(event: Mapping[str, Any]) -> str:
    kind = event["event"]
    if kind in ("sending", "answered", "unanswered"):
        return _exchange(kind, event)
    if kind == "retrying":
        return f"{event['operation']}: {event['kind']}; sent again in {event['after']:.1f} s"
    if kind == "waiting_for_slot":
        return f"{event['operation']}: waiting {event['after']:.0f} s for a free slot"
    if kind == "detected":
        flavour = event["flavour"]
        return f"the server speaks {event['dialect']}" + (f", flavour {flavour}" if flavour else "")
    if kind == "solved":
        return f"proof of work solved: {event['tries']} tries in {event['elapsed']:.3f} s"
    if kind == "renewed":
        return "access token renewed, and the credential stored"
    if kind == "credential_used":
        return f"credential from {event['source']} for {event['origin']}"
    if kind == "unknown_status":
        return f"job {event['job_id']!r}: unknown status {event['status_word']!r}"
    return str(event.get("message", kind))


def _exchange(kind: str, event: Mapping[str, Any]) -> str:
    what = f"{event['method']} {event['url']}"
    if event["operation"]:
        what += f" ({event['operation']})"
    if kind == "sending":
        return f"> {what}"
    took = f"in {event['elapsed'] * 1000:.0f} ms"
    if kind == "answered":
        return f"< {event['status']} {what} {took}"
    return f"! {what} {took}: {event['message']}"
