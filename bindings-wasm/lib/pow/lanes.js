// Where chunks of nonces are searched: a worker, or this thread in short slices.

import { NAME, openEngine } from "./pow-worker.js";

/** A worker with an instance of its own. */
export class WorkerLane {
  /** How long a chunk should take, in milliseconds. */
  slice = 25;
  /** How many chunks it is given ahead, so that it need not wait for the next one. */
  ahead = 2;
  /** How many nonces take so long; measured with every chunk. */
  chunk = 1_000;

  #worker;
  #waiting = new Map();
  #last = 0;
  #opened;

  constructor(url, module) {
    this.#worker = url
      ? new Worker(url, { type: "module", name: NAME })
      : new Worker(new URL("./pow-worker.js", import.meta.url), { type: "module", name: NAME });
    this.#worker.onmessage = ({ data: { id, result, error } }) => {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) resolve(result);
      else reject(new Error(error));
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(new Error(event.message || "the worker's script cannot be loaded"));
    };
    this.#opened = this.#ask("open", module);
    this.#opened.catch(() => {});
  }

  /** When it can search. It rejects where the page may not have the worker. */
  opened() {
    return this.#opened;
  }

  start(job) {
    return this.#ask("start", job);
  }

  async scan(from, count) {
    const { found, took } = await this.#ask("scan", [from, count]);
    measure(this, count, found, took);
    return found;
  }

  close() {
    this.#worker.terminate();
    this.#fail(new Error("the solver was closed"));
  }

  #ask(action, value) {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, action, value });
    });
  }

  #fail(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** This thread, which does other things between the chunks. */
export class LocalLane {
  slice = 8;
  ahead = 1;
  chunk = 100;

  #engine;
  #search;

  constructor(module) {
    this.#engine = openEngine(module);
  }

  opened() {
    return this.#engine;
  }

  async start(job) {
    this.#search = (await this.#engine)(job);
  }

  async scan(from, count) {
    await new Promise((resolve) => setTimeout(resolve));
    const began = performance.now();
    const found = this.#search.scan(from, count);
    measure(this, count, found, performance.now() - began);
    return found;
  }

  close() {}
}

/** Makes the next chunks as long as a slice. They at most double at a time. */
function measure(lane, count, found, took) {
  if (found || count < lane.chunk) return;
  const fitting = took > 0 ? (count * lane.slice) / took : Infinity;
  lane.chunk = Math.max(50, Math.round(Math.min(fitting, 2 * count)));
}
