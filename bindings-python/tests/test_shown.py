"""What a server wrote, as people see it; and what a chat says."""

from __future__ import annotations

import io
import sys

import pytest
import sorakit
from sorakit import _progress
from sorakit._notebook import video_html

HOSTILE = "j\x1b]0;title\x07\x9b2J\u202eb\u200b<b>"
KEY = "sk-python-0123456789abcdef"


def assert_harmless(text: str) -> None:
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in text), repr(text)
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def test_bars_and_notebooks_show_nothing_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("rich", "rich.console", "rich.progress", "tqdm", "tqdm.auto"):
        monkeypatch.setitem(sys.modules, name, None)
    terminal = io.StringIO()
    monkeypatch.setattr(sys, "stderr", terminal)
    with _progress.bar_for(True, HOSTILE) as bar:
        bar.update(50, HOSTILE * 100)
    shown = terminal.getvalue()
    assert_harmless(shown.strip("\r\n").replace("\r", ""))
    assert len(shown) < 200
    job = sorakit.Video.from_dict({"id": HOSTILE, "kind": "video", "images": [], "video": None})
    html = video_html(job, None)
    assert_harmless(html)
    assert "<b>" not in html
    assert job.id == HOSTILE


def test_a_repr_shows_neither_secrets_nor_signatures() -> None:
    client = sorakit.Client(dialect="openai", base_url="http://127.0.0.1:1/v1", api_key=KEY)
    job = sorakit.Job.from_dict(
        {"id": HOSTILE, "model": f"echo {KEY}", "video": {"url": "https://a/v.mp4?sig=x&se=1"}}
    )
    shown = repr(job)
    assert_harmless(shown)
    assert KEY not in shown
    assert "sig=" not in shown
    assert "https://a/v.mp4?" in shown
    assert job.model == f"echo {KEY}"
    client.close()


def test_a_chat_is_read_from_words_and_from_answers() -> None:
    said = sorakit.read_chat("45 % [download](https://a/v.MP4) ![x](https://a/i)")
    assert said.progress == 45
    assert [(media.kind, media.url) for media in said.media] == [
        ("video", "https://a/v.MP4"),
        ("image", "https://a/i"),
    ]
    chunk = {"choices": [{"delta": {"reasoning_content": "**Progress**: 12.5%"}}]}
    assert sorakit.read_chat(chunk).progress == 12.5
    part = {"type": "video_url", "video_url": {"url": "https://a/2"}}
    answer = {"choices": [{"message": {"content": [part]}}]}
    assert sorakit.read_chat(answer).media[0].url == "https://a/2"
