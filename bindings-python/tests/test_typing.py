"""Types: the package and the examples under mypy and pyright, the stub against the module."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
import sorakit
from conftest import ROOT

CONFIGURATION = ROOT / "bindings-python/pyproject.toml"
PACKAGE = Path(sorakit.__file__).parent

WRONG = """
import sorakit

client = sorakit.Client(dialect="openai")
client.videos.create("a cat", orientation="diagonal")
client.videos.create("a cat", duration="long")
client.sora.videos.create(prompt="a cat", kind="sculpture")
video = client.videos.generate("a cat")
video.download(3)
video.no_such_field
sorakit.Client(dialect="no_such_dialect")
sorakit.Client(base_url=b"bytes")
"""


def needs(module: str) -> pytest.MarkDecorator:
    missing = importlib.util.find_spec(module) is None
    return pytest.mark.skipif(missing, reason=f"{module} is not installed")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *map(str, arguments)],
        cwd=ROOT / "bindings-python",
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )


@needs("mypy")
def test_mypy_strict() -> None:
    # One run: most of its time goes into the first file.
    checked = run("mypy", "--config-file", CONFIGURATION, "-p", "sorakit")
    assert checked.returncode == 0, checked.stdout
    checked = run("mypy", "--config-file", CONFIGURATION, *sorted(ROOT.glob("examples/python/*.py")),
                  "--scripts-are-modules")
    assert checked.returncode == 0, checked.stdout


@needs("mypy")
def test_mypy_finds_mistakes(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text(WRONG)
    checked = run("mypy", "--config-file", CONFIGURATION, wrong)
    found = {int(line.split(":")[1]) for line in checked.stdout.splitlines() if ": error:" in line}
    assert found == {5, 6, 7, 9, 10, 11, 12}, checked.stdout


@needs("mypy")
def test_the_stub_is_as_the_module() -> None:
    checked = run("mypy.stubtest", "sorakit._native", "--mypy-config-file", CONFIGURATION)
    assert checked.returncode == 0, checked.stdout


@needs("pyright")
def test_pyright_strict() -> None:
    examples = sorted(ROOT.glob("examples/python/*.py"))
    checked = run("pyright", "--pythonpath", sys.executable, "-p", CONFIGURATION.parent, *examples)
    assert checked.returncode == 0, checked.stdout
