// sorakit-wasm/pow: the Sentinel proof of work, solved in Web Workers.

import { toBound } from "./check.js";
import { accepts } from "./pow-worker.js";
import { PowSolver } from "./solver.js";

export { browserConfig } from "./browser.js";
export { PowSolver };

let shared;

/** Solves a challenge with a pool that all calls share. */
export async function solvePow(challenge, options) {
  shared ??= new PowSolver();
  return shared.solve(challenge, options);
}

/** Whether an answer solves a challenge. */
export function verifyPow({ seed, difficulty }, answer) {
  const bound = toBound(seed, difficulty);
  let elements;
  try {
    const bytes = Uint8Array.from(atob(answer), (char) => char.charCodeAt(0));
    elements = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
  if (!Array.isArray(elements) || elements.length !== 18) return false;
  if (!Number.isInteger(elements[3]) || elements[3] < 0) return false;
  return accepts(bound, seed, answer);
}

/** The token of the first request. */
export function initialToken(answer) {
  return `gAAAAAC${answer}`;
}

/** The token of the requests that follow. */
export function finalToken(answer) {
  return `gAAAAAB${answer}~S`;
}
