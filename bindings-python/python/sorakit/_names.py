"""Names of arguments that nobody knows: refused with the nearest one that is known, and with the
call's public name."""

from __future__ import annotations

from .errors import InvalidInputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    C = TypeVar("C", bound=type)


class UnknownArgumentError(InvalidInputError, TypeError):
    """An argument by a name that the call does not have. It is a `TypeError`, too, as for any call."""


def named(place: str) -> Callable[[C], C]:
    """A decorator of a class, whose methods are called `<place>.<method>` in errors; those of an
    empty place by their own names, and a constructor by the place itself."""

    def name(cls: C) -> C:
        for verb, member in list(vars(cls).items()):
            if verb[0] == "_" and verb != "__init__":
                continue
            call = place if verb == "__init__" else f"{place}.{verb}"
            if isinstance(member, classmethod):
                setattr(cls, verb, classmethod(_checked(member.__func__, call)))
            elif hasattr(member, "__code__"):
                setattr(cls, verb, _checked(member, call))
        return cls

    return name


_MORE = 0x08
"""The flag of a function that takes arguments of any name."""

_COROUTINE = 0x80
"""The flag of a function whose result is awaited."""


def _checked(function: Any, call: str) -> Any:
    code = function.__code__
    function.__qualname__ = call
    if code.co_flags & _MORE:
        return function
    known = frozenset(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])

    from functools import wraps

    if code.co_flags & _COROUTINE:

        @wraps(function)
        async def awaited(*args: Any, **named: Any) -> Any:
            if not named.keys() <= known:
                raise _unknown(call, named, code.co_varnames, known)
            return await function(*args, **named)

        return awaited

    @wraps(function)
    def checked(*args: Any, **named: Any) -> Any:
        if not named.keys() <= known:
            raise _unknown(call, named, code.co_varnames, known)
        return function(*args, **named)

    return checked


def _unknown(call: str, named: dict[str, Any], order: tuple[str, ...], known: frozenset[str]) -> Exception:
    from difflib import get_close_matches

    name = next(name for name in named if name not in known)
    options = [one for one in order if one in known and one not in ("self", "cls")]
    near = get_close_matches(name, options, 1)
    meant = f"; did you mean `{near[0]}`?" if near else f"; there is {', '.join(options)}"
    message = f"{call}: {name}: is no option{meant}"
    return UnknownArgumentError(message, operation=call, field=name)
