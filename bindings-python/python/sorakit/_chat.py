"""What a chat says: its words, its progress, and the media that it links to."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

from ._model import Model


class ChatMedia(Model):
    """A video or image that a chat links to."""

    kind: str
    """`video` or `image`."""
    url: str
    """Where it is: an address, a path at the server, or a data URL."""


class CharacterCard(Model):
    """A character that was made in a chat."""

    username: str | None
    display_name: str | None
    character_id: str | None
    cameo_id: str | None
    profile_asset_url: str | None


class ChatReading(Model):
    """What an answer of a chat, a chunk of one, or a text says."""

    _nested = {"media": "ChatMedia", "character": "CharacterCard"}  # noqa: RUF012

    text: str
    """Its words."""
    progress: float | None
    """How far the generation is, from 0 to 100, when it says so."""
    media: list[ChatMedia]
    """The media that it links to, in its order, each once."""
    character: CharacterCard | None
    """The character that was made."""


def read_chat(answer: str | Model | Mapping[str, Any]) -> ChatReading:
    """Reads a chat: its words, or a chunk or a whole answer as an operation gives it."""
    from ._native import read_chat

    plain = answer.to_dict() if isinstance(answer, Model) else answer
    return ChatReading.from_dict(read_chat(plain))
