// Searches with a WebAssembly module, or without one.

import { Search, answer } from "./search.js";

const encoder = new TextEncoder();

/** What begins searches: in a module's instance, or in JavaScript where there is none. */
export async function openEngine(module) {
  if (!module) return (job) => new Search(job);
  const { exports } = await WebAssembly.instantiate(module);
  return (job) => new ModuleSearch(exports, job);
}

/** A search in an instance, which has one at a time. */
class ModuleSearch {
  #exports;
  #parts;

  constructor(exports, { seed, bound, parts }) {
    this.#exports = exports;
    this.#parts = parts;
    const texts = [encoder.encode(seed), bound, ...parts.map((part) => encoder.encode(part))];
    const lengths = texts.map((text) => text.length);
    let at = exports.input(lengths.reduce((sum, length) => sum + length)) >>> 0;
    for (const text of texts) {
      new Uint8Array(exports.memory.buffer, at, text.length).set(text);
      at += text.length;
    }
    exports.start(...lengths);
  }

  scan(from, count) {
    const nonce = this.#exports.scan(from, count);
    return nonce < 0 ? null : { nonce, answer: answer(this.#parts, nonce) };
  }
}
