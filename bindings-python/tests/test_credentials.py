"""Which credential goes where, and what of it outlives the interpreter."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sorakit
from sorakit import Simulator

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX signals")


def authorizations(simulator: Simulator) -> list[str]:
    headers = [dict(request.headers) for request in simulator.requests()]
    return [found["authorization"] for found in headers if "authorization" in found]


def test_a_key_in_code_silences_the_environments_credential(
    sorakit_simulator: Simulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SORAKIT_ACCESS_TOKEN", "token-of-the-environment")
    monkeypatch.setenv("SORAKIT_REFRESH_TOKEN", "refresh-of-the-environment")
    monkeypatch.setenv("SORAKIT_CREDENTIAL_FILE", str(tmp_path / "account.json"))
    client = sorakit.Client(
        dialect="openai", base_url=sorakit_simulator.base_url("openai"), api_key="key-in-code"
    )
    with pytest.raises(sorakit.AuthenticationError):
        client.models.list()
    assert authorizations(sorakit_simulator) == ["Bearer key-in-code"]


def test_a_simulators_client_takes_nothing_from_the_environment(
    sorakit_simulator: Simulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    account = tmp_path / "account.json"
    account.write_text('{"access_token": "precious", "refresh_token": "precious"}')
    account.chmod(0o600)
    monkeypatch.setenv("SORAKIT_CREDENTIAL_FILE", str(account))
    monkeypatch.setenv("SORAKIT_REFRESH_TOKEN", "precious")
    assert sorakit_simulator.client().account.quota().remaining is not None
    assert "Bearer precious" not in authorizations(sorakit_simulator)
    assert account.read_text() == '{"access_token": "precious", "refresh_token": "precious"}'


def test_the_environment_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SORAKIT_API_KEY", "key-of-the-environment")
    monkeypatch.setenv("SORAKIT_BASE_URL", "http://127.0.0.1:9")
    with pytest.raises(sorakit.ConfigurationError, match="base_url"):
        sorakit.Client(dialect="openai", environment=False)


RENEWING = """
import asyncio, sys, threading, sorakit
options = dict(dialect="sora", base_url={base_url!r}, refresh_token={refresh!r},
               credential_file={file!r}, total_timeout={limit})
{call}
"""

SYNC = """
try:
    sorakit.Client(**options).account.quota()
except sorakit.TimeoutError:
    pass
"""

ASYNC = """
async def main():
    try:
        await asyncio.wait_for(sorakit.AsyncClient(**options).account.quota(), 0.3)
    except (asyncio.TimeoutError, sorakit.TimeoutError):
        pass
asyncio.run(main())
"""


def begin(simulator: Simulator, file: Path, call: str, limit: float) -> subprocess.Popen[bytes]:
    simulator.add_fault("stall_answer", operation="sora.tokens.refresh", ms=1200)
    program = RENEWING.format(
        base_url=simulator.base_url(),
        refresh=simulator.credentials().refresh_token,
        file=str(file),
        limit=limit,
        call=call,
    )
    return subprocess.Popen([sys.executable, "-c", program])


def goes_on(simulator: Simulator, file: Path) -> None:
    """Another process uses what was stored, and renews nothing."""
    client = simulator.client(
        access_token=None,
        refresh_token=simulator.credentials().refresh_token,
        credential_file=file,
    )
    assert client.account.quota().remaining is not None
    assert len(simulator.requests("sora.tokens.refresh")) == 1


@pytest.mark.parametrize("call", [SYNC, ASYNC], ids=["sync", "asyncio"])
def test_the_interpreter_waits_for_a_renewal(
    sorakit_simulator: Simulator, tmp_path: Path, call: str
) -> None:
    file = tmp_path / "account.json"
    process = begin(sorakit_simulator, file, call, limit=0.3)
    assert process.wait(timeout=60) == 0
    goes_on(sorakit_simulator, file)


@posix
def test_a_signal_in_mid_renewal_takes_effect_when_it_is_stored(
    sorakit_simulator: Simulator, tmp_path: Path
) -> None:
    file = tmp_path / "account.json"
    process = begin(sorakit_simulator, file, SYNC, limit=60)
    until = time.monotonic() + 30
    while not sorakit_simulator.requests("sora.tokens.refresh"):
        assert time.monotonic() < until
        time.sleep(0.02)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == -signal.SIGTERM
    goes_on(sorakit_simulator, file)


CHILD = """
import multiprocessing
def child():
    try:
        {client}.account.quota()
    except sorakit.TimeoutError:
        pass
if __name__ == "__main__":
    {before}
    process = multiprocessing.get_context("{how}").Process(target=child)
    process.start()
    process.join()
    sys.exit(process.exitcode)
"""


@posix
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize(
    ("client", "before"),
    [("sorakit.Client(**options)", ""), ("client", "client = sorakit.Client(**options)")],
    ids=["its own", "its parent's"],
)
def test_a_child_of_multiprocessing_waits_for_a_renewal(
    sorakit_simulator: Simulator, tmp_path: Path, client: str, before: str
) -> None:
    file = tmp_path / "account.json"
    call = CHILD.format(client=client, before=before, how="fork")
    process = begin(sorakit_simulator, file, call, limit=0.3)
    assert process.wait(timeout=60) == 0
    goes_on(sorakit_simulator, file)


@posix
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_child_forked_in_mid_renewal_does_not_keep_the_lock(
    sorakit_simulator: Simulator, tmp_path: Path
) -> None:
    file = tmp_path / "account.json"
    child = """
import os, time
def fork_in_a_moment():
    time.sleep(0.6)
    if os.fork() == 0:
        time.sleep(20)
        os._exit(0)
    os.kill(os.getpid(), 9)
threading.Thread(target=fork_in_a_moment, daemon=True).start()
"""
    process = begin(sorakit_simulator, file, child + SYNC, limit=60)
    assert process.wait(timeout=60) == -signal.SIGKILL
    # The child still lives; what its parent had locked is free.
    import fcntl

    with Path(f"{file}.lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_store_whose_lock_fails_is_not_renewed(sorakit_simulator: Simulator) -> None:
    class Broken:
        def load(self) -> None:
            return None

        def save(self, credential: sorakit.Credential) -> None:
            raise AssertionError

        def lock(self) -> object:
            raise SystemExit

    credentials = sorakit_simulator.credentials()
    client = sorakit_simulator.client(refresh_token=credentials.refresh_token, store=Broken())
    with pytest.raises(sorakit.StorageError):
        client.account.quota()
    assert not sorakit_simulator.requests()


def test_closing_waits_for_a_renewal(sorakit_simulator: Simulator, tmp_path: Path) -> None:
    file = tmp_path / "account.json"
    sorakit_simulator.add_fault("stall_answer", operation="sora.tokens.refresh", ms=800)
    with sorakit_simulator.client(
        refresh_token=sorakit_simulator.credentials().refresh_token,
        credential_file=file,
        total_timeout=0.2,
    ) as client:
        with pytest.raises(sorakit.TimeoutError):
            client.account.quota()
        assert not file.exists()
    assert file.exists()
