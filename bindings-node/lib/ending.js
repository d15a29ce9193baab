// The end of the process, and of a worker thread, waits for tokens that are being renewed: what
// a renewal got is nowhere else until it is stored.

import { isMainThread } from "node:worker_threads";

import native from "./native.cjs";

const SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGUSR2", "SIGALRM"];

// Whoever ends a thread from outside, or the process from another thread, runs none of its code.
native.drainAtEnd();

if (isMainThread) {
  // What handles a signal before the program does is Node's own, and ends the process.
  for (const signal of SIGNALS) {
    if (process.listenerCount(signal) === 0) native.takeSignalAsDefault(signal);
  }
}
// The promise keeps the thread alive; it comes here again when that is kept.
process.on("beforeExit", () => {
  if (native.isRenewing()) native.drained();
});
process.on("exit", () => native.drain());
