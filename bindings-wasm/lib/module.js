// The client's WebAssembly module: loaded once, before the first client is made.

import { ConfigurationError } from "../../bindings-node/lib/errors.js";
// Made by wasm-bindgen; `scripts/build.mjs` says where it is.
import { NativeClient, initSync, mediaType } from "sorakit-wasm-bindgen";

let loading;
let ready = false;
let solver;

/**
 * Loads the module. Calling it again changes nothing, so that every part of an
 * application may call it.
 */
export async function init(options = {}) {
  solver = options.solver ?? solver;
  loading ??= load(options.wasmUrl);
  try {
    await loading;
  } catch (error) {
    loading = undefined;
    throw configuration(
      `the WebAssembly module cannot be loaded (${error.message}); say where it is with \`wasmUrl\`, ` +
        "and allow `'wasm-unsafe-eval'` in the page's content security policy",
      error,
    );
  }
}

/** The module's exports. */
export function native() {
  if (!ready) {
    throw configuration("sorakit-wasm is not loaded yet: call `await init()` before the first client is made");
  }
  return { NativeClient, mediaType };
}

/** What solves a proof of work: the solver given, or the pool that `sorakit-wasm/pow` shares. */
export async function solve(challenge, options) {
  if (solver) return solver.solve(challenge, options);
  // A file of its own, loaded when it is needed.
  const pow = await import("./pow.js");
  return pow.solvePow(challenge, options);
}

async function load(wasmUrl) {
  const own = new URL("./client.wasm", import.meta.url);
  const url = wasmUrl ? new URL(wasmUrl, globalThis.location?.href ?? import.meta.url) : own;
  initSync({ module: await WebAssembly.compile(await read(url)) });
  ready = true;
}

async function read(url) {
  // Node's fetch reads no files.
  if (url.protocol === "file:") return process.getBuiltinModule("fs").readFileSync(url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered with status ${response.status}`);
  return response.arrayBuffer();
}

function configuration(message, cause) {
  const report = {
    kind: "configuration",
    message,
    operation: null,
    code: null,
    status: null,
    request_id: null,
    retry_after: null,
    retryable: false,
    field: null,
    job_id: null,
  };
  return new ConfigurationError(report, cause);
}
