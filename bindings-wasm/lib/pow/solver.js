// The pool: hands out chunks of nonces in ascending order; the lowest solution wins.

import { browserConfig } from "./browser.js";
import {
  cancelled,
  expectedTries,
  failure,
  known,
  oneOf,
  positive,
  toJob,
  wholeNumber,
} from "./check.js";
import { LocalLane, WorkerLane } from "./lanes.js";
import { bestKernel, loadModule } from "./module.js";
import { Search } from "./pow-worker.js";
import { Run } from "./run.js";

/** Below so many expected tries, this thread is done before a worker has started. */
const EASY = 64;
/** How long this thread tries an easy challenge, in milliseconds, before workers take over. */
const ALONE = 8;

/** A pool of workers. They start with the first challenge and end when idle. */
export class PowSolver {
  #options;
  #module;
  #lanes = [];
  #local;
  #turn = Promise.resolve();
  #idle;
  #current;

  constructor(options = {}) {
    known(options, ["workers", "kernel", "wasmUrl", "workerUrl", "idle_timeout"]);
    const { workers, kernel, wasmUrl, workerUrl, idle_timeout = 10 } = options;
    this.#options = {
      workers: workers ?? globalThis.navigator?.hardwareConcurrency ?? 1,
      kernel: oneOf("kernel", kernel ?? bestKernel(), ["simd128", "scalar", "javascript"]),
      wasmUrl,
      workerUrl,
      idle: positive("idle_timeout", idle_timeout) * 1000,
    };
    wholeNumber("workers", this.#options.workers);
  }

  /** The kernel in use: `simd128`, `scalar` or `javascript`. */
  get kernel() {
    return this.#options.kernel;
  }

  /** How many workers there are now. */
  get workers() {
    return this.#lanes.length;
  }

  /** Solves a challenge. Several are solved one after the other. */
  async solve(challenge, options = {}) {
    known(options, ["signal", "onProgress", "max_tries", "timeout", "threads"]);
    const { signal, onProgress, max_tries = 1e8, timeout = 60, threads } = options;
    wholeNumber("threads", threads);
    const job = toJob({ config: browserConfig(), ...challenge });
    const expected = expectedTries(job.bound);
    if (expected > positive("max_tries", max_tries)) {
      const message = `the challenge takes about ${expected.toExponential(1)} tries, but the limit is ${max_tries}; raise \`max_tries\``;
      throw failure("proof_of_work", message);
    }
    if (signal?.aborted) throw cancelled(signal);
    const run = new Run(job, max_tries, positive("timeout", timeout) * 1000, signal, onProgress);
    if (expected <= EASY) searchAlone(run);
    if (run.isOpen) {
      const before = this.#turn;
      const turn = before.then(() => run.isOpen && this.#work(run, threads));
      turn.catch((error) => {
        run.fail(error.kind ? error : failure("proof_of_work", error.message, null, error));
      });
      // The next one begins when this one is over, for whatever reason, and those before it.
      this.#turn = before.then(() => run.outcome).catch(() => {});
    }
    return run.outcome;
  }

  /** Ends the workers. The next challenge starts new ones. */
  close() {
    clearTimeout(this.#idle);
    for (const lane of this.#lanes) lane.close();
    this.#lanes = [];
    this.#local = undefined;
  }

  async #work(run, threads) {
    clearTimeout(this.#idle);
    this.#current = run;
    const rest = () => this.#current === run && this.#rest();
    run.outcome.then(rest, rest);
    const wanted = threads || this.#options.workers;
    let lanes = await this.#open(wanted);
    while (run.isOpen) {
      const failures = await searchTogether(run, lanes);
      if (!run.isOpen || failures.length === 0) return;
      lanes = await this.#without(failures, wanted);
    }
  }

  /** The lanes that go on where some have failed. */
  async #without(failures, wanted) {
    const closed = failures.find(({ lane }) => lane.isClosed);
    if (closed) throw closed.error;
    const failed = failures.find(({ lane }) => !lane.isLost);
    if (failed) {
      // It answers, and cannot search: the module is at fault, or has not the memory.
      if (this.#options.kernel === "javascript") throw failed.error;
      this.close();
      this.#fallBack(`the ${this.#options.kernel} kernel has failed (${failed.error.message})`);
      return this.#open(wanted);
    }
    warn(`${failures[0].error.message}; others take over its part`);
    this.#lanes = this.#lanes.filter((lane) => !lane.isLost);
    if (this.#lanes.length > 0) return this.#lanes.slice(0, wanted);
    return [this.#here(await this.#load())];
  }

  /** Searches without WebAssembly from now on. */
  #fallBack(why) {
    warn(`${why}; the proof of work goes on in JavaScript, which is slower`);
    this.#options.kernel = "javascript";
    this.#module = undefined;
  }

  /** So many workers; or this thread, where there can be none. */
  async #open(wanted) {
    const module = await this.#load();
    if (typeof Worker === "undefined" || wanted === 0) return [this.#here(module)];
    this.#lanes = this.#lanes.filter((lane) => !lane.isLost);
    try {
      while (this.#lanes.length < wanted) {
        this.#lanes.push(new WorkerLane(this.#options.workerUrl, module));
      }
      const lanes = this.#lanes.slice(0, wanted);
      await Promise.all(lanes.map((lane) => lane.opened()));
      return lanes;
    } catch (error) {
      if (module && this.#lanes.some((lane) => !lane.isLost)) {
        this.close();
        this.#fallBack(`a worker cannot start the ${this.#options.kernel} kernel (${error.message})`);
        return this.#open(wanted);
      }
      if (this.#options.workerUrl) {
        throw failure("configuration", "the worker of `workerUrl` does not start", null, error);
      }
      this.close();
      return [this.#here(module)];
    }
  }

  #here(module) {
    this.#local ??= new LocalLane(module);
    return this.#local;
  }

  async #load() {
    const { kernel, wasmUrl } = this.#options;
    this.#module ??= loadModule(kernel, wasmUrl);
    try {
      return await this.#module;
    } catch (error) {
      this.#fallBack(
        `the WebAssembly module cannot be loaded (${error.message}): say where it is with \`wasmUrl\``,
      );
      return null;
    }
  }

  #rest() {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), this.#options.idle);
    // In Node, this does not keep the process alive.
    this.#idle.unref?.();
  }
}

/** Has every lane search. Gives the lanes that failed, each with its error. */
async function searchTogether(run, lanes) {
  const failures = [];
  const search = async (lane, worker) => {
    try {
      await lane.start(run.job);
      const all = Array.from({ length: lane.ahead }, () => run.work(lane, worker));
      const ended = await Promise.allSettled(all);
      for (const { reason } of ended) if (reason) throw reason;
    } catch (error) {
      failures.push({ lane, error });
    }
  };
  await Promise.all(lanes.map(search));
  return failures;
}

function warn(text) {
  console.warn(`sorakit: ${text}`);
}

/** Tries the first nonces on this thread. */
function searchAlone(run) {
  const search = new Search(run.job);
  const end = performance.now() + ALONE;
  for (let from = 0; run.isOpen && performance.now() < end; from += 8) {
    const count = Math.min(8, run.bound - from);
    run.took(from, count, search.scan(from, count), null);
  }
}
