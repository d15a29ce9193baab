"""`AsyncClient` has whatever `Client` has, with the same signatures."""

from __future__ import annotations

import inspect
import keyword
import pydoc
import re
from collections.abc import Iterator
from typing import Any

import pytest
import sorakit
from sorakit import Simulator


def public(thing: object) -> set[str]:
    return {name for name in dir(thing) if not name.startswith("_")}


def pairs(client: Any, other: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    """Everything that can be called, from both clients."""
    assert public(client) == public(other), path
    for name in sorted(public(client)):
        one, two = getattr(client, name), getattr(other, name)
        if callable(one):
            yield f"{path}.{name}", one, two
        elif type(one).__module__.startswith("sorakit."):
            yield from pairs(one, two, f"{path}.{name}")


def shown(value: Any) -> str:
    """A signature without what differs by rights: the names of clients, jobs and iterators."""
    return re.sub(r"\b(Async|Sync)", "", str(inspect.signature(value)))


def test_both_clients_have_the_same_calls(sorakit_simulator: Simulator, catalog: dict) -> None:
    client, other = sorakit_simulator.client(), sorakit_simulator.async_client()
    seen = {}
    for path, one, two in pairs(client, other, "client"):
        assert shown(one) == shown(two), path
        assert inspect.getdoc(one) == inspect.getdoc(two), path
        seen[path.removeprefix("client.")] = one, two
    for entry in catalog["operations"] + catalog["methods"]:
        group, _, verb = entry["name"].rpartition(".")
        one, two = seen[f"{group}.{verb}{'_' if keyword.iskeyword(verb) else ''}"]
        assert inspect.iscoroutinefunction(two) and not inspect.iscoroutinefunction(one)
        if entry in catalog["operations"]:
            kinds = {parameter.kind for parameter in inspect.signature(one).parameters.values()}
            assert kinds <= {inspect.Parameter.KEYWORD_ONLY}, entry["name"]


@pytest.mark.parametrize("name", ["Job", "Video", "Image", "JobPage"])
def test_both_kinds_of_job_have_the_same_calls(name: str) -> None:
    one, two = getattr(sorakit, name), getattr(sorakit, f"Async{name}")
    for method in public(one):
        assert method in public(two)
        if callable(getattr(one, method)):
            assert shown(getattr(one, method)) == shown(getattr(two, method)), method


def test_help_shows_what_users_need() -> None:
    def help_of(thing: object) -> str:
        return pydoc.render_doc(thing, renderer=pydoc.plaintext)

    package = help_of(sorakit)
    for name in ("class Client", "class AsyncClient", "class Simulator", "class SorakitError", "solve_pow"):
        assert name in package, name
    for thing, words in [
        (sorakit.Client, ("class Client", "videos", "download(", "base_url", "Default: 1800")),
        (sorakit.Simulator, ("add_fault", "advance", "Moves the clock forward")),
        (sorakit.SorakitError, ("retryable", "job_id")),
        (sorakit.Job, ("Waits until the job has succeeded", "progress: The progress in percent")),
        (sorakit.MediaLink, ("width: ", "duration: ")),
        (sorakit.Client.videos.fget, ("on videos",)),
    ]:
        text = help_of(thing)
        for word in words:
            assert word in text, word
        assert not re.search(r"^ [|] +_[a-z]+\(", text, re.MULTILINE), "what is private"
    with sorakit.Simulator() as simulator:
        client = simulator.client()
        for word in ("generate(", "download(", "prompt: ", "resume("):
            assert word in help_of(client.videos), word
        assert "A description of the video" in help_of(client.videos.create)
        for thing in (sorakit, client, client.videos, client.openai):
            public = [name for name in dir(thing) if not name.startswith("_")]
            assert public, thing
    assert {"Client", "Simulator", "errors"} <= set(dir(sorakit))


def test_a_mistake_in_a_name_is_refused(sorakit_simulator: Simulator) -> None:
    client = sorakit_simulator.client()
    job = client.videos.resume("gen_1")
    for call, name, meant in [
        (lambda: client.videos.remix("gen_1", "a cat", lenght=3), "videos.remix", "lenght"),
        (lambda: client.videos.create("a cat", durration=3), "videos.create", "`duration`"),
        (lambda: client.videos.wait(job, timeuot=3), "videos.wait", "`timeout`"),
        (lambda: job.wait(timeuot=3), "job.wait", "`timeout`"),
        (lambda: sorakit.Client(timeuot=3), "Client", "`timeout`"),
        (lambda: sorakit.Client.detect("http://127.0.0.1:1", apikey="k"), "Client.detect", "`api_key`"),
        (lambda: sorakit.Batch("videos", client, job=3), "Batch", "`jobs`"),
    ]:
        with pytest.raises(sorakit.InvalidInputError, match=meant) as refused:
            call()
        assert isinstance(refused.value, TypeError)
        assert refused.value.message.startswith(f"{name}: ")
    with pytest.raises(TypeError, match=r"^videos\.create\(\) missing"):
        client.videos.create()  # type: ignore[call-arg]
    for clients in (3, {"a": 3}, {}):
        with pytest.raises(sorakit.InvalidInputError, match="client"):
            sorakit.Batch("videos", clients)  # type: ignore[arg-type]
    with pytest.raises(sorakit.InvalidInputError, match=r"scen: is not known; did you mean `scene`"):
        client.videos.create("a cat", storyboard=[{"duration": 5, "scene": "x", "scen": 1}])
    assert sorakit_simulator.requests() == []
