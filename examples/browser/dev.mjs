// Serves the page while it is worked on, with a simulator of its own: `npm run dev`.

import { existsSync } from "node:fs";
import path from "node:path";
import { createServer } from "vite";

import { simulator } from "./simulator.mjs";

/** Ends with what is missing, and how to get it. */
function missing(what) {
  console.error(what);
  process.exit(1);
}

if (!existsSync(path.join(import.meta.dirname, "../../bindings-wasm/dist/index.js"))) {
  missing("The package is not built yet: run `npm ci && npm run build` in bindings-wasm.");
}
const { fragment, stop } = await simulator(20).catch((error) => missing(error.message));
const server = await createServer({ root: import.meta.dirname, server: { host: "127.0.0.1" } });
await server.listen();
console.log(`\nThe page, which knows its simulator (Ctrl-C ends both):\n\n  ${server.resolvedUrls.local[0]}${fragment}\n`);

process.once("SIGINT", async () => {
  await server.close();
  await stop();
  process.exit();
});
