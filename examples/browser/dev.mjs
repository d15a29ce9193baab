// Serves the page while it is worked on, with a simulator of its own: `npm run dev`.

import { createServer } from "vite";

import { simulator } from "./simulator.mjs";

const { fragment, stop } = await simulator(20);
const server = await createServer({ root: import.meta.dirname, server: { host: "127.0.0.1" } });
await server.listen();
console.log(`\nThe page, which knows its simulator (Ctrl-C ends both):\n\n  ${server.resolvedUrls.local[0]}${fragment}\n`);

process.once("SIGINT", async () => {
  await server.close();
  await stop();
  process.exit();
});
