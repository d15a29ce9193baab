"""SGLang Diffusion's API as its wheel has it, with a scheduler that hands out a film.

Usage: serve_sglang.py WHEEL_FOLDER PORT FILM FOLDER.
"""

import asyncio
import sys
from types import SimpleNamespace

from fastapi import APIRouter

import stubs

wheel, port, film, folder = sys.argv[1:5]

ASKED = (
    "prompt",
    "negative_prompt",
    "seed",
    "num_inference_steps",
    "guidance_scale",
    "fps",
    "num_frames",
    "width",
    "height",
    "image_path",
)


class Scheduler:
    """The engine's client: a list of requests, one for each output or for all of them."""

    failure_reason = None

    def initialize(self, server_args):
        pass

    async def forward(self, batches):
        paths = []
        for batch in batches if isinstance(batches, list) else [batches]:
            count = batch.num_outputs_per_prompt
            for index in range(count):
                path = str(batch.output_file_path(count, index))
                asked = {name: getattr(batch, name) for name in ASKED}
                asked["image"] = stubs.content(batch.image_path)
                await asyncio.to_thread(stubs.play, film, folder, path, asked)
                paths.append(path)
        return SimpleNamespace(
            error=None,
            output=None,
            output_file_paths=paths,
            peak_memory_mb=512.0,
            metrics=None,
            usage=None,
            action_pred=None,
            lidar=None,
        )

    def close(self):
        pass


async def broker(server_args):
    await asyncio.Event().wait()


for name in (
    "sglang",
    "sglang.multimodal_gen",
    "sglang.multimodal_gen.configs.pipeline_configs",
    "sglang.multimodal_gen.configs.sample",
    "sglang.multimodal_gen.runtime.pipelines_core",
    "sglang.srt",
    "sglang.srt.observability",
    "sglang.srt.utils",
):
    stubs.package(name, wheel)
stubs.missing(
    "dateutil",
    "einops",
    "imageio",
    "imageio_ffmpeg",
    "msgspec",
    "numpy",
    "PIL",
    "psutil",
    "torch",
    "torchvision",
    "transformers",
    "zmq",
    "sglang.multimodal_gen.runtime.distributed",
    "sglang.multimodal_gen.runtime.layers",
    "sglang.multimodal_gen.runtime.platforms",
)
# What makes no videos.
for name in ("action.api", "action.openpi", "openai.mesh_api", "openai.realtime.realtime_video_api"):
    stubs.module(f"sglang.multimodal_gen.runtime.entrypoints.{name}", router=APIRouter())
stubs.module("sglang.multimodal_gen.runtime.server_warmup")
stubs.module("sglang.multimodal_gen.runtime.utils.profiler")
stubs.module("sglang.multimodal_gen.runtime.utils.vision")
stubs.module("sglang.srt.observability.http_request_metrics")
stubs.module("sglang.srt.utils.common")
for name in ("rollout_api", "weights_api"):
    stubs.module(f"sglang.multimodal_gen.runtime.entrypoints.post_training.{name}", router=APIRouter())
stubs.module(
    "sglang.multimodal_gen.runtime.scheduler_client",
    async_scheduler_client=Scheduler(),
    run_zeromq_broker=broker,
)
stubs.module("sglang.multimodal_gen.runtime.server_args", get_global_server_args=lambda: arguments)
stubs.module("sglang.multimodal_gen.registry", get_model_info=lambda *given, **named: model)

import uvicorn
from sglang.multimodal_gen.configs.pipeline_configs.wan import Wan2_2_TI2V_5B_Config
from sglang.multimodal_gen.configs.sample.wan import Wan2_2_TI2V_5B_SamplingParam
from sglang.multimodal_gen.runtime.entrypoints.http_server import create_app

# A model that makes videos of texts and of images, as it is.
model = SimpleNamespace(sampling_param_cls=Wan2_2_TI2V_5B_SamplingParam, pipeline_cls=None)
arguments = SimpleNamespace(
    model_path="stub/model",
    served_model_name="stub/model",
    model_id=None,
    backend=None,
    pipeline_class_name=None,
    pipeline_config=Wan2_2_TI2V_5B_Config(),
    attention_backend_config=None,
    input_save_path=f"{folder}/inputs",
    output_path=f"{folder}/outputs",
    prompt_enhancer_config=None,
    progress_endpoint=None,
    warmup_mode="off",
    num_gpus=1,
    tp_size=1,
    dp_size=1,
    batching_max_size=1,
    comfyui_mode=False,
    enable_metrics=False,
    enable_trace=False,
)
uvicorn.run(create_app(arguments), host="127.0.0.1", port=int(port))
