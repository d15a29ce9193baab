// Searches with a WebAssembly module, or without one.

import { Search } from "./search.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What begins searches: in a module's instance, or in JavaScript where there is none. */
export async function openEngine(module) {
  if (!module) return (job) => new Search(job);
  const { exports } = await WebAssembly.instantiate(module);
  return (job) => new ModuleSearch(exports, job);
}

/** A search in an instance, which has one at a time. */
class ModuleSearch {
  #exports;

  constructor(exports, { seed, difficulty, config }) {
    this.#exports = exports;
    const texts = [seed, difficulty, config].map((text) => encoder.encode(text));
    const lengths = texts.map((text) => text.length);
    let at = exports.input(lengths[0] + lengths[1] + lengths[2]) >>> 0;
    for (const text of texts) {
      new Uint8Array(exports.memory.buffer, at, text.length).set(text);
      at += text.length;
    }
    if (exports.start(...lengths) === 0) throw new Error(this.#output());
  }

  scan(from, count) {
    this.#exports.seek(BigInt(from));
    if (this.#exports.step(BigInt(count)) === 0) return null;
    return { nonce: Number(this.#exports.nonce()), answer: this.#output() };
  }

  #output() {
    const { memory, output, output_length: length } = this.#exports;
    return decoder.decode(new Uint8Array(memory.buffer, output() >>> 0, length() >>> 0));
  }
}
