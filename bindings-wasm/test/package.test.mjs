// What the package holds: its sizes, its types, and what it says of itself.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { BUILDS, total } from "../scripts/size.mjs";

const ROOT = path.join(import.meta.dirname, "..");
/** The most that a page loads to solve challenges, in bytes as gzip sends them. */
const BOUND = 15_000;

for (const [name, files] of Object.entries(BUILDS)) {
  test(`${name} is small`, async () => {
    const [, gzip] = await total(files);
    assert.ok(gzip <= BOUND, `${gzip} bytes, but at most ${BOUND} are allowed`);
  });
}

test("the worker needs no other script", async () => {
  const text = await readFile(path.join(ROOT, "dist/pow-worker.js"), "utf8");
  assert.doesNotMatch(text, /\bimport\b/);
});

test("what is packed holds the licences, the notices and the bill of materials", async () => {
  const { stdout } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json"], { cwd: ROOT });
  const names = JSON.parse(stdout)[0].files.map(({ path }) => path);
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY-NOTICES.txt", "sorakit.cdx.json"]) {
    assert.ok(names.includes(name), name);
  }
  const bill = JSON.parse(await readFile(path.join(ROOT, "sorakit.cdx.json"), "utf8"));
  assert.ok(bill.components.some(({ name }) => name === "wasm-bindgen"));
});

test("the types fit their use", async () => {
  const arguments_ = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext"];
  const run = promisify(execFile);
  const { stdout } = await run("node_modules/.bin/tsc", [...arguments_, "test/types.ts"], { cwd: ROOT });
  assert.equal(stdout, "");
});
