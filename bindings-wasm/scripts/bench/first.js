// Solves an easy challenge as soon as the page is loaded.

import { solvePow } from "../../dist/pow.js";

addEventListener("load", async () => {
  const loaded = performance.now();
  await solvePow({ seed: String(Math.random()), difficulty: "0fffff" });
  const afterStart = performance.now();
  globalThis.first = { afterStart, afterLoad: afterStart - loaded };
});
