"""Progress bars."""

from __future__ import annotations

import io
import re
import sys
import types
from pathlib import Path

import pytest
from sorakit import Simulator, _progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def without(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    for name in names:
        monkeypatch.setitem(sys.modules, name, None)


def test_no_bar_where_there_is_no_terminal(
    sorakit_simulator: Simulator, capsys: pytest.CaptureFixture[str]
) -> None:
    sorakit_simulator.client().videos.generate("a cat")
    output = capsys.readouterr()
    assert output.out == output.err == ""


def test_a_plain_bar_in_a_terminal(
    sorakit_simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    without(monkeypatch, "rich", "rich.console", "rich.progress", "tqdm", "tqdm.auto")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    sorakit_simulator.client().videos.generate("a cat")
    assert "[####################] 100 %" in terminal.getvalue()
    assert terminal.getvalue().endswith("\n")
    terminal.truncate(0)
    sorakit_simulator.client().videos.generate("a cat", progress=False)
    assert "100 %" not in terminal.getvalue()


@pytest.mark.parametrize(("name", "others"), [("tqdm", ("rich", "rich.console")), ("rich", ())])
def test_bars_of_others(
    name: str, others: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip(name)
    without(monkeypatch, *others)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    bar = _progress.bar_for("auto", "a job")
    assert type(bar).__name__.lower() == name
    with bar:
        bar.update(50, "running")
        bar.transfer(1 << 20, 2 << 20)
        bar.transfer(1 << 20, None)
    assert "a job" in terminal.getvalue()


@pytest.mark.parametrize(("name", "others"), [("tqdm", ("rich", "rich.console")), ("rich", ())])
def test_a_bar_of_others_shows_a_video(
    name: str,
    others: tuple[str, ...],
    sorakit_simulator: Simulator,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    pytest.importorskip(name)
    without(monkeypatch, *others)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    video = sorakit_simulator.client().videos.generate("a cat")
    assert video.id[:20] in terminal.getvalue()
    assert re.search(r"100 ?%", terminal.getvalue())
    terminal.truncate(0)
    video.download(tmp_path / "cat.mp4")
    assert "MiB" in terminal.getvalue()
    silent = len(terminal.getvalue())
    video.download(tmp_path / "dog.mp4", progress=False)
    assert len(terminal.getvalue()) == silent


def test_a_bar_in_a_notebook(
    sorakit_simulator: Simulator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class ZMQInteractiveShell:
        """What a notebook's kernel has."""

    without(monkeypatch, "rich", "rich.console", "rich.progress", "tqdm", "tqdm.auto")
    ipython = types.ModuleType("IPython")
    ipython.get_ipython = ZMQInteractiveShell  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    sorakit_simulator.client().videos.generate("a cat")
    assert "100 %" in capsys.readouterr().err
