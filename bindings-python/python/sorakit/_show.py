"""What `repr` shows of a value: enough to recognise it, and no secret."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LONGEST = 200
_DEPTH = 8

_SECRET_NAME = re.compile(
    r"token|secret|passw|passphrase|api_?key|cookie|authorization|credential|signature",
    re.IGNORECASE,
)
# A bearer, a JSON Web Token, and the usual beginnings of keys.
_SECRET_TEXT = re.compile(
    r"bearer\s+\S+|\beyJ[\w-]{8,}(?:\.[\w-]*)+|\b(?:sk|sess|rt|pk)[-_][\w-]{8,}", re.IGNORECASE
)
# A signed address is a key to its file.
_QUERY = re.compile(r"(https?://[^\s?#]*)[?#]\S*", re.IGNORECASE)


def shown(value: Any, name: str = "") -> str:
    """A value as `repr` shows it, under the name of its field."""
    from ._native import shown as harmless

    return harmless(repr(_masked(value, name, 0)), _LONGEST)


class _Word:
    """A word without quotes."""

    def __init__(self, word: str) -> None:
        self.word = word

    def __repr__(self) -> str:
        return self.word


def _masked(value: Any, name: str, depth: int) -> Any:
    """The value with its secrets taken out."""
    if isinstance(value, str):
        if value and _SECRET_NAME.search(name):
            return _Word("…")
        # What is beyond the length that is shown need not be looked at.
        return _QUERY.sub(r"\1?…", _SECRET_TEXT.sub("…", value[: 4 * _LONGEST]))
    if isinstance(value, bytes):
        return _Word(f"<{len(value)} bytes>")
    if isinstance(value, (dict, list)) and depth == _DEPTH:
        return _Word("…")
    if isinstance(value, dict):
        return {key: _masked(item, str(key), depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_masked(item, name, depth + 1) for item in value[:_LONGEST]]
    if type(value).__name__ == "datetime":
        return _Word(value.isoformat().replace("+00:00", "Z"))
    return value
