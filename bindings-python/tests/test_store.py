"""Credential stores that are written in Python."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager

import pytest
import sorakit
from sorakit import Credential, CredentialStore, Simulator


class Remembering:
    """A store in memory that keeps a diary."""

    def __init__(self) -> None:
        self.kept: Credential | None = None
        self.diary: list[str] = []
        self.renewal = threading.RLock()

    def load(self) -> Credential | None:
        self.diary.append("load")
        return self.kept

    def save(self, credential: Credential) -> None:
        self.diary.append("save")
        self.kept = credential

    def lock(self) -> AbstractContextManager[object]:
        self.diary.append("lock")
        return self.renewal


def client_of(simulator: Simulator, store: CredentialStore, **more: object) -> sorakit.Client:
    credentials = simulator.credentials()
    return simulator.client(
        store=store, refresh_token=credentials.refresh_token, client_id=credentials.client_id, **more
    )


def test_a_rotated_token_is_saved_before_it_is_used(sorakit_simulator: Simulator) -> None:
    store = Remembering()
    assert isinstance(store, CredentialStore)
    client = client_of(sorakit_simulator, store)
    assert client.account.quota().remaining is not None
    assert store.diary[-1] == "save"
    assert "lock" in store.diary
    assert store.kept is not None
    first = sorakit_simulator.credentials().refresh_token
    assert store.kept["refresh_token"] != first, "the refresh token rotates"
    # Another client of the same store goes on with what is kept; the first token is used up.
    assert client_of(sorakit_simulator, store).account.quota().remaining is not None
    assert len(sorakit_simulator.requests("sora.tokens.refresh")) == 1


def test_the_lock_is_given_back(sorakit_simulator: Simulator) -> None:
    store = Remembering()
    client_of(sorakit_simulator, store).account.quota()
    assert store.renewal.acquire(timeout=5)
    store.renewal.release()


def test_a_store_that_fails_is_the_cause_and_quotes_nothing(sorakit_simulator: Simulator) -> None:
    class Failing(Remembering):
        def load(self) -> Credential | None:
            raise OSError("secret-text")

    with pytest.raises(sorakit.StorageError) as raised:
        client_of(sorakit_simulator, Failing()).account.quota()
    assert "secret-text" not in str(raised.value)
    assert isinstance(raised.value.__cause__, OSError)


def test_a_store_that_returns_nonsense(sorakit_simulator: Simulator) -> None:
    class Nonsense(Remembering):
        def load(self) -> Credential | None:
            return "not a credential"  # type: ignore[return-value]

    with pytest.raises(sorakit.StorageError):
        client_of(sorakit_simulator, Nonsense()).account.quota()


def test_many_threads_renew_once(sorakit_simulator: Simulator) -> None:
    store = Remembering()
    client = client_of(sorakit_simulator, store)
    threads = [threading.Thread(target=client.account.quota) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sorakit_simulator.requests("sora.tokens.refresh")) == 1
