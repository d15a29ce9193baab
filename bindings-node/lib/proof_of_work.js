// The Sentinel proof of work.

import { checked, guarded, harmless } from "./calls.js";
import { backend, native } from "./backend.js";

/** Solves a Sentinel proof of work, off the main thread. */
export async function solvePow(challenge, { signal, onProgress, ...limits } = {}) {
  const given = JSON.stringify({ ...challenge, ...limits });
  const tell = harmless(backend, onProgress);
  const text = await guarded(backend, signal, "solvePow", (token) =>
    native.solvePow(given, tell, token),
  );
  return JSON.parse(text);
}

/** Whether an answer solves a challenge. */
export function verifyPow({ seed, difficulty }, answer) {
  return checked(() => native.verifyPow(seed, difficulty, answer));
}
