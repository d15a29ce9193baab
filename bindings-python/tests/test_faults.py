"""The shared faults, played in Python: a sample, or all of them with `SORAKIT_FAULTS=all`."""

from __future__ import annotations

import json
import os
import time
import traceback
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sorakit
from sorakit.simulator import Simulator

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
FAULTS = json.loads((ROOT / "tests/contract/faults.json").read_text())
FLOWS = ("create", "watch", "download", "list")
DIALECTS = ("sora", "mirror", "sora2api", "skyriff", "relay", "openai")
LISTS = ("sora", "openai")
# Every so many cells are the sample; a prime, so that no flow and no dialect is left out.
STEP = 47
LONGEST_S = 60
MOST_REQUESTS = 300


def _cells() -> Iterator[tuple[dict, str, str]]:
    """Every fault that is no matter of a clock of its own or of much memory."""
    for fault, flow, dialect in product(FAULTS, FLOWS, DIALECTS):
        of_requests = "action" in fault and not fault.get("large")
        of_jobs = "prompt" in fault and flow in ("create", "watch")
        if (of_requests or of_jobs) and (flow != "list" or dialect in LISTS):
            yield fault, flow, dialect


CELLS = list(_cells())
if os.environ.get("SORAKIT_FAULTS") != "all":
    CELLS = CELLS[::STEP]


def _script(simulator: Simulator, fault: dict, flow: str, credential: str) -> None:
    method = "POST" if flow == "create" else "GET"
    skip = fault.get("skip", 0)
    if first := fault.get("first"):
        simulator.add_fault(**first, method=method, skip=skip)
        skip += 1
    if action := fault.get("action"):
        action = json.loads(json.dumps(action).replace("{credential}", credential))
        simulator.add_fault(**action, method=method, skip=skip, times=fault.get("times"))


@pytest.mark.parametrize(
    ("fault", "flow", "dialect"), CELLS, ids=[f"{f['name']}-{flow}-{d}" for f, flow, d in CELLS]
)
def test_what_is_promised_holds(fault: dict, flow: str, dialect: str, tmp_path: Path) -> None:
    with Simulator(speed=600) as simulator:
        credentials = simulator.credentials()
        credential = credentials.access_token if dialect == "sora" else credentials.api_key
        client = simulator.client(
            dialect,
            poll_interval=0.02,
            timeout=1,
            creation_timeout=2,
            connect_timeout=1,
            total_timeout=15,
            video_timeout=8,
            slot_timeout=2,
            min_rate_time=2,
            grace=3,
            max_retries=3,
        )
        word = fault.get("prompt")
        prompt = f"a cat simulate:{word}" if word else "a cat"
        job = None
        whole = b""
        target = tmp_path / "cat.mp4"
        if flow in ("watch", "download"):
            job = client.videos.create(prompt)
        if flow == "download":
            job = job.wait()
            job.download(tmp_path / "whole.mp4")
            whole = (tmp_path / "whole.mp4").read_bytes()
            (tmp_path / "whole.mp4").unlink()
        simulator.clear_requests()
        _script(simulator, fault, flow, credential)
        began = time.monotonic()
        try:
            if flow == "create":
                client.videos.create(prompt)
            elif flow == "watch":
                job.wait()
            elif flow == "download":
                job.download(target)
            else:
                client.videos.list()
        except sorakit.SorakitError as error:
            said = "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error))
            assert credential not in said
            assert job is None or error.job_id == job.id, error
            assert not (fault.get("passes") and flow != "create"), error
            assert not target.exists(), error
            if flow == "create" and any(made.jobs for made in simulator.requests()):
                assert error.job_id or isinstance(error, sorakit.OutcomeUnknownError), error
                assert not error.retryable, error
        else:
            assert flow != "download" or target.read_bytes() == whole
        assert time.monotonic() - began < LONGEST_S
        requests = simulator.requests()
        assert len(requests) < MOST_REQUESTS
        assert sum(len(request.jobs) for request in requests) <= 1
        left = {path.name for path in tmp_path.iterdir()} - {"cat.mp4"}
        assert all(".part" in name for name in left), left
        assert not (left and target.exists()), left
