// What a build needs beside Node, looked for before anything is compiled.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = path.join(import.meta.dirname, "../..");
const TARGET = "wasm32-unknown-unknown";

/** Where wasm-bindgen is. Rejects with everything that is missing, and how to get it. */
export async function findTools() {
  const version = await lockedVersion();
  const [libraries, tool] = await Promise.all([findLibraries(), findBindgen(version)]);
  const missing = [...libraries, ...(tool.missing ?? [])];
  if (missing.length > 0) {
    throw new Error(`The browser package cannot be built yet.\n${missing.map((line) => `- ${line}\n`).join("")}`);
  }
  return tool.program;
}

/** What is missing of Rust. */
async function findLibraries() {
  const folder = await output("rustc", ["--print", "target-libdir", "--target", TARGET]);
  if (folder === undefined) return ["Rust is missing: install it from https://rustup.rs."];
  if (existsSync(folder)) return [];
  return [`Rust's libraries for WebAssembly are missing: run \`rustup target add ${TARGET}\`.`];
}

/** The wasm-bindgen of a version: the one that is named, or that `cargo xtask` installed, or that is there. */
async function findBindgen(version) {
  const installed = path.join(ROOT, "target/tools/bin/wasm-bindgen");
  const named = process.env.WASM_BINDGEN;
  const found = [];
  for (const program of named ? [named] : [installed, "wasm-bindgen"]) {
    const said = (await output(program, ["--version"]))?.split(" ")[1];
    if (said === version) return { program };
    if (said) found.push(said);
  }
  const here = found.length > 0 ? `is here in version ${found.join(" and ")}` : "is missing";
  const get = `run \`cargo install wasm-bindgen-cli --version ${version}\`, which takes some minutes, or name one in WASM_BINDGEN`;
  return { missing: [`wasm-bindgen ${here}, and has to be ${version}, the crate's: ${get}.`] };
}

async function output(program, options) {
  try {
    return (await run(program, options, { cwd: ROOT })).stdout.trim();
  } catch {
    return undefined;
  }
}

async function lockedVersion() {
  const lock = await readFile(path.join(ROOT, "Cargo.lock"), "utf8");
  return /^name = "wasm-bindgen"\nversion = "(.+)"$/m.exec(lock)[1];
}
