// How the facade reaches the native part.

import { channel } from "node:diagnostics_channel";
import { createWriteStream, lstatSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";

import "./ending.js";
import native from "./native.cjs";
import { storeCalls } from "./stores.js";

export { native };

export const backend = {
  /** Whether there are files to download to. */
  files: true,

  /** What subscribers of Node's own are told. */
  channels: {
    request: channel("sorakit:request"),
    response: channel("sorakit:response"),
    event: channel("sorakit:event"),
  },

  open: (options, store, onEvent, isHeard) =>
    new native.NativeClient(options, store && storeCalls(backend, store), onEvent, isHeard),

  shown: (text, longest) => native.shown(text, longest),

  readChat: (answer) => native.readChat(answer),

  detect: (options, token) => native.detect(options, token),

  cancelToken: () => new native.CancelToken(),

  warn: (error) => process.emitWarning(error instanceof Error ? error : String(error)),

  bytes: (buffer) => Buffer.from(buffer),

  /** A path as the native part takes it: text, or bytes where it is none. */
  path(given) {
    if (given instanceof URL) return fileURLToPath(given);
    if (given instanceof Uint8Array) {
      return Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    }
    return typeof given === "string" && given !== "" ? given : undefined;
  },

  /**
   * The path of one of several files, counted from 0: `{n}` in the name is its number from 1. A
   * name that is made up takes no other file's place.
   */
  numbered(given, index) {
    const place = this.path(given);
    if (place === undefined) return undefined;
    // Every byte is one character, whatever it means.
    const isBytes = typeof place !== "string";
    const { dir, name, ext, base } = path.parse(isBytes ? place.toString("latin1") : place);
    const at = (named) => {
      const whole = path.join(dir, named);
      return isBytes ? Buffer.from(whole, "latin1") : whole;
    };
    if (base.includes("{n}")) return at(base.replaceAll("{n}", String(index + 1)));
    if (index === 0) return at(base);
    let whole = at(`${name}-${index + 1}${ext}`);
    for (let number = 1; lstatSync(whole, { throwIfNoEntry: false }); number += 1) {
      whole = at(`${name}-${index + 1} (${number})${ext}`);
    }
    return whole;
  },

  fromBase64: (text) => Buffer.from(text, "base64"),

  isFile: (value) =>
    value instanceof Uint8Array ||
    value instanceof ArrayBuffer ||
    value instanceof Blob ||
    typeof value?.[Symbol.asyncIterator] === "function",

  /** Bytes go along as they are; what may be long goes by way of the disk. */
  async loadFile(data, filename, signal) {
    if (data instanceof Uint8Array) {
      return { filename, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) };
    }
    if (data instanceof ArrayBuffer) return { filename, data: Buffer.from(data) };
    const folder = await mkdtemp(path.join(tmpdir(), "sorakit-"));
    const file = { folder, path: path.join(folder, path.basename(filename) || "file") };
    try {
      const source = Readable.from(data instanceof Blob ? data.stream() : data);
      await pipeline(source, createWriteStream(file.path, { mode: 0o600 }), { signal });
      return file;
    } catch (error) {
      await backend.removeFiles([file]);
      throw error;
    }
  },

  /** Removes what was put on disk for a call. */
  async removeFiles(files) {
    for (const { folder } of files) {
      if (folder) await rm(folder, { recursive: true, force: true });
    }
  },
};
