// A worker of the pool: searches the chunks that it is sent, in their order. One file, which
// needs no other; the page's code, which searches too where it has no workers, imports it.

import { openEngine } from "./engine.js";

export { openEngine };
export { Search, accepts } from "./search.js";

/** The name that the pool gives its workers. */
export const NAME = "sorakit-pow";

if (globalThis.name === NAME) {
  let begin;
  let search;
  const actions = {
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
      .then(() => actions[action](value))
      .then(
        (result) => postMessage({ id, result }),
        (error) => postMessage({ id, error: String(error?.message ?? error) }),
      );
  });
}
