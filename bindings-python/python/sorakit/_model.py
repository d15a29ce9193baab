"""The base of every result and of every structured argument.

A model's documented fields are its instance dictionary, as the core gave it. What the server
sent and no document names lives apart, in `unknown`, so that no name of a server's can take the
place of a model's own. Making one costs nearly nothing, and there is no code per class.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any, TypeVar

    from typing_extensions import Self, dataclass_transform

    T = TypeVar("T")

    def default(*, factory: Callable[[], T]) -> T:
        """A default that is made anew for each instance."""
        raise NotImplementedError

else:

    class default:
        """A default that is made anew each time that it is read."""

        def __init__(self, factory):
            self.factory = factory

        def __get__(self, instance, owner=None):
            return self.factory()

    def dataclass_transform(**_):
        return lambda cls: cls


class _Raw:
    """What the server said, for results that do not keep it apart."""

    def __get__(self, instance: Model | None, owner: type | None = None) -> Any:
        return None if instance is None else instance.to_dict()


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(default,))
class Model:
    """Named fields. Fields that are not documented are kept in `unknown`.

    They can be read as attributes too, unless their name begins with an underscore or is one of
    the model's own.
    """

    __slots__ = ("__dict__", "__weakref__", "_unknown")

    _nested: dict[str, str] = {}  # noqa: RUF012
    _secret: frozenset[str] = frozenset()
    _base64: frozenset[str] = frozenset()
    _times: frozenset[str] = frozenset()
    _known: frozenset[str]
    _unknown: dict[str, Any] | None

    if not TYPE_CHECKING:
        raw = _Raw()

        def __init__(self, **fields):
            self._take(fields)

        def __getattr__(self, name):
            if name[0] != "_" and name in self.unknown:
                return self.unknown[name]
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self:
        """Makes one from a plain dictionary."""
        self = cls.__new__(cls)
        self._take(fields)
        own = self.__dict__
        for name, model in cls._nested.items():
            value = own.get(name)
            if value is not None:
                own[name] = _build(cls, model, value)
        for name in cls._base64:
            value = own.get(name)
            if isinstance(value, str):
                own[name] = _from_base64(value)
        for name in cls._times:
            value = own.get(name)
            if isinstance(value, (int, float)):
                own[name] = _time(value)
        return self

    @classmethod
    def from_list(cls, items: Sequence[Mapping[str, Any]]) -> list[Self]:
        """Makes one from each dictionary of a list."""
        return [cls.from_dict(item) for item in items]

    @classmethod
    def from_optional(cls, fields: Mapping[str, Any] | None) -> Self | None:
        """Makes one from a plain dictionary, where there is one."""
        return None if fields is None else cls.from_dict(fields)

    def _take(self, fields: Mapping[str, Any]) -> None:
        """Sorts fields by whether the model knows them."""
        known = type(self).__dict__.get("_known") or _learn(type(self))
        if fields.keys() <= known:
            self._unknown = None
            self.__dict__.update(fields)
            return
        self._unknown = {name: value for name, value in fields.items() if name not in known}
        self.__dict__.update((name, value) for name, value in fields.items() if name in known)

    @property
    def unknown(self) -> dict[str, Any]:
        """The fields that are not documented, as the server sent them."""
        if self._unknown is None:
            self._unknown = {}
        return self._unknown

    def to_dict(self) -> dict[str, Any]:
        """The fields as plain values, with those that are not documented; bytes in base64, times in
        seconds since 1970."""
        return {name: _plain(value) for name, value in (self.__dict__ | self.unknown).items()}

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__ and self.unknown == other.unknown

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        from ._show import shown

        fields = [
            f"{name}={'…' if name in self._secret else shown(value, name)}"
            for name, value in self.__dict__.items()
            if value is not None and name != "raw"
        ]
        if self.unknown:
            # Nobody knows which of their values are secrets.
            fields.append(f"unknown={{{', '.join(map(repr, self.unknown))}}}")
        return f"{type(self).__name__}({', '.join(fields)})"

    def __getstate__(self) -> dict[str, Any]:
        return {"fields": self.__dict__, "unknown": self.unknown}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state["fields"])
        self._unknown = dict(state["unknown"])


def _learn(cls: type[Model]) -> frozenset[str]:
    """The names of a model's documented fields, remembered with the class."""
    names = {
        name for base in cls.__mro__ for name in getattr(base, "__annotations__", ()) if name[0] != "_"
    }
    cls._known = frozenset(names)
    return cls._known


def _build(cls: type[Model], name: str, value: Any) -> Any:
    """The models in a value: a model, a list of them or, with a star, a mapping to them."""
    if isinstance(value, list):
        return [_build(cls, name, item) for item in value]
    if isinstance(value, dict):
        if name.startswith("*"):
            return {key: _build(cls, name[1:], item) for key, item in value.items()}
        return _class(cls, name).from_dict(value)
    return value


def _class(cls: type[Model], name: str) -> type[Model]:
    import sys

    for base in cls.__mro__:
        found = getattr(sys.modules.get(base.__module__), name, None)
        if found is not None:
            return found  # type: ignore[no-any-return]
    raise NameError(name)


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, bytes):
        from binascii import b2a_base64

        return b2a_base64(value, newline=False).decode()
    if type(value).__name__ == "datetime":
        return value.timestamp()
    return value


def _time(seconds: float) -> Any:
    """A time in UTC."""
    from datetime import datetime, timedelta, timezone

    return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)


def _from_base64(text: str) -> bytes:
    from binascii import a2b_base64

    return a2b_base64(text)


def anything(value: Any) -> Any:
    """A result as it is."""
    return value


def nothing(value: Any) -> None:
    """No result."""
