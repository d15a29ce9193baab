// sorakit-wasm/pow: the Sentinel proof of work, solved in Web Workers.

import { checkChallenge } from "./check.js";
import { accepts, fromHex } from "./search.js";
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
  checkChallenge(seed, difficulty);
  let elements;
  try {
    const bytes = Uint8Array.from(atob(answer), (char) => char.charCodeAt(0));
    elements = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
  if (!Array.isArray(elements) || elements.length !== 18) return false;
  if (!Number.isInteger(elements[3]) || elements[3] < 0) return false;
  const encoder = new TextEncoder();
  return accepts(fromHex(difficulty), encoder.encode(seed), encoder.encode(answer));
}

/** The token of the first request. */
export function initialToken(answer) {
  return `gAAAAAC${answer}`;
}

/** The token of the requests that follow. */
export function finalToken(answer) {
  return `gAAAAAB${answer}~S`;
}
