// The simulator, in this process.

import { checked } from "./calls.js";
import { native } from "./backend.js";
import { OPERATIONS } from "./names.js";

/** Those that run: one that nobody holds any more still serves, until it is stopped. */
const running = new Set();

/** A local server of all dialects, in this process. */
export class Simulator {
  #native;

  constructor(settings = {}) {
    this.#native = checked(() => new native.NativeSimulator(JSON.stringify(settings)));
    running.add(this);
  }

  /** The address of the main origin. */
  get url() {
    return checked(() => this.#native.url());
  }

  /** The token of the control surface, for the header `x-simulator-token`. */
  get controlToken() {
    return checked(() => this.#native.controlToken());
  }

  /** The first account's credentials. */
  get credentials() {
    return JSON.parse(checked(() => this.#native.credentials()));
  }

  /** The base URL of a dialect or of one of its flavours. */
  baseUrl(dialect) {
    return checked(() => this.#native.baseUrl(dialect));
  }

  /**
   * Options for a client of this simulator, in a dialect or of a flavour. It takes nothing from the
   * environment.
   */
  options(dialect = "sora", credentials = this.credentials) {
    const { access_token, api_key } = credentials;
    const credential = dialect === "sora" ? { access_token } : { api_key };
    const isDialect = OPERATIONS.some((name) => name.startsWith(`${dialect}.`));
    const speaks = isDialect ? { dialect } : { flavour: dialect };
    return { ...speaks, base_url: this.baseUrl(dialect), environment: false, ...credential };
  }

  /** Adds an account, and answers with its credentials. */
  addAccount(account = {}) {
    return JSON.parse(checked(() => this.#native.addAccount(JSON.stringify(account))));
  }

  /** Moves the clock forward, by seconds. */
  advance(seconds) {
    checked(() => this.#native.advance(seconds));
  }

  /** Changes how many simulated seconds pass in one; 0 stops the clock. */
  setSpeed(speed) {
    checked(() => this.#native.setSpeed(speed));
  }

  /** Adds a scripted fault, and answers with its number. */
  addFault(rule) {
    return checked(() => this.#native.addFault(JSON.stringify(rule)));
  }

  /** Removes all scripted faults. */
  clearFaults() {
    checked(() => this.#native.clearFaults());
  }

  /** Every request so far, or those of one operation. */
  journal(operation) {
    return JSON.parse(checked(() => this.#native.journal(operation)));
  }

  /** Forgets the requests so far. */
  clearJournal() {
    checked(() => this.#native.clearJournal());
  }

  /** Stops it; its ports are closed when this returns. */
  stop() {
    running.delete(this);
    this.#native.stop();
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.stop();
  }

  async [Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose")]() {
    this.stop();
  }
}
