// Prints what a browser loads, in bytes: as it is, and compressed.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const DIST = path.join(import.meta.dirname, "../dist");

/** What is loaded for a kernel. */
export const BUILDS = {
  "pow, simd128": ["pow.js", "pow-worker.js", "pow-simd128.wasm"],
  "pow, scalar": ["pow.js", "pow-worker.js", "pow-scalar.wasm"],
};

/** What is loaded for the whole client; `pow` comes when a proof of work is asked for. */
export const CLIENT = ["index.js", "client.wasm"];

/** The sizes of a file. */
export async function sizes(name) {
  const bytes = await readFile(path.join(DIST, name));
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
}

/** The sizes of files together. */
export async function total(names) {
  const each = await Promise.all(names.map(sizes));
  return each.reduce((sum, one) => sum.map((value, i) => value + one[i]));
}

if (import.meta.filename === process.argv[1]) {
  const row = (name, values) => {
    console.log(name.padEnd(20) + values.map((value) => String(value).padStart(9)).join(""));
  };
  row("file", ["raw", "gzip", "brotli"]);
  const loaded = { ...BUILDS, client: CLIENT };
  for (const name of new Set(Object.values(loaded).flat())) row(name, await sizes(name));
  console.log();
  for (const [name, files] of Object.entries(loaded)) row(name, await total(files));
}
