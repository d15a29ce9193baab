"""Tokens that rotate, in a store of your own: here SQLite, shared by any number of processes."""

import json
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

import sorakit


class SqliteStore:
    """Keeps a credential in a database. `sorakit.CredentialStore` says what it has to do."""

    def __init__(self, path: str) -> None:
        self.path = path
        with self.connect() as database:
            database.execute("create table if not exists credential (id integer primary key, text)")

    def connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=60)

    def load(self) -> sorakit.Credential | None:
        with self.connect() as database:
            row = database.execute("select text from credential").fetchone()
        credential: sorakit.Credential | None = json.loads(row[0]) if row else None
        return credential

    def save(self, credential: sorakit.Credential) -> None:
        with self.connect() as database:
            database.execute("insert or replace into credential values (1, ?)", [json.dumps(credential)])

    @contextmanager
    def lock(self) -> Generator[None, None, None]:
        # One renewal at a time, across processes: a refresh token serves once.
        database = sqlite3.connect(self.path + ".lock", timeout=60, isolation_level=None)
        database.execute("begin exclusive")
        try:
            yield
        finally:
            database.close()


with sorakit.Simulator() as simulator:
    credentials = simulator.credentials()
    client = simulator.client(
        store=SqliteStore("tokens.db"),
        refresh_token=credentials.refresh_token,
        client_id=credentials.client_id,
    )
    print(f"{client.account.quota().remaining:.0f} videos left")
    print(f"{len(simulator.requests('sora.tokens.refresh'))} renewal")
