"""The contract vectors, through the generated facade and over a real socket."""

from __future__ import annotations

import asyncio
import base64
import inspect
import json
import keyword
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import sorakit
from conftest import ROOT
from replay import Replay, form
from sorakit import SorakitError

VECTORS = ROOT / "tests/contract/vectors"
CATALOG = json.loads((ROOT / "tests/contract/catalog.json").read_text())
OPERATIONS = {operation["name"]: operation for operation in CATALOG["operations"]}
CASES = [
    pytest.param(name, case, id=f"{name}: {case['name']}")
    for name in OPERATIONS
    # That each operation has vectors, the tests of the core see to.
    if (VECTORS / f"{name}.json").exists()
    for case in json.loads((VECTORS / f"{name}.json").read_text())
]

# What differs from run to run, or belongs to the exchange.
NOT_COMPARED = {"openai-sentinel-token", "content-type", "host", "content-length"}


@pytest.fixture(scope="module")
def replay() -> Iterator[Replay]:
    replay = Replay()
    yield replay
    replay.close()


@cache
def client_of(dialect: str, url: str, asynchronous: bool) -> Any:
    make = sorakit.AsyncClient if asynchronous else sorakit.Client
    client = make(
        dialect=dialect,  # type: ignore[arg-type]
        base_url=f"{url}/backend",
        links_url=url,
        access_token="test-token",
        device_id="550e8400-e29b-41d4-a716-446655440000",
        max_retries=0,
        slot_timeout=0.001,
        auto_refresh=False,
    )
    return client


def arguments(method: Any, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a vector as the arguments of a method; files as files."""
    parameters = inspect.signature(method).parameters
    given: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for name, value in fields.items():
        argument = name.replace("-", "_")
        argument += "_" if keyword.iskeyword(argument) else ""
        if argument in parameters:
            given[argument] = files(value)
        else:
            extra[name] = files(value)
    if extra:
        given["extra"] = extra
    return given


def files(value: Any) -> Any:
    if isinstance(value, dict) and "base64" in value:
        return sorakit.File(base64.b64decode(value["base64"]), value.get("filename", "file"))
    if isinstance(value, list):
        return [files(item) for item in value]
    return value


def method_of(client: Any, name: str) -> Any:
    dialect, group, verb = name.split(".")
    verb += "_" if keyword.iskeyword(verb) else ""
    return getattr(getattr(getattr(client, dialect), group), verb)


def plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.to_dict() if isinstance(value, sorakit.Model) else value


def run(case: dict[str, Any], name: str, replay: Replay, asynchronous: bool) -> None:
    replay.requests.clear()
    replay.expects_sentinel = name == "sora.sentinel.request"
    replay.response = case.get("response") or {"json": {}}
    client = client_of(OPERATIONS[name]["dialect"], replay.url, asynchronous)
    # A login before it may have set another.
    client.set_admin_token("test-token")
    method = method_of(client, name)
    fields = case.get("fields")
    if fields is None:
        # It reads an answer alone: any good fields do.
        fields = next(
            other["fields"]
            for other in json.loads((VECTORS / f"{name}.json").read_text())
            if "request" in other
        )
    expected_error = case.get("error")
    try:
        result = method(**arguments(method, fields))
        if asynchronous:
            result = asyncio.run(result)
    except TypeError as error:
        # A field that has to be given, or that there is not, is found by Python itself.
        assert expected_error is not None
        assert "required" in str(error) or "unexpected" in str(error)
        return
    except SorakitError as error:
        if expected_error is None and "response" not in case:
            pass  # The vector shows a request alone, and the answer here is made up.
        else:
            assert expected_error is not None, f"unexpected: {error!r}"
            compare_error(error, expected_error)
        if "request" not in case and "response" not in case:
            assert not replay.requests, "bad fields are refused before anything is sent"
    else:
        assert expected_error is None, f"expected an error, not {result!r}"
        if "result" in case:
            assert plain(result) == case["result"]
    if "request" in case:
        compare_request(replay.requests[0], case["request"])


def compare_error(error: SorakitError, expected: dict[str, Any]) -> None:
    unknown = error.kind == "outcome_unknown" != expected["kind"]
    if unknown and isinstance(error.__cause__, SorakitError):
        # An answer that cannot be read, and a 5xx, leave open what the server did; the cause says why.
        error = error.__cause__
    for name, value in expected.items():
        assert getattr(error, name) == value, name
    assert type(error) is sorakit.errors.BY_KIND[error.kind]


def compare_request(sent: dict[str, Any], expected: dict[str, Any]) -> None:
    assert sent["method"] == expected["method"]
    assert sent["path"] == expected["path"]
    for name, value in expected.get("headers", {}).items():
        if name in NOT_COMPARED or "127.0.0.1" in sent["headers"].get(name, ""):
            continue
        assert sent["headers"].get(name) == value, name
    if "json" in expected:
        assert json.loads(sent["body"]) == expected["json"]
    elif "text" in expected:
        assert sent["body"].decode() == expected["text"]
    elif "form" in expected:
        assert form(sent["headers"]["content-type"], sent["body"]) == expected["form"]
    else:
        assert not sent["body"]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_vectors(name: str, case: dict[str, Any], replay: Replay) -> None:
    run(case, name, replay, asynchronous=False)


@pytest.mark.parametrize(("name", "case"), [case for case in CASES if "result" in case.values[1]])
def test_vectors_with_asyncio(name: str, case: dict[str, Any], replay: Replay) -> None:
    run(case, name, replay, asynchronous=True)
