// A worker of the pool: searches the chunks that it is sent, in their order.

import { openEngine } from "./engine.js";

let begin;
let search;

const ACTIONS = {
  async open(module) {
    begin = await openEngine(module);
  },
  start(job) {
    search = begin(job);
  },
  scan([from, count]) {
    const began = performance.now();
    const found = search.scan(from, count);
    return { found, took: performance.now() - began };
  },
};

// One message after the other: opening takes a moment, and what follows waits for it.
let last = Promise.resolve();
addEventListener("message", ({ data: { id, action, value } }) => {
  last = last
    .then(() => ACTIONS[action](value))
    .then(
      (result) => postMessage({ id, result }),
      (error) => postMessage({ id, error: String(error?.message ?? error) }),
    );
});
