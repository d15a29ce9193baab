// Measures the proof of work against others in the same tab: `npm run bench`.
// The contestants take turns; the medians of the rounds are printed.

import { startBrowser } from "../test/browser.mjs";
import { VECTORS } from "../test/vectors.mjs";

const ROUNDS = 7;
const TURN_MS = 400;

const { config } = VECTORS[1];
const endless = { seed: "0.762280082457942", difficulty: "00000000000000000000", config };

const browser = await startBrowser();
try {
  const { page } = await browser.open();
  const rates = await page.evaluate(measure, [endless, ROUNDS, TURN_MS]);
  const medians = Object.entries(rates).map(([name, values]) => [name, median(values)]);
  const reference = medians.find(([name]) => name === "hash-wasm")[1];
  for (const [name, rate] of medians) {
    const ratio = (rate / reference).toFixed(2);
    console.log(`${name.padEnd(22)} ${(rate / 1000).toFixed(1).padStart(8)} k/s ${ratio.padStart(8)}`);
  }
} finally {
  await browser.close();
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Runs in the page: candidates a second, by contestant and round. */
async function measure([challenge, rounds, turn]) {
  const { createSHA3 } = await import("/node_modules/hash-wasm/dist/index.esm.js");
  const { sha3_512 } = await import("/node_modules/@noble/hashes/sha3.js");
  const solvers = [1, 2].flatMap((workers) =>
    ["simd128", "scalar", "javascript"].map((kernel) => [
      `${kernel}, ${workers} worker${workers > 1 ? "s" : ""}`,
      new globalThis.sorakit.PowSolver({ kernel, workers }),
    ]),
  );
  const bySolver = (solver) => async () => {
    let tried = 0;
    const onProgress = (tries) => (tried = tries);
    const limits = { max_tries: Infinity, timeout: turn / 1000, onProgress };
    await solver.solve(challenge, limits).catch(() => {});
    return (tried / turn) * 1000;
  };
  const encoder = new TextEncoder();
  const byHash = (hash) => async () => {
    const config = [...challenge.config];
    const began = performance.now();
    let nonce = 0;
    // Eight at a time, so that the clock costs nothing.
    for (; performance.now() - began < turn; nonce += 8) {
      for (let i = nonce; i < nonce + 8; i += 1) {
        config[3] = i;
        config[9] = i >> 1;
        const json = String.fromCharCode(...encoder.encode(JSON.stringify(config)));
        hash(challenge.seed + btoa(json));
      }
    }
    return (nonce / (performance.now() - began)) * 1000;
  };
  const sha3 = await createSHA3(512);
  const contestants = {
    "hash-wasm": byHash((text) => sha3.init().update(text).digest("binary")),
    noble: byHash((text) => sha3_512(encoder.encode(text))),
    ...Object.fromEntries(solvers.map(([name, solver]) => [name, bySolver(solver)])),
  };
  const rates = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contestants)) {
      const rate = await run();
      // The first round warms up.
      if (round >= 0) rates[name].push(rate);
    }
  }
  for (const [, solver] of solvers) solver.close();
  return rates;
}
