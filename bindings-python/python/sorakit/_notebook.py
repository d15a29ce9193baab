"""How results show themselves in notebooks."""

from __future__ import annotations

import html
import os
from base64 import b64encode
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._jobs import _Bound

EMBEDDED = 50 << 20
"""The longest video that is written into a notebook, in bytes; a longer one is linked to."""


def video_html(job: _Bound, path: str | None) -> str:
    """A player: of the downloaded file when there is one, else of the address."""
    source = job.url
    if path is not None and os.path.isfile(path) and os.path.getsize(path) <= EMBEDDED:
        with open(path, "rb") as file:
            source = "data:video/mp4;base64," + b64encode(file.read()).decode()
    if source is None:
        from ._native import shown

        text = f"Video {shown(job.id)}: download it, and it plays here."
        return f"<p>{html.escape(text)}</p>"
    size = ""
    if job.video is not None and job.video.width:
        size = f' style="max-width: min(100%, {int(job.video.width)}px)"'
    return f'<video controls loop src="{html.escape(source, quote=True)}"{size}></video>'


def image_html(job: _Bound) -> str:
    """The images of a job, by their addresses."""
    return "".join(
        f'<img src="{html.escape(image.url, quote=True)}" style="max-width: 100%">'
        for image in job.images
    )


def image_bundle(data: bytes, text: str) -> dict[str, Any]:
    """An image in the forms that a notebook shows."""
    kind = _media_type(data)
    encoded = b64encode(data).decode()
    if kind in ("image/png", "image/jpeg"):
        return {kind: encoded, "text/plain": text}
    tag = f'<img src="data:{kind};base64,{encoded}" style="max-width: 100%">'
    return {"text/html": tag, "text/plain": text}


def _media_type(data: bytes) -> str:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"GIF8"):
        return "image/gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "application/octet-stream"
