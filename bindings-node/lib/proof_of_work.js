// The Sentinel proof of work.

import { checked, checkedOptions, described, guarded, harmless, refused, textOf } from "./calls.js";
import { backend, native } from "./backend.js";

const OPTIONS = ["signal", "onProgress", "max_tries", "timeout", "threads", "kernel"];

/** Solves a Sentinel proof of work, off the main thread. */
export async function solvePow(challenge, options) {
  const { signal, onProgress, ...limits } = checkedOptions("solvePow", options, OPTIONS);
  atLeast("max_tries", limits.max_tries, 1);
  atLeast("threads", limits.threads, 0);
  if (limits.kernel != null) textOf("solvePow", "kernel", limits.kernel);
  const given = JSON.stringify({ ...parts(challenge), ...limits });
  const tell = harmless(backend, onProgress);
  const text = await guarded(backend, signal, "solvePow", (token) =>
    native.solvePow(given, tell, token),
  );
  return JSON.parse(text);
}

/** Whether an answer solves a challenge. */
export function verifyPow(challenge, answer) {
  const { seed, difficulty } = parts(challenge);
  return checked(() => native.verifyPow(seed, difficulty, textOf("verifyPow", "answer", answer)));
}

/** The token of the first request. */
export function initialToken(answer) {
  return `gAAAAAC${textOf("initialToken", "answer", answer)}`;
}

/** The token of the requests that follow. */
export function finalToken(answer) {
  return `gAAAAAB${textOf("finalToken", "answer", answer)}~S`;
}

/** The browser and the app that requests speak for unless told otherwise. */
export function defaultProfile() {
  return JSON.parse(native.profile(false));
}

/** A browser and an app drawn at random from the documented ones. */
export function randomProfile() {
  return JSON.parse(native.profile(true));
}

/** What of a challenge is worked on. */
function parts(challenge) {
  const { seed, difficulty, config } = challenge ?? {};
  if (typeof seed !== "string") {
    throw refused("solvePow", "seed", `seed: must be a text, not ${described(seed)}`);
  }
  if (typeof difficulty !== "string") {
    throw refused("solvePow", "difficulty", `difficulty: must be a text, not ${described(difficulty)}`);
  }
  return { seed, difficulty, config };
}

function atLeast(field, value, least) {
  if (value == null || (Number.isInteger(value) && value >= least && value <= 2 ** 53)) return;
  const why = `${field}: must be a whole number from ${least}, not ${described(value)}`;
  throw refused("solvePow", field, why);
}
