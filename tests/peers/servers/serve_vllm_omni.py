"""vLLM-Omni's API as its wheel has it, without vLLM, and with an engine that hands out a film.

Usage: serve_vllm_omni.py WHEEL_FOLDER PORT FILM FOLDER.
"""

import asyncio
import os
import sys
import threading
from types import SimpleNamespace

from pydantic import BaseModel

import stubs

wheel, port, film, folder = sys.argv[1:5]
os.environ["VLLM_OMNI_SERVER_STORAGE__PATH"] = f"{folder}/outputs"


class Card(BaseModel):
    """A model, as vLLM tells of it."""

    id: str
    object: str = "model"
    created: int = 0
    owned_by: str = "vllm"
    root: str | None = None
    permission: list = []


class Models(BaseModel):
    object: str = "list"
    data: list[Card] = []


for name in (
    "vllm_omni",
    "vllm_omni.config",
    "vllm_omni.entrypoints",
    "vllm_omni.entrypoints.openai",
    "vllm_omni.utils",
):
    stubs.package(name, wheel)
stubs.missing(
    "numpy",
    "pybase64",
    "torch",
    "uvloop",
    "vllm",
    "vllm_omni.diffusion",
    "vllm_omni.engine",
    "vllm_omni.entrypoints.duplex",
    "vllm_omni.entrypoints.duplex_omni",
    "vllm_omni.entrypoints.openai.batch_serving",
    "vllm_omni.entrypoints.openai.realtime_connection",
    "vllm_omni.entrypoints.openai.serving_audio_generate",
    "vllm_omni.entrypoints.openai.serving_chat",
    "vllm_omni.entrypoints.openai.serving_rl_rollout",
    "vllm_omni.entrypoints.openai.serving_speech",
    "vllm_omni.entrypoints.openai.serving_speech_stream",
    "vllm_omni.entrypoints.openai.serving_video_output_stream",
    "vllm_omni.entrypoints.openai.serving_video_stream",
    "vllm_omni.entrypoints.openpi",
    "vllm_omni.entrypoints.utils",
    "vllm_omni.inputs",
    "vllm_omni.lora",
    "vllm_omni.metrics",
    "vllm_omni.model_executor",
    "vllm_omni.model_extras",
    "vllm_omni.outputs",
)
stubs.module(
    "vllm.entrypoints.serve.engine.protocol",
    ModelCard=Card,
    ModelList=Models,
    ModelPermission=dict,
)
environment = stubs.module("vllm.envs", VLLM_MAX_IMAGE_PIXELS=0)
stubs.module("vllm", __path__=[], envs=environment)
stubs.module("vllm_omni.entrypoints.async_omni", ABORT_TIMEOUT_S=2.0)
stubs.module(
    "vllm.v1.engine.exceptions",
    EngineDeadError=type("EngineDeadError", (Exception,), {}),
    EngineGenerateError=type("EngineGenerateError", (Exception,), {}),
)

import uvicorn
from fastapi import FastAPI
from vllm_omni.entrypoints.openai.api_server import router
from vllm_omni.entrypoints.openai.models.serving import _DiffusionServingModels
from vllm_omni.entrypoints.openai.serving_video import OmniOpenAIServingVideo


class Engine(OmniOpenAIServingVideo):
    """The handler, whose models make a film of everything."""

    running = {}

    async def generate_video_bytes(self, request, id, *, reference_image=None, on_started=None, **others):
        asked = request.model_dump(exclude_none=True)
        images = reference_image.data if reference_image else []
        images = images if isinstance(images, list) else [images]
        asked["image"] = " ".join(image.tobytes().hex() for image in images)
        stopped = self.running[id] = threading.Event()
        if on_started:
            await on_started()
        path = f"{folder}/{id}.mp4"
        await asyncio.to_thread(stubs.play, film, folder, path, asked, stopped)
        with open(path, "rb") as file:
            return file.read(), {}, 512.0, None, {"fps": 24.0}

    async def abort_request(self, id):
        self.running[id].set()


application = FastAPI()
application.include_router(router)
state = application.state
state.api_server_count = 1
path = SimpleNamespace(name="stub/model", model_path="stub/model")
state.openai_serving_models = _DiffusionServingModels([path])
state.openai_serving_video = Engine(None, model_name="stub/model", stage_configs=[])
uvicorn.run(application, host="127.0.0.1", port=int(port), loop="asyncio")
