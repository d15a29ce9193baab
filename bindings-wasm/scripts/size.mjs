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
  for (const name of new Set(Object.values(BUILDS).flat())) row(name, await sizes(name));
  console.log();
  for (const [name, files] of Object.entries(BUILDS)) row(name, await total(files));
}
