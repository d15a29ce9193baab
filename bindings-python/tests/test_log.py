"""The logger `sorakit`: silent until it is asked for, and never with a secret."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

import sorakit
from sorakit import Simulator


def test_every_request_and_answer_is_logged_without_secrets(
    sorakit_simulator: Simulator, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    credentials = sorakit_simulator.credentials()
    # The client is made before the program sets up its logging, as is usual.
    client = sorakit.Client(
        base_url=sorakit_simulator.base_url("sora") + "?code=hidden-in-the-query",
        dialect="sora",
        refresh_token=credentials.refresh_token,
        client_id=credentials.client_id,
        credential_file=tmp_path / "account.json",
        headers={"x-gateway": "hidden-in-a-header"},
        query={"tier": "hidden-in-an-option"},
        environment=False,
    )
    caplog.set_level(logging.DEBUG, logger="sorakit")
    sorakit_simulator.add_fault("status", operation="sora.quota.check", status=503)
    client.account.quota()
    client.videos.generate("a cat").download(tmp_path / "cat.mp4")
    records = [record for record in caplog.records if record.name == "sorakit"]
    text = "\n".join(record.getMessage() for record in records)
    assert "> GET http://127.0.0.1" in text
    assert "(sora.quota.check)" in text
    assert " ms" in text
    levels = {record.sorakit["event"]: record.levelname for record in records}  # type: ignore[attr-defined]
    assert levels["sending"] == levels["answered"] == levels["solved"] == "DEBUG"
    assert levels["retrying"] == levels["renewed"] == "INFO"
    # The file is asked for, and what is told of it is not what opens it.
    assert any("GET" in line and "/cdn/" in line or ".mp4" in line for line in text.splitlines())
    everything = text + "".join(repr(record.__dict__) for record in records)
    for secret in (credentials.refresh_token, credentials.access_token, "hidden-in", "eyJ", "sig="):
        assert secret not in everything, secret


def test_levels_are_heard_at_any_time(
    sorakit_simulator: Simulator, caplog: pytest.LogCaptureFixture
) -> None:
    client = sorakit_simulator.client()
    caplog.set_level(logging.INFO, logger="sorakit")
    client.account.quota()
    assert not caplog.records
    sorakit_simulator.add_fault("status", operation="sora.quota.check", status=503)
    client.account.quota()
    assert [record.levelname for record in caplog.records] == ["INFO"]
    caplog.clear()
    caplog.set_level(logging.DEBUG, logger="sorakit")

    async def quota() -> None:
        await sorakit_simulator.async_client().account.quota()

    asyncio.run(quota())
    assert [record.sorakit["event"] for record in caplog.records] == ["sending", "answered"]  # type: ignore[attr-defined]


PROGRAM = """
import sys
SETUP
import sorakit
with sorakit.Simulator() as simulator:
    client = simulator.client(environment=True)
    simulator.add_fault("status", operation="sora.quota.check", status=503)
    client.account.quota()
print("logging" in sys.modules)
"""


@pytest.mark.parametrize("setup", ["", "import logging"])
def test_nothing_is_written_by_default(setup: str) -> None:
    """Not even a warning, and `logging` is not loaded."""
    run = subprocess.run(
        [sys.executable, "-S", "-c", PROGRAM.replace("SETUP", setup)],
        capture_output=True,
        text=True,
        timeout=60,
        # A variable that is no option is warned of.
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "SORAKIT_ODD": "1"},
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    assert run.stdout == f"{bool(setup)}\n"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_handler_that_fails_ends_no_call(sorakit_simulator: Simulator) -> None:
    class Broken(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            raise ValueError("the disk is full")

    logger = logging.getLogger("sorakit")
    handler = Broken()
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        sorakit_simulator.client().account.quota()
    finally:
        logger.removeHandler(handler)
        logger.setLevel(logging.NOTSET)
