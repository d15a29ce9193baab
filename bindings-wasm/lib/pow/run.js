// One search by several lanes.

import { cancelled, failure } from "./check.js";

/** What the lanes share: the next nonce, the bound, and the outcome. */
export class Run {
  /** Settles with the solution, or the error. */
  outcome;
  /** The first nonce that need not be tried: the lowest solution so far, or the limit. */
  bound;

  #next = 0;
  #tries = 0;
  #pending = new Set();
  /** Chunks of lanes that did not come to their end. */
  #returned = [];
  #best = null;
  #began = performance.now();
  #settle;
  #onProgress;

  constructor(job, maxTries, maxTime, signal, onProgress) {
    this.job = job;
    this.bound = Math.floor(maxTries);
    this.#onProgress = onProgress;
    const abort = () => this.fail(cancelled(signal));
    const timer = setTimeout(() => {
      const message = `no solution within ${maxTime / 1000} s and ${this.#tries} tries; raise \`timeout\``;
      this.fail(failure("proof_of_work", message));
    }, Math.min(maxTime, 2 ** 31 - 1));
    signal?.addEventListener("abort", abort, { once: true });
    this.outcome = new Promise((resolve, reject) => {
      this.#settle = (settle, value) => {
        if (!this.isOpen) return;
        this.isOpen = false;
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
        (settle === "resolve" ? resolve : reject)(value);
      };
    });
    this.outcome.catch(() => {});
  }

  /** Whether the outcome is still to come. */
  isOpen = true;

  /** Whether there is a chunk that nobody has. */
  get isUntried() {
    return this.isOpen && (this.#returned.length > 0 || this.#next < this.bound);
  }

  /**
   * Takes chunk after chunk, for the lane of a number, until there is no more to try. Where the
   * lane fails, its chunk is left for another.
   */
  async work(lane, worker) {
    while (this.isUntried) {
      const [from, count] = this.#returned.pop() ?? this.#fresh(lane.chunk);
      this.#pending.add(from);
      let found;
      try {
        found = await lane.scan(from, count);
      } catch (error) {
        this.#returned.push([from, count]);
        throw error;
      }
      this.took(from, count, found, worker);
    }
  }

  #fresh(chunk) {
    const from = this.#next;
    const count = Math.min(chunk, this.bound - from);
    this.#next += count;
    return [from, count];
  }

  /** A chunk has been searched. */
  took(from, count, found, worker) {
    this.#pending.delete(from);
    this.#next = Math.max(this.#next, from + count);
    const tried = found ? found.nonce + 1 - from : count;
    this.#tries += tried;
    if (found && found.nonce < this.bound) {
      this.bound = found.nonce;
      this.#best = found;
    }
    if (this.isOpen) this.#tell({ worker, from, count: tried });
    const below = [...this.#pending].some((start) => start < this.bound);
    if (this.#next >= this.bound && !below) this.#end();
  }

  /** Ends the search with an error. */
  fail(error) {
    this.#settle("reject", error);
  }

  #end() {
    if (!this.#best) {
      const message = `none of ${this.#tries} candidates solves the challenge; raise \`max_tries\``;
      this.fail(failure("proof_of_work", message));
      return;
    }
    const { nonce, answer } = this.#best;
    const elapsed_ms = performance.now() - this.#began;
    this.#settle("resolve", { answer, nonce, tries: nonce + 1, elapsed_ms });
  }

  #tell(chunk) {
    try {
      this.#onProgress?.(this.#tries, chunk);
    } catch (error) {
      // A caller's mistake must not end the search, nor go unseen.
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
