"""The servers: what each takes, and what of it reaches its engine."""

from dataclasses import dataclass

import oddities

# A PNG image of one pixel, and that pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
COLOUR = "ff0000"


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
    image: str = PIXEL.hex()
    """What reaches the engine of the image that is sent: the file, or its pixels."""
    takes_json: bool = True
    takes_last_frame: bool = False
    lists_prompts: bool = False
    cancels: bool = False
    note: str = ""
    """What the page has to say of what was left out."""

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
    Server(
        name="vLLM-Omni",
        version="0.30.0",
        project="vllm-omni",
        flavour="vllm-omni",
        options={**OPTIONS, "audio": True},
        reaches={
            **{name: REACHES[name] for name in REACHES if name not in ("width", "height")},
            "size": "832x480",
            "generate_sound": True,
        },
        lacks={"n": 2, "enhance": True, "steps": 201, "guidance": 20.5},
        oddities=oddities.VLLM_OMNI,
        image=COLOUR,
        takes_json=False,
        takes_last_frame=True,
        lists_prompts=True,
        cancels=True,
        note="Its routes were served without vLLM's own application, which words refused requests in its own way: "
        "`{\"error\": …}` and 400, where FastAPI alone says `{\"detail\": …}` and 422.",
    ),
]
