// The same search by sorakit and by general SHA-3 libraries, one second each.

import { sha3_512 } from "@noble/hashes/sha3.js";
import { createSHA3 } from "hash-wasm";
import { PowSolver, browserConfig } from "sorakit-wasm/pow";

import { element, number, show } from "../parts.js";

const SECONDS = 1;
const SEED = "0.5";
/** One challenge in 2^80 tries: the search goes on until its time is over. */
const DIFFICULTY = "00000000000000000000";

const encoder = new TextEncoder();

/** Measures, and fills the table's rows as the results come. */
export async function compare() {
  const rows = element("results");
  const say = (text) => (element("comparing").textContent = text);
  rows.replaceChildren();
  const sha3 = await createSHA3(512);
  const contestants = [
    ["hash-wasm", () => withHash((text) => sha3.init().update(text).digest("binary"))],
    ["noble", () => withHash((text) => sha3_512(encoder.encode(text)))],
    ["sorakit, 1 worker", withSorakit],
  ];
  let reference;
  for (const [name, run] of contestants) {
    say(`Measuring ${name}…`);
    // A moment for the page to show it.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const rate = await run();
    reference ??= rate;
    const row = rows.insertRow();
    for (const text of [name, number.format(Math.round(rate)), `${(rate / reference).toFixed(2)} ×`]) {
      row.insertCell().textContent = text;
    }
    show(element("comparison"), ["measured"]);
  }
  say("");
}

async function withSorakit() {
  const solver = new PowSolver({ workers: 1 });
  let tried = 0;
  const onProgress = (tries) => (tried = tries);
  const limits = { max_tries: Infinity, timeout: SECONDS, onProgress };
  await solver.solve({ seed: SEED, difficulty: DIFFICULTY }, limits).catch(() => {});
  solver.close();
  return tried / SECONDS;
}

/** As programs do that have a hash function alone: every candidate from its beginning. */
function withHash(hash) {
  const config = browserConfig();
  const part = (from, to) => {
    const json = JSON.stringify(config.slice(from, to)).slice(1, -1);
    return String.fromCharCode(...encoder.encode(json));
  };
  const [head, middle, tail] = [`[${part(0, 3)},`, `,${part(4, 9)},`, `,${part(10)}]`];
  const began = performance.now();
  let nonce = 0;
  while (performance.now() - began < SECONDS * 1000) {
    for (const end = nonce + 16; nonce < end; nonce += 1) {
      hash(SEED + btoa(head + nonce + middle + (nonce >> 1) + tail));
    }
  }
  return (nonce / (performance.now() - began)) * 1000;
}
