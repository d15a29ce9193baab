// Builds the client's WebAssembly module: compiled, bound to JavaScript, and optimised.

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { optimised } from "./optimise.mjs";

const run = promisify(execFile);
const TARGET = path.join(import.meta.dirname, "../../target");
const NAME = "sorakit_wasm";

/**
 * Compiles the client, binds it with `bindgen`, writes its optimised module to `wasm`, and answers
 * with where the JavaScript is that binds it.
 */
export async function buildClient(bindgen, wasm, features) {
  const target = path.join(TARGET, "wasm/client");
  const options = ["--profile=wasm", "--target=wasm32-unknown-unknown", `--target-dir=${target}`];
  const env = { ...process.env, RUSTFLAGS: "", CARGO_PROFILE_WASM_STRIP: "none", CARGO_PROFILE_WASM_OPT_LEVEL: "z" };
  await run("cargo", ["build", "--quiet", "--package=sorakit-wasm", ...options], { env });
  const bound = path.join(target, "bound");
  const compiled = path.join(target, "wasm32-unknown-unknown/wasm", `${NAME}.wasm`);
  await run(bindgen, ["--target=web", "--no-typescript", `--out-dir=${bound}`, `--out-name=${NAME}`, compiled]);
  await writeFile(wasm, optimised(await readFile(path.join(bound, `${NAME}_bg.wasm`)), features, 2));
  return path.join(bound, `${NAME}.js`);
}
