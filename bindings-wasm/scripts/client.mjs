// Builds the client's WebAssembly module: compiled, bound to JavaScript, and optimised.

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import binaryen from "binaryen";

const run = promisify(execFile);
const TARGET = path.join(import.meta.dirname, "../../target");
const NAME = "sorakit_wasm";

/** What a panic calls, in the paths that wasm-bindgen writes. */
const PANICS =
  /panicking::(?!try|catch_unwind|panic_count)|::(panic_\w+|\w+_fail|\w+_failed|handle_(alloc_)?error|capacity_overflow)\b/;

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
  await writeFile(wasm, optimised(await readFile(path.join(bound, `${NAME}_bg.wasm`)), features));
  return path.join(bound, `${NAME}.js`);
}

/** Optimises for size. A panic ends the instance, so what would report it is left out. */
function optimised(bytes, features) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(features.reduce((all, name) => all | binaryen.Features[name], 0));
  for (let index = 0; index < module.getNumFunctions(); index += 1) {
    const made = module.getFunctionByIndex(index);
    const { name } = binaryen.getFunctionInfo(made);
    if (panics(name)) binaryen.Function(made).setBody(module.unreachable());
  }
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  module.runPasses(["strip-debug", "strip-producers", "strip-target-features"]);
  module.optimize();
  module.optimize();
  return module.emitBinary();
}

/**
 * Whether a function of the standard library only reports a panic. Types are left out of its name:
 * what drops or polls another's value would be judged by that value's name.
 */
function panics(name) {
  if (name.endsWith("::rust_panic")) return true;
  if (!/^<*(alloc|bytes|core|hashbrown|std)(\[[0-9a-f]+\])?::/.test(name)) return false;
  let path = name.replaceAll("->", "");
  for (let before; before !== path; ) {
    before = path;
    path = path.replace(/<[^<>]*>/g, "");
  }
  return PANICS.test(path);
}
