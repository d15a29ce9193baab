// Measures the proof of work against others in the same tab: `npm run bench`. Prints a table in
// Markdown, or writes it to the file that is named: `npm run bench -- <file>`.

import { writeFile } from "node:fs/promises";
import os from "node:os";

import { launch, openPage, serve, startBrowser, stop } from "../test/browser.mjs";
import { VECTORS } from "../test/vectors.mjs";
import { measureRates } from "./bench/rates.mjs";

const ROUNDS = 15;
const TURN_MS = 400;
const LOADS = 25;

const { config } = VECTORS[1];
const endless = { seed: "0.762280082457942", difficulty: "00000000000000000000", config };

const load = os.loadavg()[0];
const rates = await inPage();
const firsts = await firstAnswers();
const text = report();
const [file] = process.argv.slice(2);
if (file) await writeFile(file, text);
console.log(text);

async function inPage() {
  const browser = await startBrowser();
  try {
    const { page } = await browser.open();
    return await page.evaluate(measureRates, [endless, ROUNDS, TURN_MS]);
  } finally {
    await browser.close();
  }
}

/** How long a page takes to its first answer, in milliseconds; its files come from the cache. */
async function firstAnswers() {
  const server = await serve(undefined, { "cache-control": "max-age=600" });
  const browser = await launch();
  try {
    const url = `http://127.0.0.1:${server.address().port}/scripts/bench/first.html`;
    const { page } = await openPage(browser, url);
    const all = [];
    // The first load fills the cache, and a few more warm up what the engine keeps.
    for (let load = -5; load < LOADS; load += 1) {
      await page.goto(url);
      await page.waitForFunction(() => globalThis.first);
      if (load >= 0) all.push(await page.evaluate(() => globalThis.first));
    }
    return all;
  } finally {
    await browser.close();
    await stop(server);
  }
}

function report() {
  const [{ model }] = os.cpus();
  const row = (name) => {
    const rate = median(rates[name].map((value) => value / 1000)).toFixed(1);
    return `| ${name} | ${rate} | ${ratios(name, "hash-wasm")} | ${ratios(name, "noble")} |`;
  };
  return `# Proof of work in a browser

${model} (${process.arch}), ${os.cpus().length} cores; headless Chromium; ${os.type()}. The machine's load before
it began was ${load.toFixed(1)}.

${ROUNDS} rounds in one tab; in each, every contestant ran once for ${TURN_MS} ms, and is compared with another one
of that round: min, **median**, max. hash-wasm and noble ran on the page's thread, sorakit in workers.

| | thousand candidates/s (median) | ratio to hash-wasm | ratio to noble |
|---|---|---|---|
${Object.keys(rates).map(row).join("\n")}

Other ratios, of the same rounds:

- two workers to one, simd128: ${ratios("simd128, 2 workers", "simd128, 1 worker")}
- two workers to one, scalar: ${ratios("scalar, 2 workers", "scalar, 1 worker")}

The first answer of a page to a challenge of difficulty \`0fffff\`, in milliseconds, of ${LOADS} loads with a warm
cache: min, **median**, max.

- after the page's \`load\` event: ${spread(firsts.map(({ afterLoad }) => afterLoad), 1)}
- after the navigation's start: ${spread(firsts.map(({ afterStart }) => afterStart), 1)}
`;
}

function ratios(name, other) {
  return spread(rates[name].map((rate, round) => rate / rates[other][round]), 2);
}

function spread(values, digits) {
  const [min, middle, max] = [Math.min(...values), median(values), Math.max(...values)];
  return `${min.toFixed(digits)}, **${middle.toFixed(digits)}**, ${max.toFixed(digits)}`;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
