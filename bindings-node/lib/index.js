// sorakit for Node, Bun and Deno.

import { Job, SorakitError, errors, makeClient, toError } from "./facade.js";
import { backend, native } from "./backend.js";

export { SorakitError, errors };

/** One account on one server. */
export const Client = makeClient(backend);
export { Job };

/** A local server of all dialects, in this process. */
export class Simulator {
  #native;

  constructor(settings = {}) {
    this.#native = checked(() => new native.NativeSimulator(JSON.stringify(settings)));
  }

  /** The address of the main origin. */
  get url() {
    return checked(() => this.#native.url());
  }

  /** The base URL of a dialect. */
  baseUrl(dialect) {
    return checked(() => this.#native.baseUrl(dialect));
  }

  /** The first account's credentials. */
  get credentials() {
    return JSON.parse(checked(() => this.#native.credentials()));
  }

  /** Options for a client of this simulator, in a dialect. */
  options(dialect = "sora") {
    const { access_token, api_key } = this.credentials;
    const credential = dialect === "sora" ? { access_token } : { api_key };
    return { dialect, base_url: this.baseUrl(dialect), ...credential };
  }

  /** Moves the clock forward, by seconds. */
  advance(seconds) {
    checked(() => this.#native.advance(seconds));
  }

  /** Adds a scripted fault, and answers with its number. */
  addFault(rule) {
    return checked(() => this.#native.addFault(JSON.stringify(rule)));
  }

  /** Removes all scripted faults. */
  clearFaults() {
    checked(() => this.#native.clearFaults());
  }

  /** Every request so far. */
  journal() {
    return JSON.parse(checked(() => this.#native.journal()));
  }

  /** Stops it; its ports are closed when this returns. */
  stop() {
    this.#native.stop();
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.stop();
  }

  async [Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose")]() {
    this.stop();
  }
}

/** Solves a Sentinel proof of work, off the main thread. */
export async function solvePow(challenge, { signal, onProgress, ...limits } = {}) {
  const given = JSON.stringify({ ...challenge, ...limits });
  const text = await backend.guarded(signal, "solvePow", (token) =>
    native.solvePow(given, backend.harmlessNumber(onProgress), token),
  );
  return JSON.parse(text);
}

/** Whether an answer solves a challenge. */
export function verifyPow({ seed, difficulty }, answer) {
  return checked(() => native.verifyPow(seed, difficulty, answer));
}

function checked(call) {
  try {
    return call();
  } catch (reason) {
    throw toError(reason);
  }
}
