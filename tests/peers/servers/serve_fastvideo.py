"""FastVideo's API as its wheel has it, with an engine that hands out a film.

Usage: serve_fastvideo.py WHEEL_FOLDER PORT FILM FOLDER.
"""

import sys

import stubs

wheel, port, film, folder = sys.argv[1:5]


class Generator:
    """The engine."""

    @classmethod
    def from_fastvideo_args(cls, args):
        return cls()

    def generate_video(self, **asked):
        asked["image"] = stubs.content(asked.get("image_path"))
        stubs.play(film, folder, asked["output_path"], asked)
        return {"generation_time": 0.5, "peak_memory_mb": 512.0}

    def shutdown(self):
        pass


class Arguments:
    model_path = "stub/model"


# Their own `__init__` import every model.
for name in ("fastvideo", "fastvideo.pipelines", "fastvideo.pipelines.basic.ltx2"):
    stubs.package(name, wheel)
stubs.missing(
    "cloudpickle",
    "diffusers",
    "einops",
    "filelock",
    "huggingface_hub",
    "imageio",
    "numpy",
    "remote_pdb",
    "torch",
    "torchvision",
)
stubs.module("fastvideo.entrypoints.video_generator", VideoGenerator=Generator)
stubs.module("fastvideo.fastvideo_args", FastVideoArgs=Arguments)
stubs.module("fastvideo.registry", get_preset_selection=lambda path: (None, None))

from fastvideo.entrypoints.openai.api_server import run_server

run_server(Arguments(), host="127.0.0.1", port=int(port), output_dir=folder)
