"""The servers: what each takes, and what of it reaches its engine."""

from dataclasses import dataclass

import oddities


@dataclass
class Server:
    """A server that hosts a model."""

    name: str
    version: str
    project: str
    """Its name on PyPI."""
    flavour: str
    options: dict
    """Options of a creation."""
    reaches: dict
    """What the engine is asked for then."""
    lacks: dict
    """Options that are refused before anything is sent."""
    oddities: list
    """What the page says of it, each with a function that shows it."""
    lists_prompts: bool = False
    cancels: bool = False

    @property
    def package(self):
        """The name of its wheel, its folder and `serve_….py`."""
        return self.project.replace("-", "_")


OPTIONS = {
    "seed": 7,
    "negative_prompt": "dogs",
    "steps": 30,
    "guidance": 4.5,
    "fps": 16,
    "frames": 33,
    "size": "832x480",
}
REACHES = {
    "seed": 7,
    "negative_prompt": "dogs",
    "num_inference_steps": 30,
    "guidance_scale": 4.5,
    "fps": 16,
    "num_frames": 33,
    "width": 832,
    "height": 480,
}

ALL = [
    Server(
        name="FastVideo",
        version="0.2.1",
        project="fastvideo",
        flavour="fastvideo",
        options=OPTIONS,
        reaches=REACHES,
        lacks={"n": 2, "enhance": True, "audio": True, "last_frame": b"x", "aspect_ratio": "16:9"},
        oddities=oddities.FASTVIDEO,
    ),
    Server(
        name="SGLang Diffusion",
        version="0.5.23",
        project="sglang",
        flavour="sglang",
        options={**OPTIONS, "n": 3},
        reaches=REACHES,
        lacks={"n": 11, "audio": True, "last_frame": b"x", "aspect_ratio": "16:9"},
        oddities=oddities.SGLANG,
    ),
]
