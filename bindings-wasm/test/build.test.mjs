// A build on a machine that lacks a tool: it is named before anything is compiled.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

const SCRIPT = path.join(import.meta.dirname, "../scripts/build.mjs");

/** Builds where there are only these programs, each of which prints a text: how that ends. */
async function build(t, programs) {
  const folder = await mkdtemp(path.join(tmpdir(), "sorakit-build-"));
  t.after(() => rm(folder, { recursive: true }));
  await symlink(process.execPath, path.join(folder, "node"));
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(path.join(folder, name), `#!/bin/sh\necho "${text}"\n`);
    await chmod(path.join(folder, name), 0o755);
  }
  const env = { PATH: folder, WASM_BINDGEN: path.join(folder, "wasm-bindgen") };
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT], { env }, (error, stdout, stderr) => {
      resolve({ code: error?.code, stdout, stderr });
    });
  });
}

test("without Rust, it is named, with where to get it", async (t) => {
  const { code, stdout, stderr } = await build(t, {});
  assert.equal(code, 1);
  assert.match(stderr, /^The browser package cannot be built yet\.\n- Rust is missing: .*rustup\.rs/);
  assert.match(stderr, /- wasm-bindgen is missing, .*cargo install wasm-bindgen-cli --version [\d.]+/);
  assert.doesNotMatch(stderr, /\n {4}at /, "no stack");
  assert.equal(stdout, "", "nothing was begun");
});

test("without the target, and with another wasm-bindgen, both are named", async (t) => {
  const { code, stderr } = await build(t, { rustc: "/nowhere", "wasm-bindgen": "wasm-bindgen 0.1.0" });
  assert.equal(code, 1);
  assert.match(stderr, /rustup target add wasm32-unknown-unknown/);
  assert.match(stderr, /wasm-bindgen is here in version 0\.1\.0, and has to be \d/);
});
