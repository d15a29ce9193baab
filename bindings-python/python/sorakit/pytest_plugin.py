"""A pytest plugin, loaded by itself when sorakit is installed: the fixture `sorakit_simulator`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .simulator import Simulator


@pytest.fixture
def sorakit_simulator() -> Iterator[Simulator]:
    """A simulator of its own for each test, 200 times as fast as the world."""
    with Simulator(speed=200.0) as simulator:
        yield simulator
