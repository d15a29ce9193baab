"""Every example runs, offline."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

EXAMPLES = ROOT / "examples/python"
SCRIPTS = sorted(path.name for path in EXAMPLES.glob("*.py"))


@pytest.mark.parametrize("name", SCRIPTS)
def test_an_example_runs(name: str, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, EXAMPLES / name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout
    for video in tmp_path.glob("*.mp4"):
        assert video.read_bytes()[4:8] == b"ftyp"


PAGES = ["README.md", "bindings-python/README.md", *(f"docs/{path.name}" for path in ROOT.glob("docs/*.md"))]


def test_the_examples_of_the_pages_run(tmp_path: Path) -> None:
    """Those that are whole: they bring a simulator along."""
    whole = [
        block
        for page in PAGES
        for block in re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(), re.DOTALL)
        if "Simulator(" in block
    ]
    assert len(whole) >= 2
    for block in whole:
        run = subprocess.run(
            [sys.executable, "-c", block],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert run.returncode == 0, f"{block}\n{run.stderr}"
    assert (tmp_path / "cat.mp4").read_bytes()[4:8] == b"ftyp"


def test_the_notebook_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    notebook = json.loads((EXAMPLES / "notebook.ipynb").read_text())
    names: dict[str, object] = {}
    shown = []
    for cell in notebook["cells"]:
        if cell["cell_type"] != "code":
            continue
        *statements, last = "".join(cell["source"]).splitlines()
        exec("\n".join(statements), names)
        # A notebook shows the value of the last line.
        try:
            value = eval(last, names)
        except SyntaxError:
            exec(last, names)
            continue
        if hasattr(value, "_repr_mimebundle_"):
            shown.append(value._repr_mimebundle_())
    assert len(shown) == 3
    assert shown[0]["text/html"].startswith("<video")
    assert "data:video/mp4" in shown[1]["text/html"]
    assert any(kind.startswith("image/") or kind == "text/html" for kind in shown[2])


def test_every_example_is_described() -> None:
    described = (EXAMPLES / "README.md").read_text()
    for name in [*SCRIPTS, "notebook.ipynb"]:
        assert f"`{name}`" in described
