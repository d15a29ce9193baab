// Where chunks of nonces are searched: a worker, or this thread in short slices.

import { NAME, openEngine } from "./pow-worker.js";

/** How often one looks whether a worker still answers, in milliseconds. */
const LOOK = 1_000;
/** After how many looks without an answer a worker is taken for dead. */
const LOOKS = 5;
/** The same while its script is loaded. */
const LOOKS_AT_START = 20;

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
  #watch;
  #missed = 0;
  /** How many looks it may miss: it is being loaded at first. */
  #patience = LOOKS_AT_START;
  /** Whether it will answer no more. */
  isLost = false;
  /** Whether it was ended on purpose. */
  isClosed = false;

  constructor(url, module) {
    this.#worker = url
      ? new Worker(url, { type: "module", name: NAME })
      : new Worker(new URL("./pow-worker.js", import.meta.url), { type: "module", name: NAME });
    this.#worker.onmessage = ({ data }) => {
      const waiting = data?.type === NAME ? this.#waiting.get(data.id) : undefined;
      if (!waiting) return;
      this.#missed = 0;
      this.#waiting.delete(data.id);
      if (this.#waiting.size === 0) this.#stopWatching();
      if (data.error === undefined) waiting.resolve(data.result);
      else waiting.reject(new Error(data.error));
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#lose(event.message || "the worker's script cannot be loaded");
    };
    this.#opened = this.#ask("open", module).then(() => {
      this.#patience = LOOKS;
    });
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
    this.isClosed = true;
    this.#worker.terminate();
    this.#fail(new Error("the solver was closed"));
  }

  /** A worker can end without a word, for instance when the system is short of memory. */
  #look() {
    this.#missed += 1;
    if (this.#missed >= this.#patience) this.#lose("a worker does not answer any more");
  }

  #lose(why) {
    this.isLost = true;
    this.#worker.terminate();
    this.#fail(new Error(why));
  }

  #stopWatching() {
    clearInterval(this.#watch);
    this.#watch = undefined;
    this.#missed = 0;
  }

  #ask(action, value) {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#watch ??= setInterval(() => this.#look(), LOOK);
      this.#worker.postMessage({ type: NAME, id, action, value });
    });
  }

  #fail(error) {
    this.#stopWatching();
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** This thread, which does other things between the chunks. */
export class LocalLane {
  slice = 8;
  ahead = 1;
  chunk = 100;
  isLost = false;
  isClosed = false;

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
