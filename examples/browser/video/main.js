// The page that makes a video: its form, and what becomes of it.

import { busy, element, isBusy, keepFragment } from "../parts.js";
import { explain } from "./explain.js";
import { wireImage } from "./image-field.js";
import { makeVideo } from "./make.js";
import { wireServer } from "./server.js";
import * as stage from "./stage.js";

const form = element("video");
const make = element("make");
const server = wireServer(form);
const image = wireImage(form);
let controller;
/** The last job that has not come to its end here: what it was made with, and its id. */
let unfinished;

keepFragment();
stage.idle();

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { prompt, orientation } = Object.fromEntries(new FormData(form));
  run(server.options(), { prompt, orientation, image: image.file });
});

element("resume").addEventListener("click", () => {
  const { options, id } = unfinished;
  run({ ...options, ...server.credential(options.dialect) }, { id });
});

element("stop").addEventListener("click", () => controller.abort());

/** Makes a video, or goes on with one. Never rejects: what went wrong is shown. */
async function run(options, request) {
  if (isBusy(make)) return;
  controller = new AbortController();
  let step = request.id ? "generate" : "send";
  let id = request.id;
  clearFields();
  busy(make, true);
  stage.begin();
  try {
    const blob = await makeVideo(options, request, {
      signal: controller.signal,
      onStep: (next) => stage.enter((step = next)),
      onJob: (job) => stage.named((id = job.id)),
      onProgress: stage.progress,
      onSolved: stage.solved,
    });
    await stage.done(blob);
  } catch (error) {
    id ??= error.job_id;
    unfinished = { options, id };
    if (error.kind === "cancelled") stage.stopped(step, id);
    else {
      const said = explain(error, step, options);
      markField(said.field);
      stage.failed(step, id, said);
    }
  }
  busy(make, false);
}

/** Marks the field that is at fault, and opens what holds it. */
function markField(name) {
  const field = form.elements[name];
  if (!field) return;
  field.setAttribute("aria-invalid", "true");
  const fold = field.closest("details");
  if (fold) fold.open = true;
}

function clearFields() {
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}
