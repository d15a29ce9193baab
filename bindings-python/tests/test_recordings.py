"""Odd servers as data: `tests/recordings/`, whose form `core/tests/recordings.rs` says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import sorakit
from conftest import ROOT
from replay import Replay
from sorakit import SorakitError
from test_adapters import call
from test_contract import method_of, plain

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((ROOT / "tests/recordings").glob("*.json"))
    for case in json.loads(path.read_text(encoding="utf-8"))["cases"]
]


# Each case has a server of its own: a process remembers what a server speaks.
@pytest.fixture
def gateway() -> Iterator[Replay]:
    server = Replay()
    yield server
    server.close()


@pytest.mark.parametrize("case", CASES)
def test_recordings(case: dict[str, Any], gateway: Replay) -> None:
    case = json.loads(json.dumps(case).replace("https://gateway.example", gateway.url))
    gateway.requests.clear()
    gateway.script = [exchange["response"] for exchange in case["exchanges"]]
    client = sorakit.Client(
        dialect=case["dialect"],
        base_url=gateway.url,
        access_token="test-token",
        max_retries=0,
        auto_refresh=False,
        poll_interval=0.001,
        **case.get("options", {}),
    )
    given = case.get("given", {})
    try:
        if case["verb"].count(".") == 2:
            result = method_of(client, case["verb"])(**given)
        else:
            result = call(client, case["verb"], given)
    except SorakitError as error:
        assert "error" in case, f"unexpected: {error!r}"
        for name, value in case["error"].items():
            seen = getattr(error, name)
            assert value in seen if name == "message" else seen == value, (name, seen)
    else:
        assert "error" not in case, f"expected an error, not {result!r}"
        assert holds(case["result"], plain(result)), (case["result"], plain(result))
    sent = [f"{request['method']} {request['path'].split('?')[0]}" for request in gateway.requests]
    assert sent == [exchange["request"] for exchange in case["exchanges"]]


def holds(expected: Any, seen: Any) -> bool:
    """Whether what is expected is in what was seen."""
    if isinstance(expected, dict):
        return isinstance(seen, dict) and all(holds(value, seen.get(name)) for name, value in expected.items())
    if isinstance(expected, list):
        return isinstance(seen, list) and len(seen) == len(expected) and all(map(holds, expected, seen))
    return bool(seen == expected)
