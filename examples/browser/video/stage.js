// Where the video is made before the user's eyes: the steps, how far it is, what went wrong, and
// the video.

import { element, number, show } from "../parts.js";

const STEPS = ["send", "generate", "download"];
const place = element("stage");
const make = element("make");
let solution;

/** Nothing has been asked for yet. */
export function idle() {
  show(place, ["idle"]);
}

/** A video is begun, or gone on with. */
export function begin() {
  takeVideoAway();
  solution = undefined;
  element("bar").value = 0;
  show(place, ["working"], make);
  place.scrollIntoView({ block: "nearest" });
}

/** Which job it is. */
export function named(id) {
  element("job-id").textContent = id;
  show(place, ["working", "named"]);
}

/** The step that it has come to. */
export function enter(step) {
  markSteps(step, "current");
  element("bar").classList.remove("moving");
  if (step === "send") say("Sending…");
  if (step === "generate") say("Waiting…");
  if (step === "download") say("Downloading…");
}

/** How far the job is. The text and the bar say the same; a bar without a number says nothing. */
export function progress(job) {
  const percent = Math.floor(job.progress);
  const bar = element("bar");
  bar.value = percent;
  bar.classList.toggle("moving", percent > 0);
  if (job.status === "queued") say("Waiting in the queue…");
  else say(percent > 0 ? `Generating, ${percent} %` : "Generating…");
}

/** A proof of work was solved on the way. */
export function solved({ tries, elapsed }) {
  solution = `proof of work: ${number.format(tries)} tries in ${number.format(Math.round(1000 * elapsed))} ms`;
}

/** The user has stopped it. */
export function stopped(step, id) {
  markSteps(step, "stopped");
  show(place, ["stopped", ...(id ? ["named", "resumable"] : [])], element("resume"), make);
  say(
    "Stopped",
    id
      ? "The video goes on at the server."
      : "The server named no job, and may have begun one all the same: look there before you make it again.",
  );
}

/** Something went wrong. */
export function failed(step, id, { title, advice, message, over }) {
  markSteps(step, "failed");
  const more = [id && "named", id && !over && "resumable"];
  show(place, ["failed", ...more], element("resume"), make);
  element("job-id").textContent = id ?? "";
  element("failure-title").textContent = title;
  element("failure-advice").textContent = advice;
  element("failure-message").textContent = message;
  place.querySelector("details").open = false;
}

/** The video is there. */
export async function done(blob) {
  const player = element("player");
  const ready = new Promise((resolve, reject) => {
    player.onloadedmetadata = resolve;
    player.onerror = () => reject(new Error("the browser cannot play the file"));
  });
  player.src = URL.createObjectURL(blob);
  await ready;
  const { duration, videoWidth, videoHeight } = player;
  element("save").href = player.src;
  show(place, ["done"], element("save"));
  const facts = [`${duration.toFixed(1)} s`, `${videoWidth} × ${videoHeight}`, size(blob.size), solution];
  element("facts").textContent = facts.filter(Boolean).join(" · ");
  // It is muted, so that a browser lets it play by itself; one that does not shows its first frame.
  await player.play().catch(() => {});
}

function say(text, note = "") {
  element("status").textContent = text;
  element("note").textContent = note;
}

/** Marks the steps before one as done, and that one as it stands. */
function markSteps(step, how) {
  const at = STEPS.indexOf(step);
  for (const [i, item] of [...element("steps").children].entries()) {
    item.className = i < at ? "done" : i === at ? how : "";
    if (i === at) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  }
}

function takeVideoAway() {
  const player = element("player");
  if (!player.src) return;
  player.onerror = null;
  URL.revokeObjectURL(player.src);
  player.removeAttribute("src");
  player.load();
}

function size(bytes) {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
