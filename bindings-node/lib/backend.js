// How the facade reaches the native part.

import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import native from "./native.cjs";
import { guarded } from "./facade.js";

export { native };

export const backend = {
  open: (options, store) => new native.NativeClient(options, store && storeCalls(store)),
  cancelToken: () => new native.CancelToken(),
  guarded: (signal, operation, begin) => guarded(backend, signal, operation, begin),
  warn: (error) => process.emitWarning(error instanceof Error ? error : String(error)),

  harmlessNumber(callback) {
    if (!callback) return undefined;
    return (number) => {
      try {
        callback(number);
      } catch (error) {
        backend.warn(error);
      }
    };
  },

  /** The parameters with each file taken out of them, and put into `files`. */
  async attach(params, files) {
    if (params === null || typeof params !== "object") return params;
    if (isBytes(params)) return attachment(files, params, "file");
    if (params.data !== undefined && isBytes(params.data)) {
      return attachment(files, params.data, params.filename ?? "file");
    }
    if (Array.isArray(params)) {
      const items = [];
      for (const item of params) items.push(await backend.attach(item, files));
      return items;
    }
    const fields = {};
    for (const [name, value] of Object.entries(params)) {
      fields[name] = await backend.attach(value, files);
    }
    return fields;
  },

  /** Removes what was put on disk for a call. */
  async detach(files) {
    for (const { folder } of files) {
      if (folder) await rm(folder, { recursive: true, force: true });
    }
  },
};

function isBytes(value) {
  return (
    value instanceof Uint8Array ||
    value instanceof ArrayBuffer ||
    value instanceof Blob ||
    value instanceof ReadableStream ||
    value instanceof Readable
  );
}

/** Bytes go along as they are; what may be long goes by way of the disk. */
async function attachment(files, data, filename) {
  const file = { filename: data.name ?? filename };
  if (data instanceof Uint8Array) {
    file.data = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  } else if (data instanceof ArrayBuffer) {
    file.data = Buffer.from(data);
  } else {
    file.folder = await mkdtemp(path.join(tmpdir(), "sorakit-"));
    file.path = path.join(file.folder, path.basename(file.filename) || "file");
    const stream = data instanceof Blob ? data.stream() : data;
    const readable = stream instanceof Readable ? stream : Readable.fromWeb(stream);
    await pipeline(readable, createWriteStream(file.path, { mode: 0o600 }));
  }
  return { attachment: files.push(file) - 1 };
}

/** A store's functions with values as text and locks as numbers. */
function storeCalls(store) {
  const releases = new Map();
  let next = 0;
  return {
    load: async () => {
      const credential = await store.load();
      return credential === undefined || credential === null ? null : JSON.stringify(credential);
    },
    save: async (text) => {
      await store.save(JSON.parse(text));
    },
    lock: async () => {
      const release = await store.lock?.();
      next += 1;
      if (release) releases.set(next, release);
      return next;
    },
    unlock: (number) => {
      const release = releases.get(number);
      releases.delete(number);
      Promise.resolve(release?.()).catch((error) => backend.warn(error));
    },
  };
}
