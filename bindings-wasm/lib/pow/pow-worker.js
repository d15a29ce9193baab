// A worker of the pool: searches the chunks that it is sent, in their order. One file, which
// needs no other; the page's code, which searches too where it has no workers, imports it.

import { openEngine } from "./engine.js";

export { openEngine };
export { Search, accepts } from "./search.js";

/** The name that the pool gives its workers, and the type of the messages between them. */
export const NAME = "sorakit-pow";

/** Any page can be framed under a name of the framer's; only a worker's owner chooses its name. */
const isWorker =
  typeof DedicatedWorkerGlobalScope === "function" &&
  globalThis instanceof DedicatedWorkerGlobalScope;

/** Whether a message is the owner's: those of windows and of ports have an origin or a source. */
const isOwners = ({ data, origin, source, ports }) =>
  !origin && !source && !ports?.length && data?.type === NAME;

if (isWorker && globalThis.name === NAME) {
  let begin;
  let search;
  const actions = {
    async open(module) {
      if (module && !(module instanceof WebAssembly.Module)) throw new Error("not a module");
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
  addEventListener("message", (event) => {
    if (!isOwners(event) || !Object.hasOwn(actions, event.data.action)) return;
    const { id, action, value } = event.data;
    const answer = (answer) => postMessage({ type: NAME, id, ...answer });
    last = last
      .then(() => actions[action](value))
      .then(
        (result) => answer({ result }),
        (error) => answer({ error: String(error?.message ?? error) }),
      );
  });
}
