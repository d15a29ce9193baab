"""What is odd about each server: what the page says, and a function that asks the server for it by
plain HTTP and is true if it shows."""

from hosted import until


def form_drops(server, name):
    """Whether a form's field does not reach the engine."""
    server.post({"prompt": f"a form with {name}", name: "2"}, form=True)
    return name not in server.asked(f"a form with {name}")


def reaches(server, **body):
    """What the engine is asked for by this request."""
    server.post(body)
    return server.asked(body["prompt"])


def begun(server, prompt):
    """Begins a video, and returns its id once the engine is at it."""
    id = server.post({"prompt": prompt})["id"]
    server.asked(prompt)
    return id


def is_made_though_deleted(server):
    """Whether a video is made to its end when it was deleted meanwhile."""
    server.raw("DELETE", f"/v1/videos/{begun(server, 'slow, deleted')}")
    until(lambda: "slow, deleted: made" in server.prompts())
    return True


def content_of_failed(server):
    return server.content(server.ended(server.post({"prompt": "fail again"})["id"]))


def has_no_prompt(server):
    return "prompt" not in server.post({"prompt": "shown"})


def has_detail_alone(server):
    return list(server.raw("GET", "/v1/videos/none")[1]) == ["detail"]


# One byte, as an image.
DATA_URL = "data:image/png;base64,AA=="

NO_PROMPT = (
    "A video has no `prompt`: `videos.find` names those that may be it, and leaves the choice to you.",
    has_no_prompt,
)
DETAIL = ('An error is `{"detail": …}`.', has_detail_alone)
FORGETS = (
    "Deleting a video only forgets it: it is made to its end all the same.",
    is_made_though_deleted,
)

FASTVIDEO = [
    (
        "A form drops `guidance_scale_2` and `true_cfg_scale` without a word; JSON does not.",
        lambda server: all(form_drops(server, name) for name in ("guidance_scale_2", "true_cfg_scale"))
        and reaches(server, prompt="JSON", true_cfg_scale=2)["true_cfg_scale"] == 2,
    ),
    (
        "An `input_reference` of JSON is a path on the server, even where it is a data URL.",
        lambda server: reaches(server, prompt="a path", input_reference=DATA_URL)["image_path"] == DATA_URL,
    ),
    (
        "A size that it cannot read is ignored.",
        lambda server: "width" not in reaches(server, prompt="huge", size="huge"),
    ),
    NO_PROMPT,
    (
        "The list has no `has_more`, and shows everything unless it is told a limit.",
        lambda server: "has_more" not in server.raw("GET", "/v1/videos")[1],
    ),
    DETAIL,
    FORGETS,
    (
        "The content of a failed job is 500 without its reason.",
        lambda server: content_of_failed(server) == (500, {"detail": "Video generation failed"}),
    ),
    (
        "The file can be had before it is whole.",
        lambda server: server.content(begun(server, "half, again"))[0] == 200,
    ),
]


def outputs(server, count):
    """The finished job of a request for this many videos."""
    id = server.ended(server.post({"prompt": f"{count} outputs", "n": count})["id"])
    return server.raw("GET", f"/v1/videos/{id}")[1]


def lists_twenty(server):
    """Whether a list without a limit is cut at 20."""
    for number in range(21):
        server.ended(server.post({"prompt": f"filler {number}"})["id"])
    page = server.raw("GET", "/v1/videos")[1]
    return len(page["data"]) == 20 and page["has_more"] is True


