"""The wheel in a clean environment, and what importing it costs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

WHEEL = os.environ.get("SORAKIT_TEST_WHEEL")
needs_wheel = pytest.mark.skipif(WHEEL is None, reason="`cargo xtask test` builds the wheel")

FIRST_VIDEO = """
import sorakit, sys
with sorakit.Simulator() as simulator:
    video = simulator.client().videos.generate("a cat in the snow")
    print(video.download(sys.argv[1]).bytes)
"""


@needs_wheel
def test_the_wheel_alone_makes_a_video(tmp_path: Path) -> None:
    assert WHEEL is not None
    venv.create(tmp_path / "clean", with_pip=True)
    python = tmp_path / "clean" / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [python, "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", "--no-index", WHEEL], check=True)
    listed = subprocess.run([*pip, "list", "--format=freeze"], capture_output=True, text=True)
    packages = {line.split("==")[0] for line in listed.stdout.split()}
    assert packages - {"pip", "setuptools", "wheel"} == {"sorakit"}
    subprocess.run([*pip, "check"], check=True)
    made = subprocess.run(
        [python, "-I", "-c", FIRST_VIDEO, str(tmp_path / "cat.mp4")],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert made.returncode == 0, made.stderr
    assert int(made.stdout) == (tmp_path / "cat.mp4").stat().st_size


@needs_wheel
def test_the_wheel_is_for_every_python_and_holds_what_it_should() -> None:
    assert WHEEL is not None
    assert "-cp310-abi3-" in Path(WHEEL).name
    with zipfile.ZipFile(WHEEL) as wheel:
        names = wheel.namelist()
        metadata = wheel.read(next(name for name in names if name.endswith("METADATA"))).decode()
        texts = [name for name in names if "/licenses/" in name]
        licences = {name.rsplit("/", 1)[1]: wheel.read(name).decode() for name in texts}
    for name in ("py.typed", "_native.pyi", "operations/sora.py", "models/shared.py"):
        assert f"sorakit/{name}" in names
    assert "Permission is hereby granted" in licences["LICENSE-MIT"]
    assert "Apache License" in licences["LICENSE-APACHE"]
    for name in ("pyo3", "reqwest", "hyper"):
        assert f"\n{name} " in licences["THIRD-PARTY-NOTICES.txt"]
    bill = json.loads(licences["sorakit.cdx.json"])
    assert bill["bomFormat"] == "CycloneDX"
    assert {"pyo3", "rustls"} <= {component["name"] for component in bill["components"]}
    assert "License-File" in metadata
    assert "Requires-Dist" not in metadata
    assert "Requires-Python: >=3.10" in metadata


USERS_TEST = """
def test_a_video(sorakit_simulator):
    assert sorakit_simulator.client().videos.generate("a cat").status == "succeeded"
    assert sorakit_simulator.requests("sora.videos.create")
"""


def test_the_fixture_is_there_for_tests_of_others(tmp_path: Path) -> None:
    (tmp_path / "test_mine.py").write_text(USERS_TEST)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--strict-markers"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout
    assert "1 passed" in run.stdout


def test_a_client_loads_nothing_that_it_does_not_need() -> None:
    program = (
        "import sys; before = set(sys.modules); import sorakit; "
        "sorakit.Client(dialect='openai', base_url='http://127.0.0.1:9', api_key='k'); "
        "print(*sorted(set(sys.modules) - before))"
    )
    run = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True,
                         env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    loaded = run.stdout.split()
    assert "sorakit._client" in loaded, run.stderr
    heavy = {"asyncio", "dataclasses", "typing", "inspect", "logging", "json", "ssl", "socket"}
    assert heavy.isdisjoint(loaded)
    assert not [name for name in loaded if name.startswith(("sorakit.models", "sorakit.operations"))]
