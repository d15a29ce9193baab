"""LiteLLM's proxy before the simulator: what of the one interface goes through it."""

import json
from dataclasses import dataclass
from pathlib import Path

import sorakit

from checks import Checks, equal, from_node, refused
from hosted import Hosted, free_port, running, until
from servers import PIXEL

KEY = "sk-of-the-proxy"
MODEL = "sora-2"


@dataclass
class About:
    """What the page says of it."""

    version: str
    name: str = "LiteLLM"
    flavour: str = "litellm"
    options: tuple = ("duration", "size")
    note: str = "Its proxy, as it is installed, stood before the simulator, which was its provider `openai`."


class Proxied(Checks):
    """The proxy, driven by one client."""

    def __init__(self, about, server, simulator, folder):
        super().__init__(about, server, folder)
        self.simulator = simulator

    def everything(self):
        self.verb("detect", self.detect)
        self.verb("models.list", self.models)
        self.verb("videos.create", self.create)
        self.verb("videos.wait", self.wait)
        self.verb("videos.download", self.download)
        self.verb("an image to start from", self.image)
        self.verb("videos.get and resume", self.get)
        self.verb("a remix", self.remix)
        self.verb("a job that fails", self.fails)
        self.run("what it has not is refused", self.refuse)
        self.verb("from Node: detect, videos.generate, videos.download", self.from_node)
        self.odd("Ids are long, and hold the provider.", lambda: len(self.made.id) > 100)
        self.odd(
            "The code of an error is its status, as text.",
            lambda: self.server.raw("GET", "/v1/videos/none")[1]["error"]["code"].isdigit(),
        )

    def detect(self):
        found = sorakit.Client.detect(self.base_url, api_key=KEY)
        equal((found.dialect, found.flavour), ("openai", "litellm"))

    def models(self):
        equal([model.id for model in self.client.models.list()], [MODEL])

    def create(self):
        self.made = self.client.videos.create("a cat", model=MODEL, duration=8, size="1280x720")
        asked = self.simulator.requests("openai.videos.create")[-1]
        for value in ("1280x720", "8"):
            assert value in asked.body, asked.body

    def wait(self):
        self.done = self.client.videos.wait(self.made, timeout=30)
        equal(self.done.status, "succeeded")

    def download(self):
        path = self.folder / "cat.mp4"
        self.client.videos.download(self.done, path)
        equal(path.read_bytes()[4:8], b"ftyp", "the beginning of the file")

    def image(self):
        self.client.videos.generate("from an image", model=MODEL, references=[PIXEL], timeout=30)
        asked = self.simulator.requests("openai.videos.create")[-1]
        # What is no text is the image.
        assert asked.body is None and asked.body_size > len(PIXEL), asked

    def get(self):
        equal(self.client.videos.get(self.made.id).status, "succeeded")
        other = self.make(sorakit.Client, flavour="litellm")
        equal(other.videos.wait(self.made.id, timeout=30).status, "succeeded")

    def remix(self):
        remixed = self.client.videos.generate("a dog", remix=self.made.id, timeout=30)
        assert remixed.id != self.made.id

    def fails(self):
        call = lambda: self.client.videos.generate("simulate:generation_failed", model=MODEL, timeout=30)
        error = refused(sorakit.SorakitError, call)
        assert error.job_id, error

    def refuse(self):
        refused(sorakit.UnsupportedError, lambda: self.client.videos.delete(self.made.id))
        refused(sorakit.UnsupportedError, lambda: self.client.videos.list())
        refused(sorakit.UnsupportedError, lambda: self.client.videos.cancel(self.made.id))

    def from_node(self):
        path = self.folder / "node.mp4"
        equal(from_node(self.server, path, MODEL), "litellm succeeded")
        equal(path.read_bytes()[4:8], b"ftyp", "the beginning of the file")


def drive(environment, folder):
    """Runs the proxy and checks everything: what was seen, and about what."""
    environment = Path(environment).resolve()
    about = About(version=(environment / "version.txt").read_text().strip())
    with sorakit.Simulator(speed=200) as simulator:
        place = folder / "litellm"
        port = free_port()
        server = Hosted(f"http://127.0.0.1:{port}", place, key=KEY)
        upstream = {"api_base": simulator.base_url("openai") + "/v1", "api_key": simulator.credentials().api_key}
        settings = {
            "model_list": [{"model_name": MODEL, "litellm_params": {"model": f"openai/{MODEL}", **upstream}}],
            "general_settings": {"master_key": KEY},
        }
        # JSON is YAML.
        configuration = folder / "litellm.yaml"
        configuration.write_text(json.dumps(settings))
        command = [environment / "bin/litellm", "--config", configuration, "--host", "127.0.0.1", "--port", str(port)]
        with running(server, command, {}) as server:
            # Making its description takes it seconds, once.
            until(lambda: server.raw("GET", "/openapi.json")[0] == 200)
            check = Proxied(about, server, simulator, place)
            check.everything()
    return about, check
