// Many requests on one machine, with a ledger.

import { backend, native } from "./backend.js";
import { checked, checkedOptions, notAPath, refused, toError } from "./calls.js";
import { ERRORS } from "./errors.js";
import { HANDLE } from "./facade.js";
import { parsed, plain, written } from "./plain.js";
import { pieces } from "./streams.js";

const SETTINGS = ["jobs", "downloads", "timeout", "patience", "resendUnknown", "ledger"];
const ADDING = ["kind", "skipInvalid", "overwrite"];

/** A folder of results with its ledger. */
export class Batch {
  #native;

  constructor(folder, client, options = {}) {
    const { resendUnknown: resend_unknown, ledger, ...rest } = checkedOptions("Batch", options, SETTINGS);
    const settings = { ...rest, resend_unknown, ledger: ledger && place("Batch", "ledger", ledger) };
    const clients = typeof client?.[HANDLE] === "function" ? { "": client } : client;
    const named = Object.entries(clients ?? {});
    if (named.length === 0) throw refused("Batch", "client", "client: must be a client, or several by names");
    this.#native = new native.NativeBatch();
    for (const [name, one] of named) {
      if (typeof one?.[HANDLE] !== "function") throw refused("Batch", "client", "client: must be a client");
      checked(() => this.#native.server(name, one[HANDLE]()));
    }
    const text = written(settings, "Batch");
    checked(() => this.#native.open(place("Batch", "folder", folder), text));
  }

  /** Adds requests: all of them, or none if one cannot be sent. */
  async add(requests, options = {}) {
    const text = adding("batch.add", options);
    if (typeof requests === "string") throw refused("batch.add", "requests", "requests: must be several");
    const lines = [];
    for await (const request of requests) {
      lines.push(JSON.stringify(plain(request, "batch.add", fileOf)));
    }
    return parsed(await answered(this.#native.add(lines, text)));
  }

  /** Adds the requests of a file: JSON lines, CSV with a header, or OpenAI's batch lines. */
  async addFile(path, options = {}) {
    const text = adding("batch.addFile", options);
    return parsed(await answered(this.#native.addFile(place("batch.addFile", "path", path), text)));
  }

  /** Runs the batch: what became of each request, as it ends. */
  async *[Symbol.asyncIterator]() {
    const run = checked(() => this.#native.run());
    for await (const result of pieces(backend, run, "batch.run")) yield finished(result);
  }

  /** What became of the requests of all runs, as the ledger has it. */
  async results() {
    return parsed(await answered(this.#native.results())).map(finished);
  }

  /** How many requests are in each state. */
  counts() {
    return parsed(checked(() => this.#native.counts()));
  }

  /** Lets the requests that have failed wait again; how many they are. */
  retryFailed() {
    return checked(() => this.#native.retryFailed());
  }

  /** Sends nothing more. The loop goes on until what was sent has ended. */
  stop() {
    checked(() => this.#native.stop());
  }

  /**
   * Ends the loop at once, and lets go of the ledger, for another process to have it. What was sent
   * goes on at the server, and a later run goes on with it.
   */
  close() {
    this.#native.close();
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.close();
  }
}

/** A result, with its error as one that can be thrown. */
function finished(result) {
  const { error } = result;
  if (error) result.error = new ERRORS[error.kind](error);
  return result;
}

async function answered(promise) {
  try {
    return await promise;
  } catch (reason) {
    throw toError(reason);
  }
}

function adding(operation, options) {
  const { skipInvalid: skip_invalid, ...rest } = checkedOptions(operation, options, ADDING);
  return written({ ...rest, skip_invalid }, operation);
}

function place(operation, field, given) {
  const path = backend.path(given);
  if (path === undefined) throw refused(operation, field, notAPath(given));
  return path;
}

/** A file is given by its path or its address: a ledger keeps no bytes. */
function fileOf(value, path) {
  if (value instanceof URL) {
    return value.protocol === "file:" ? { path: backend.path(value) } : { url: value.href };
  }
  if (!backend.isFile(value)) return undefined;
  throw refused("batch.add", path.join("."), "references: must be a path or an address: a batch keeps no bytes");
}