SGLANG = [
    ("`n` is clamped to 1 to 10 in silence.", lambda server: len(outputs(server, 12)["file_paths"]) == 10),
    (
        "Outputs are numbered: `content?variant=1`; `variant=video` is 404.",
        lambda server: [
            server.raw("GET", f"/v1/videos/{outputs(server, 2)['id']}/content?variant={variant}")[0]
            for variant in ("1", "2", "video")
        ]
        == [200, 404, 404],
    ),
    (
        "`urls` is a list of nulls where no cloud storage is set up.",
        lambda server: outputs(server, 2)["urls"] == [None, None],
    ),
    (
        "Wan 2.2 makes 4k+1 frames: other numbers are changed in silence, and the answer has no number of frames.",
        lambda server: reaches(server, prompt="30 frames", num_frames=30)["num_frames"] == 29
        and "num_frames" not in outputs(server, 1),
    ),
    (
        "A data URL in `input_reference` of JSON reaches the engine undecoded; one in `reference_url` is decoded.",
        lambda server: reaches(server, prompt="undecoded", input_reference=DATA_URL)["image_path"] == DATA_URL
        and reaches(server, prompt="decoded", reference_url=DATA_URL)["image"] == "00",
    ),
    (
        "`enhance` is refused unless the server was started with `--prompt-enhancer-config`.",
        lambda server: server.raw("POST", "/v1/videos", {"prompt": "enhanced", "enhance_prompt": True})[0] == 400,
    ),
    NO_PROMPT,
    ("The list shows 20 videos unless it is told a limit, and has `has_more`.", lists_twenty),
    DETAIL,
    FORGETS,
    (
        "The content of a failed job is 404 without its reason.",
        lambda server: content_of_failed(server) == (404, {"detail": "Video variant None not found"}),
    ),
]


def failed(server, read):
    """What `read` answers of a job that failed."""
    return read(server.ended(server.post({"prompt": "fail once more"})["id"]))


def status_of(server, **body):
    return server.raw(*server.as_form({"prompt": "out of range", **body}))[0]


def is_failed_job(answer):
    """Whether it is a failed job with the status of its error."""
    status, job = answer
    return status == job["error"]["code"] == 500 and job["status"] == "failed"


def is_stopped(server):
    server.raw("DELETE", f"/v1/videos/{begun(server, 'slow, deleted')}")
    until(lambda: "slow, deleted: stopped" in server.prompts())
    return True


VLLM_OMNI = [
    (
        "A failed job is answered with the status of its error (500 to the GET), and is listed with 200.",
        lambda server: is_failed_job(failed(server, lambda id: server.raw("GET", f"/v1/videos/{id}")))
        and server.raw("GET", "/v1/videos")[0] == 200,
    ),
    (
        "The content of a failed job is 422 without its reason.",
        lambda server: failed(server, server.content)[0] == 422,
    ),
    (
        "JSON is refused: a body that is no form has no `prompt`.",
        lambda server: server.raw("POST", "/v1/videos", {"prompt": "JSON"})[0] == 422,
    ),
    (
        "201 steps, a guidance of 20.5 and no frames at all are errors of the server (500).",
        lambda server: [
            status_of(server, **{name: value})
            for name, value in (("num_inference_steps", 201), ("guidance_scale", 20.5), ("num_frames", 0))
        ]
        == [500, 500, 500],
    ),
    (
        "`num_outputs_per_prompt` is taken up to 10, and one video handed out.",
        lambda server: status_of(server, num_outputs_per_prompt=2) == 200
        and status_of(server, num_outputs_per_prompt=11) == 422,
    ),
    (
        "`input_reference[image_url]` is ignored.",
        lambda server: not reaches(server, prompt="ignored", **{"input_reference[image_url]": DATA_URL})["image"],
    ),
    (
        "`seconds` is 4 where a number of frames was asked for; `duration_s` is right.",
        lambda server: [
            server.post({"prompt": "frames", "num_frames": 48, "fps": 24}).get(name)
            for name in ("seconds", "duration_s")
        ]
        == ["4", 2.0],
    ),
    ("Deleting a video that is being made stops it.", is_stopped),
    (
        "The list shows everything unless it is told a limit, and has `has_more`.",
        lambda server: server.raw("GET", "/v1/videos")[1]["has_more"] is False,
    ),
]
