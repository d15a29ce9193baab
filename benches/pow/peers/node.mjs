// The proof of work in Node: its crypto module, hash-wasm, and sorakit's WebAssembly module.
//
// Arguments: the folder that hash-wasm is installed in, the module, the contract vectors.
// Reads the sample as one line of JSON; then, for each line "<contestant> <milliseconds>", prints
// candidates, or for `permute` permutations, per second of processor time.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const [folder, modulePath, vectorsPath] = process.argv.slice(2);
const { createSHA3 } = createRequire(resolve(folder, "package.json"))("hash-wasm");
const sha3 = await createSHA3(512);
const { instance } = await WebAssembly.instantiate(readFileSync(modulePath), {});
const solver = instance.exports;

/** The configuration's JSON up to element 3, between elements 3 and 9, and after element 9. */
function cut(config) {
  const compact = (from, to) => JSON.stringify(config.slice(from, to)).slice(1, -1);
  return [`[${compact(0, 3)},`, `,${compact(4, 9)},`, `,${compact(10)}]`];
}

function start(seed, difficulty, config) {
  const bound = Buffer.from(difficulty, "hex");
  const texts = [seed, bound, ...cut(config)].map((text) => Buffer.from(text));
  const bytes = Buffer.concat(texts);
  const address = solver.input(bytes.length);
  new Uint8Array(solver.memory.buffer).set(bytes, address);
  solver.start(...texts.slice(0, 4).map((text) => text.length));
}

for (const { seed, difficulty, config, nonce } of JSON.parse(readFileSync(vectorsPath))) {
  start(seed, difficulty, config);
  const found = solver.scan(0, 100_000);
  if (found !== nonce) throw new Error(`the module found ${found} instead of ${nonce}`);
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const sample = JSON.parse((await lines.next()).value);
const [head, middle, tail] = cut(sample.config).map((text) => Buffer.from(text));
start(sample.seed, "0".repeat(128), sample.config);
let next = 200_000;

let i = 200_000;
function search(hash) {
  for (let n = 0; n < 500; n++, i++) {
    const parts = [head, Buffer.from(String(i)), middle, Buffer.from(String(i >> 1)), tail];
    const digest = hash(sample.seed + Buffer.concat(parts).toString("base64"));
    if (digest.readUInt32BE(0) === 0) throw new Error("a solution was not expected");
  }
  return 500;
}

const contestants = {
  "node-crypto": () => search((text) => createHash("sha3-512").update(text).digest()),
  "hash-wasm": () =>
    search((text) => Buffer.from(sha3.init().update(text).digest("binary").buffer)),
  "simd128": () => {
    if (solver.scan(next, 2000) !== -1) throw new Error("a solution was not expected");
    next += 2000;
    return 2000;
  },
  "permute": () => solver.permute(5000) * 5000,
};

for await (const line of lines) {
  const [name, milliseconds] = line.split(" ");
  const started = processorTime();
  let done = 0;
  do done += contestants[name]();
  while (processorTime() - started < Number(milliseconds));
  console.log((done / (processorTime() - started)) * 1000);
}

// The compiler and the garbage collector run beside the program, and are part of its work.
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
