// The search in plain JavaScript. It gives the answers of the WebAssembly one.

import { RATE, absorb } from "./keccak.js";

const LETTERS = new TextEncoder().encode(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
);
const encoder = new TextEncoder();

/** A search for the lowest nonce of a job: `seed`, `difficulty`, and `config` as JSON. */
export class Search {
  #seed;
  #bound;
  #parts;

  constructor({ seed, difficulty, config }) {
    this.#seed = encoder.encode(seed);
    this.#bound = fromHex(difficulty);
    const elements = JSON.parse(config).map((element) => JSON.stringify(element));
    const part = (from, to) => elements.slice(from, to).join(",");
    this.#parts = [`[${part(0, 3)},`, `,${part(4, 9)},`, `,${part(10)}]`];
  }

  /** Tries `count` nonces from `from` on: the lowest that solves it, or `null`. */
  scan(from, count) {
    for (let nonce = from; nonce < from + count; nonce += 1) {
      const answer = base64(encoder.encode(this.#parts[0] + nonce + this.#parts[1] + Math.floor(nonce / 2) + this.#parts[2]));
      if (accepts(this.#bound, this.#seed, answer)) return { nonce, answer: text(answer) };
    }
    return null;
  }
}

/** Whether the hash of a seed and an answer is within a bound; all of them bytes. */
export function accepts(bound, seed, answer) {
  const length = seed.length + answer.length;
  const message = new Uint8Array((Math.floor(length / RATE) + 1) * RATE);
  message.set(seed);
  message.set(answer, seed.length);
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

/** The bytes of a text in hexadecimal. */
export function fromHex(digits) {
  const bytes = new Uint8Array(digits.length / 2);
  return bytes.map((_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

function base64(bytes) {
  const encoded = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(61);
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const left = bytes.length - from;
    const group = (bytes[from] << 16) | (bytes[from + 1] << 8) | bytes[from + 2];
    encoded[to] = LETTERS[group >> 18];
    encoded[to + 1] = LETTERS[(group >> 12) & 63];
    if (left > 1) encoded[to + 2] = LETTERS[(group >> 6) & 63];
    if (left > 2) encoded[to + 3] = LETTERS[group & 63];
  }
  return encoded;
}

function text(bytes) {
  return String.fromCharCode(...bytes);
}
