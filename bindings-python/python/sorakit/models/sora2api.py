"""The types of the `sora2api` dialect.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

__all__ = [
]
