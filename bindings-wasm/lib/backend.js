// How the facade reaches the WebAssembly part.

import { storeCalls } from "../../bindings-node/lib/stores.js";
import { native } from "./module.js";
import { makePlatform } from "./platform.js";
import { browserProfile } from "./profile.js";

/** How much of a file is looked at to recognise it, in bytes. */
const HEAD = 4096;

export const backend = {
  /** There are no files to download to. */
  files: false,

  open(text, store, onEvent) {
    const { NativeClient } = native();
    const options = JSON.parse(text);
    options.profile = { ...browserProfile(), ...options.profile };
    const calls = store && storeCalls(backend, store);
    return new NativeClient(JSON.stringify(options), makePlatform(), calls, onEvent);
  },

  shown: (text, longest) => native().shown(text, longest),

  readChat: (answer) => native().readChat(answer),

  detect(text, token) {
    const options = JSON.parse(text);
    options.profile = { ...browserProfile(), ...options.profile };
    return native().detect(JSON.stringify(options), makePlatform(), token);
  },

  cancelToken: () => ({
    onCancel: undefined,
    cancel() {
      this.onCancel?.();
    },
  }),

  warn: (error) => console.warn(error),

  bytes: (buffer) => new Uint8Array(buffer),

  fromBase64: (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)),

  /**
   * A stream's bytes, with the type that they have. What a server states is not believed: a page
   * that opened `text/html` or SVG of its own origin would run it.
   */
  async blob(stream) {
    const blob = await new Response(stream).blob();
    const head = new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
    return blob.slice(0, blob.size, native().mediaType(head) ?? "application/octet-stream");
  },

  isFile: (value) =>
    value instanceof Uint8Array ||
    value instanceof ArrayBuffer ||
    value instanceof Blob ||
    value instanceof ReadableStream ||
    typeof value?.[Symbol.asyncIterator] === "function",

  /** Files stay where the browser has them; only their beginning is read, to recognise them. */
  async loadFile(data, filename, signal) {
    const blob = data instanceof Blob ? data : await gather(data, signal);
    const head = new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
    return { filename, blob, head };
  },

  /** Nothing was put anywhere. */
  async removeFiles() {},
};

async function gather(data, signal) {
  if (data instanceof Uint8Array || data instanceof ArrayBuffer) return new Blob([data]);
  if (data instanceof ReadableStream) return new Response(data).blob();
  const chunks = [];
  for await (const chunk of data) {
    signal?.throwIfAborted();
    chunks.push(chunk);
  }
  return new Blob(chunks);
}
