// What the package holds of the client: its size and its types.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { CLIENT, total } from "../scripts/size.mjs";

/** The most that a page loads for the whole client, in bytes as gzip sends them. */
const BOUND = 1_000_000;

test("the client is bounded", async () => {
  const [, gzip] = await total(CLIENT);
  assert.ok(gzip <= BOUND, `${gzip} bytes, but at most ${BOUND} are allowed`);
});

test("the client's types fit their use", async () => {
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext"];
  const libraries = ["--lib", "es2022,dom,dom.asynciterable,esnext.disposable"];
  const run = promisify(execFile);
  const cwd = path.join(import.meta.dirname, "..");
  const arguments_ = [...options, ...libraries, "test/client.types.ts"];
  const { stdout } = await run("node_modules/.bin/tsc", arguments_, { cwd });
  assert.equal(stdout, "");
});
