"""What is odd about each server: what the page says, and a function that asks the server for it by
plain HTTP and is true if it shows."""

from hosted import until


def form_drops(server, name):
    """Whether a form's field does not reach the engine."""
    server.post_form({"prompt": f"a form with {name}", name: "2"})
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
        lambda server: reaches(server, prompt="a path", input_reference="data:image/png;base64,AA==")[
            "image_path"
        ].startswith("data:"),
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
