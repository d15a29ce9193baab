// The search in plain JavaScript. It gives the answers of the WebAssembly one.

import { RATE, absorb } from "./keccak.js";

const encoder = new TextEncoder();

/** The answer of a nonce: the parts of a configuration's JSON around its counters, in base64. */
export function answer(parts, nonce) {
  const json = parts[0] + nonce + parts[1] + Math.floor(nonce / 2) + parts[2];
  return btoa(String.fromCharCode(...encoder.encode(json)));
}

/** A search for the lowest nonce of a job: `seed`, `bound` as bytes, and `parts` of the JSON. */
export class Search {
  #job;

  constructor(job) {
    this.#job = job;
  }

  /** Tries `count` nonces from `from` on: the lowest that solves it, or `null`. */
  scan(from, count) {
    const { seed, bound, parts } = this.#job;
    for (let nonce = from; nonce < from + count; nonce += 1) {
      const text = answer(parts, nonce);
      if (accepts(bound, seed, text)) return { nonce, answer: text };
    }
    return null;
  }
}

/** Whether the hash of a seed and an answer is within a bound. */
export function accepts(bound, seed, answer) {
  const text = encoder.encode(seed + answer);
  const { length } = text;
  const message = new Uint8Array((Math.floor(length / RATE) + 1) * RATE);
  message.set(text);
  message[length] ^= 0x06;
  message[message.length - 1] ^= 0x80;
  const state = new Int32Array(50);
  for (let from = 0; from < message.length; from += RATE) absorb(state, message, from);
  for (let i = 0; i < bound.length; i += 1) {
    const byte = (state[i >> 2] >>> (8 * (i & 3))) & 255;
    if (byte !== bound[i]) return byte < bound[i];
  }
  return true;
}
