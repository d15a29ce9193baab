// The part of the page that makes a video: its form, the steps, and the player.

import { clientOptions, makeVideo } from "./video.js";

const STEPS = ["send", "generate", "download"];
const number = new Intl.NumberFormat("en");

/** Wires the form up. What the page's address has after `#` goes into its fields. */
export function wireVideoForm(element) {
  const form = element("video");
  const [make, stop] = ["make", "video-stop"].map(element);
  const given = new URLSearchParams(location.hash.slice(1));
  for (const [name, value] of given) if (form.elements[name]) form.elements[name].value = value;

  wireImage(element, form.elements.image);
  let controller;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    controller = new AbortController();
    make.disabled = true;
    stop.disabled = false;
    await run(element, Object.fromEntries(new FormData(form)), controller.signal);
    make.disabled = false;
    stop.disabled = true;
  });
  stop.addEventListener("click", () => controller.abort());
}

/** Shows the chosen image, and takes it away again. */
function wireImage(element, input) {
  const [preview, remove] = ["preview", "remove"].map(element);
  const show = () => {
    const [file] = input.files;
    URL.revokeObjectURL(preview.src);
    preview.hidden = remove.hidden = !file;
    if (file) preview.src = URL.createObjectURL(file);
    else preview.removeAttribute("src");
  };
  input.addEventListener("change", show);
  remove.addEventListener("click", () => {
    input.value = "";
    show();
    input.focus();
  });
}

/** Makes a video. Never rejects: what went wrong is shown. */
async function run(element, fields, signal) {
  const say = (text) => (element("video-status").textContent = text);
  const bar = element("video-progress");
  const facts = [];
  hideVideo(element);
  bar.value = 0;
  say("Starting…");
  try {
    const image = fields.image.size > 0 ? fields.image : null;
    const blob = await makeVideo(clientOptions(fields), { ...fields, image }, {
      signal,
      onStep: (step) => {
        showStep(element, step);
        if (step === "send") say(image ? "Sending the request with its image…" : "Sending the request…");
        if (step === "download") say("Downloading…");
      },
      onProgress: ({ status, progress }) => {
        bar.value = Math.max(bar.value, progress);
        say(status === "queued" ? "Waiting in the queue…" : `Generating: ${Math.round(100 * progress)} %`);
      },
      onEvent: ({ event, tries, elapsed }) => {
        if (event === "solved") facts.push(`proof of work: ${number.format(tries)} tries in ${Math.round(1000 * elapsed)} ms`);
      },
    });
    bar.value = 1;
    showStep(element, null);
    await showVideo(element, blob, facts);
    say("Done.");
  } catch (error) {
    showStep(element, undefined);
    bar.value = 0;
    say(error.kind === "cancelled" ? "Stopped." : error.message);
  }
}

/** Marks the steps before the current one as done; all of them at `null`, none at `undefined`. */
function showStep(element, current) {
  const at = current === null ? STEPS.length : STEPS.indexOf(current);
  for (const [i, item] of [...element("steps").children].entries()) {
    item.classList.toggle("done", i < at);
    if (i === at) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  }
}

async function showVideo(element, blob, facts) {
  const player = element("player");
  const ready = new Promise((resolve, reject) => {
    player.onloadedmetadata = resolve;
    player.onerror = () => reject(new Error("the browser cannot play the file"));
  });
  player.src = URL.createObjectURL(blob);
  await ready;
  const { duration, videoWidth, videoHeight } = player;
  const shape = `${duration.toFixed(1)} s, ${videoWidth} × ${videoHeight}`;
  element("facts").textContent = [shape, `${number.format(Math.ceil(blob.size / 1000))} kB`, ...facts].join(" · ");
  element("save").href = player.src;
  element("result").hidden = false;
  // It is muted, so that a browser lets it play by itself; one that does not shows its first frame.
  await player.play().catch(() => {});
}

function hideVideo(element) {
  const player = element("player");
  element("result").hidden = true;
  if (!player.src) return;
  URL.revokeObjectURL(player.src);
  player.onerror = null;
  player.removeAttribute("src");
  player.load();
}
