"""What is given to a call: odd objects are refused by field, and end no process."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sorakit
from sorakit import InvalidInputError, Simulator
from sorakit.models import shared


PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class Itself:
    def to_dict(self) -> Itself:
        return self


class Deeper:
    def to_dict(self) -> dict[str, Any]:
        return {"deeper": Deeper()}


class Endless:
    """A mapping without an end."""

    def keys(self) -> Iterator[int]:
        number = 0
        while True:
            yield (number := number + 1)

    def __getitem__(self, key: int) -> int:
        return key


class Changing:
    """What it is asked for changes the dictionary that holds it."""

    def __init__(self, holder: dict[str, Any]) -> None:
        self.holder = holder

    def to_dict(self) -> dict[str, Any]:
        self.holder[f"more{len(self.holder)}"] = self
        return {}


class Hostile:
    def __getattr__(self, name: str) -> Any:
        raise ZeroDivisionError(name)


def circle() -> dict[str, Any]:
    held: dict[str, Any] = {}
    held["held"] = [held]
    return held


def model() -> shared.Shot:
    shot = shared.Shot(duration=5, scene="a cat")
    shot.unknown["self"] = shot
    return shot


def wide() -> list[Any]:
    """Few objects, that stand for more values than there are atoms."""
    value: list[Any] = []
    for _ in range(60):
        value = [value] * 100
    return value


@pytest.mark.parametrize("make", [Itself, Deeper, circle, model])
def test_what_holds_itself_is_refused_by_field(make: Any) -> None:
    with Simulator() as simulator, simulator.client("openai") as client:
        for extra in ({"odd": make()}, make()):
            with pytest.raises(InvalidInputError, match="deep|holds itself") as caught:
                client.videos.create("a cat", extra=extra)
            assert caught.value.field is not None
            assert caught.value.field.startswith("extra")
        assert simulator.requests() == []


@pytest.mark.parametrize("make", [Endless, wide])
def test_what_has_no_end_is_refused_by_field(make: Any) -> None:
    with Simulator() as simulator, simulator.client("openai") as client:
        with pytest.raises(InvalidInputError, match="more than 1000000 values|must have texts"):
            client.videos.create("a cat", extra={"odd": make()})
        assert simulator.requests() == []


def test_what_changes_or_raises_meanwhile_ends_no_process() -> None:
    with Simulator() as simulator, simulator.client("openai") as client:
        holder: dict[str, Any] = {}
        holder["first"] = Changing(holder)
        # The simulator knows no such field, so it was sent.
        with pytest.raises(sorakit.BadRequestError, match="`odd`"):
            client.videos.create("a cat", extra={"odd": holder})
        with pytest.raises(ZeroDivisionError):
            client.videos.create("a cat", extra={"odd": Hostile()})
        assert len(simulator.requests()) == 1


def test_a_further_field_that_repeats_an_option_is_refused_naming_both() -> None:
    with Simulator() as simulator:
        with simulator.client("openai") as client:
            for extra in ({"seconds": 2.5}, {"duration": 4}):
                with pytest.raises(InvalidInputError, match="`duration`"):
                    client.videos.create("a cat", duration=4, extra=extra)
            with pytest.raises(InvalidInputError, match="extra.seconds: .*2.5.*`duration`"):
                client.videos.create("a cat", extra={"seconds": 2.5})
            with pytest.raises(InvalidInputError, match="extra.seconds: .*`seconds`"):
                client.openai.videos.create(prompt="a cat", seconds="4", extra={"seconds": 8})
        assert simulator.requests() == []
        with pytest.raises(InvalidInputError, match="profile.sec_ch_ua: .*`profile.user_agent`"):
            sorakit.Client(
                dialect="sora",
                base_url=simulator.base_url(),
                access_token="t",
                profile={
                    "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0",
                    "sec_ch_ua": '"Chromium";v="131"',
                },
            )


def test_an_image_may_be_given_in_any_form(tmp_path: Path) -> None:
    png = base64.b64decode(PNG)
    path = tmp_path / "cat.jpg"
    path.write_bytes(png)
    odd = os.path.join(os.fsencode(tmp_path), b"\xff\xfe.png")
    with open(odd, "wb") as file:
        file.write(png)
    url_safe = PNG.replace("+", "-").replace("/", "_").rstrip("=")
    forms = [
        str(path),
        path,
        os.fsdecode(odd),
        png,
        PNG,
        url_safe,
        f"{PNG[:9]}\r\n{PNG[9:]}",
        f"DATA:image/jpeg;name=x;base64,{PNG}",
        f"data:,{PNG}",
        {"url": PNG},
        {"base64": url_safe},
    ]
    account = {"concurrency": 50}
    with Simulator(account=account) as simulator, simulator.client("openai") as client:
        for form in forms:
            client.videos.create("a cat", references=[form])
        sent = simulator.requests("openai.videos.create")
        assert len(sent) == len(forms)
    with Simulator() as simulator, simulator.client("openai") as client:
        for form, found in (
            (b"", "an empty file"),
            (b"GIF89a", "a GIF image"),
            (b"\0\0\0\x18ftypheic\0\0\0\0", "an HEIC image"),
        ):
            with pytest.raises(InvalidInputError, match=found):
                client.videos.create("a cat", references=[form])
        with pytest.raises(InvalidInputError) as caught:
            client.videos.create("a cat", references=["A" * 100_000])
        assert len(str(caught.value)) < 500
