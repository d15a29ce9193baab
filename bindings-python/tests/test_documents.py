"""The documents' own examples: `tests/contract/documents/`, whose form `core/tests/documents.rs` says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import sorakit
from conftest import ROOT
from replay import Replay, form
from sorakit import SorakitError
from test_adapters import call, said, same
from test_contract import arguments, method_of, plain

CASES = [
    pytest.param(document, case, id=f"{path.stem} {case['section']}: {case['name']}")
    for path in sorted((ROOT / "tests/contract/documents").glob("*.json"))
    for document in [json.loads(path.read_text(encoding="utf-8"))]
    for case in document["cases"]
]


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Replay, Replay]]:
    gateway = Replay()
    cdn = Replay(gateway)
    yield gateway, cdn
    cdn.close()
    gateway.close()


@pytest.mark.parametrize(("document", "case"), CASES)
def test_documents(document: dict[str, Any], case: dict[str, Any], servers: tuple[Replay, Replay]) -> None:
    gateway, cdn = servers

    def local(value: Any) -> Any:
        """With the two servers here in place of the vectors' hosts."""
        text = json.dumps(value).replace("https://gateway.example", gateway.url)
        return json.loads(text.replace("https://cdn.example/", f"{cdn.url}/"))

    options = local(case.get("options", {}))
    admin_token = options.pop("admin_token", None)
    for one in local(case["calls"]):
        client = sorakit.Client(
            **{
                "dialect": document["dialect"],
                "base_url": local(document["base_url"]),
                "access_token": "test-token",
                "max_retries": 0,
                "auto_refresh": False,
                **options,
                "poll_interval": 0.001,
            }
        )
        client.set_admin_token(admin_token)
        run(client, gateway, cdn, one)


def run(client: sorakit.Client, gateway: Replay, cdn: Replay, one: dict[str, Any]) -> None:
    verb, exchanges = one["verb"], one["exchanges"]
    gateway.requests.clear()
    gateway.expects_sentinel = verb == "sora.sentinel.request"
    gateway.script = [exchange["response"] for exchange in exchanges]
    try:
        if verb.count(".") == 2:
            method = method_of(client, verb)
            result = method(**arguments(method, one["given"]))
            result = True if result is None else result
        else:
            result = call(client, verb, one["given"])
    except SorakitError as error:
        assert "error" in one, f"unexpected: {error!r}"
        for name, value in one["error"].items():
            assert getattr(error, name) == value, name
    else:
        assert "error" not in one, f"expected an error, not {result!r}"
        assert same(said(plain(result), False), one["result"])
    sent = gateway.requests
    assert [f"{it['method']} {it['path']}" for it in sent] == [
        f"{it['request']['method']} {it['request']['path']}" for it in exchanges
    ]
    for seen, exchange in zip(sent, exchanges, strict=True):
        expected = exchange["request"]
        assert seen["server"] is (cdn if "host" in expected else gateway)
        for name, value in expected.get("headers", {}).items():
            assert seen["headers"].get(name) == value, name
        assert ("openai-sentinel-token" in seen["headers"]) == exchange.get("sentinel", False)
        if "json" in expected:
            assert told(json.loads(seen["body"])) == told(expected["json"])
        elif "form" in expected:
            assert told(form(seen["headers"]["content-type"], seen["body"])) == told(expected["form"])
        else:
            assert seen["body"] == b""


def told(value: Any) -> Any:
    """JSON without what says nothing, and the fields of a form in one order."""
    if isinstance(value, dict):
        return {name: told(inner) for name, inner in value.items() if inner not in (None, [], {})}
    if isinstance(value, list):
        items = [told(item) for item in value]
        is_form = all(isinstance(item, list) and len(item) == 2 and isinstance(item[0], str) for item in items)
        return sorted(items, key=lambda item: str(item[0])) if is_form else items
    return value
