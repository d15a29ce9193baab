"""Checks of one server by one client, one line each, and what they are made of."""

import subprocess
import time
import traceback
from pathlib import Path

import sorakit


class Checks:
    """A server, driven by one client: what worked, what is odd, what failed."""

    def __init__(self, about, server, folder):
        self.about, self.server, self.folder = about, server, folder
        self.verbs, self.oddities, self.failures = [], [], []
        self.base_url = server.origin + "/v1"
        self.client = self.make(sorakit.Client)

    def make(self, kind, **options):
        return kind(base_url=self.base_url, api_key=self.server.key, environment=False, **options)

    def run(self, name, work):
        """Runs `work` and prints how it went."""
        began = time.monotonic()
        try:
            work()
            took = time.monotonic() - began
            print(f"ok    {took:4.1f} s  {self.about.name}: {name}")
            return True
        except Exception:
            self.failures.append(name)
            print(f"FAIL  {self.about.name}: {name}\n{traceback.format_exc()}")
            return False

    def verb(self, name, work):
        if self.run(name, work):
            self.verbs.append(name)

    def odd(self, says, shows):
        """Requires that the server is as odd as the page says."""

        def holds():
            assert shows(), "it does not show any more"

        if self.run(f"odd: {says}", holds):
            self.oddities.append(says)


def from_node(server, path, *model):
    """Makes a video from Node, and returns what it said."""
    place = Path(sorakit.__file__).parent.parent.parent / "sorakit-node"
    script = Path(__file__).with_name("from_node.mjs")
    command = ["node", script, place, server.origin + "/v1", server.key, path, *model]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def equal(found, expected, what="it"):
    if found != expected:
        shown = [repr(value)[:300] for value in (found, expected)]
        raise AssertionError(f"{what} is {shown[0]}, and should be {shown[1]}")


def refused(kind, call):
    """Requires that `call` is refused with an error of `kind`, and returns it."""
    try:
        call()
    except kind as error:
        return error
    raise AssertionError(f"{kind} was expected")
