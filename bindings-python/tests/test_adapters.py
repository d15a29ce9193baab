"""The adapter vectors: what each verb sends on each dialect, and what it makes of the answers."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
import sorakit
from conftest import ROOT
from replay import Replay, form
from sorakit import SorakitError
from test_contract import files, plain

CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
    for path in sorted((ROOT / "tests/contract/adapters").glob("*.json"))
    for case in json.loads(path.read_text())
]


# Each case has servers of its own: a process remembers what a server speaks.
@pytest.fixture
def servers() -> Iterator[tuple[Replay, Replay]]:
    gateway = Replay()
    cdn = Replay(gateway)
    yield gateway, cdn
    cdn.close()
    gateway.close()


def test_every_dialect_has_cases() -> None:
    catalog = json.loads((ROOT / "tests/contract/catalog.json").read_text())
    dialects = {operation["dialect"] for operation in catalog["operations"]}
    assert {case.values[0] for case in CASES} == dialects


@pytest.mark.parametrize(("dialect", "case"), CASES)
def test_adapters(dialect: str, case: dict[str, Any], servers: tuple[Replay, Replay]) -> None:
    gateway, cdn = servers
    # The vectors' hosts are the two servers here.
    text = json.dumps(case).replace("https://gateway.example", gateway.url)
    text = text.replace("https://links.example", cdn.url)
    case = json.loads(text.replace("https://cdn.example", cdn.url))
    exchanges = case.get("exchanges", [])
    gateway.requests.clear()
    gateway.script = [exchange["response"] for exchange in exchanges]
    options = dict(case.get("options", {}))
    admin_token = options.pop("admin_token", None)
    client = sorakit.Client(
        dialect=dialect,  # type: ignore[arg-type]
        base_url=f"{gateway.url}/backend",
        access_token="test-token",
        device_id="550e8400-e29b-41d4-a716-446655440000",
        max_retries=0,
        auto_refresh=False,
        poll_interval=0.001,
        **options,
    )
    client.set_admin_token(admin_token)
    try:
        result = call(client, case["verb"], case.get("given", {}))
    except SorakitError as error:
        assert "error" in case, f"unexpected: {error!r}"
        for name, value in case["error"].items():
            assert getattr(error, name) == value, name
        assert type(error) is sorakit.errors.BY_KIND[error.kind]
    else:
        assert "error" not in case, f"expected an error, not {result!r}"
        expected = case["result"]
        with_raw = isinstance(expected, dict) and "raw" in expected
        assert same(said(plain(result), with_raw), expected)
    compare(gateway, cdn, exchanges)
    assert gateway.script == [], "answers were not asked for"


def call(client: sorakit.Client, verb: str, given: dict[str, Any]) -> Any:
    given = {name: references(value) for name, value in given.items()}
    if verb == "videos.open":
        job = client.videos.resume(**given)
        return b"".join(client.videos.stream(job)).decode()
    group, name = verb.split(".")
    resource = getattr(client, group)
    if name == "wait":
        return resource.wait(given["id"], progress=False)
    result = getattr(resource, name)(**given)
    return True if result is None else result


def references(value: Any) -> Any:
    """Files as files, addresses as text."""
    if isinstance(value, list):
        return [references(item) for item in value]
    if isinstance(value, dict) and set(value) == {"url"}:
        return value["url"]
    return files(value)


def said(value: Any, with_raw: bool) -> Any:
    """A result without what says nothing."""
    if isinstance(value, list):
        return [said(item, with_raw) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: inner if name == "raw" else said(inner, with_raw)
        for name, inner in value.items()
        if (with_raw if name == "raw" else inner is not None and inner != [])
        # The same in every case: where it was made, and what was asked for.
        and name not in ("base_url", "requested")
    }


THEN = 1767225600
"""The time where the expected results were made, in seconds."""


def same(seen: Any, expected: Any) -> bool:
    """Whether a result is the expected one, in which `<now>` and `<uuid>` stand for what varies."""
    if expected == "<now>":
        return abs(seen - time.time()) < 300
    if expected == "<uuid>":
        return re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", seen) is not None
    if isinstance(expected, dict):
        assert isinstance(seen, dict) and seen.keys() == expected.keys(), (seen, expected)
        return all(
            # So many seconds from now.
            abs(seen[name] - time.time() - (inner - THEN)) < 300
            if name == "resets_at" and isinstance(inner, (int, float))
            else same(seen[name], inner)
            for name, inner in expected.items()
        )
    if isinstance(expected, list):
        return len(seen) == len(expected) and all(map(same, seen, expected))
    assert seen == expected
    return True


def compare(gateway: Replay, cdn: Replay, exchanges: list[dict[str, Any]]) -> None:
    sent = gateway.requests
    assert [f"{it['method']} {it['path']}" for it in sent] == [
        f"{it['request']['method']} {it['request']['path']}" for it in exchanges
    ]
    for seen, exchange in zip(sent, exchanges, strict=True):
        expected = exchange["request"]
        assert seen["server"] is (cdn if "host" in expected else gateway)
        headers = {"authorization": "Bearer test-token"} | expected.get("headers", {})
        for name, value in headers.items():
            assert seen["headers"].get(name) == value, name
        assert ("openai-sentinel-token" in seen["headers"]) == exchange.get("sentinel", False)
        if "json" in expected:
            assert json.loads(seen["body"]) == expected["json"]
        elif "form" in expected:
            assert form(seen["headers"]["content-type"], seen["body"]) == expected["form"]
        else:
            assert seen["body"].decode() == expected.get("text", "")
