"""The Sentinel proof of work."""

from __future__ import annotations

from . import _native
from ._given import check_number, check_seconds, refused
from ._model import Model

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .models.shared import Profile

__all__ = ["PowSolution", "default_profile", "random_profile", "solve_pow"]


class PowSolution(Model):
    """A solved challenge."""

    token: str
    """The answer as a request has it: `gAAAAAB…~S`."""

    initial_token: str
    """The answer as the request for a challenge has it: `gAAAAAC…`."""

    answer: str
    """The configuration with its counters, in base64."""

    nonce: int
    """The value of the counter."""

    tries: int
    """How many candidates were looked at, up to and including this one."""

    elapsed: float
    """How long it took, in seconds."""


def default_profile() -> Profile:
    """The browser and the app that requests speak for unless told otherwise."""
    return _profile(False)


def random_profile() -> Profile:
    """A browser and an app drawn at random from the documented ones, with a screen, a language and
    a number of cores that go with them. Keep it with the account that it speaks for."""
    return _profile(True)


def _profile(drawn: bool) -> Profile:
    from .models.shared import Profile

    return Profile.from_dict(_native.profile(drawn))


def solve_pow(
    seed: str,
    difficulty: str,
    *,
    profile: Profile | Mapping[str, Any] | None = None,
    max_tries: int | None = None,
    timeout: float | None = None,
    threads: int | None = None,
) -> PowSolution:
    """Solves a Sentinel challenge: finds the lowest nonce whose SHA3-512 is not above the bound.

    The interpreter is free for other threads meanwhile, and Ctrl-C ends the search; in asyncio
    use `asyncio.to_thread`. Clients solve challenges by themselves: this is for those who send
    requests with other means.

    Args:
        seed: The challenge's seed.
        difficulty: The challenge's difficulty, in hexadecimal.
        profile: The browser that the answer speaks for. Default: a desktop browser.
        max_tries: The most candidates that are tried. Default: 100 million.
        timeout: The longest time, in seconds. Default: 60.
        threads: The most threads. Default: as many as there are cores.

    Errors: `ProofOfWorkError` when the challenge is harder than the limits allow.
    """
    for field, text in (("seed", seed), ("difficulty", difficulty)):
        if not isinstance(text, str):
            raise refused("solve_pow", field, "a text", text)
    check_number("solve_pow", "max_tries", max_tries, 1)
    check_seconds("solve_pow", "timeout", timeout)
    check_number("solve_pow", "threads", threads)
    given = None if profile is None else profile if isinstance(profile, dict) else dict(_fields(profile))
    solved = _native.solve_pow(seed, difficulty, given, max_tries, timeout, threads)
    return PowSolution.from_dict(solved)


def _fields(profile: Profile | Mapping[str, Any]) -> Mapping[str, Any]:
    return profile.to_dict() if isinstance(profile, Model) else profile
