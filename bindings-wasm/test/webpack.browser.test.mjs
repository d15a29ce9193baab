// The package as it is published, in a project that webpack builds, in headless Chromium.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { STRICT_POLICY, launch, openPage, serve, stop } from "./browser.mjs";
import { VECTORS } from "./vectors.mjs";

const PROJECT = path.join(import.meta.dirname, "bundlers");
const run = promisify(execFile);

let folder;
let browser;
let server;
before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "sorakit-webpack-"));
  await install();
  await build();
  await copyFile(path.join(PROJECT, "src/index.html"), path.join(folder, "dist/index.html"));
  server = await serve(path.join(folder, "dist"));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  if (server) await stop(server);
  await rm(folder, { recursive: true, force: true });
});

/** Puts what npm would publish where webpack looks for packages. */
async function install() {
  const to = path.join(folder, "node_modules/sorakit-wasm");
  await mkdir(to, { recursive: true });
  const pack = ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder];
  await run("npm", pack, { cwd: path.join(import.meta.dirname, "..") });
  const tarball = (await readdir(folder)).find((name) => name.endsWith(".tgz"));
  await run("tar", ["-xzf", path.join(folder, tarball), "-C", to, "--strip-components=1"]);
}

async function build() {
  const webpack = createRequire(path.join(PROJECT, "package.json"))("webpack");
  const compiler = webpack({
    mode: "production",
    context: PROJECT,
    entry: "./src/index.js",
    resolve: { modules: [path.join(folder, "node_modules")] },
    output: { path: path.join(folder, "dist"), filename: "main.js" },
  });
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  assert.deepEqual([...errors, ...warnings].map(({ message }) => message), []);
}

for (const kernel of ["simd128", "scalar", "javascript"]) {
  test(`${kernel} gives the answers of the contract, in webpack's workers`, async () => {
    const base = `http://127.0.0.1:${server.address().port}`;
    const url = `${base}/index.html?policy=${encodeURIComponent(STRICT_POLICY)}`;
    const { page, errors } = await openPage(browser, url);
    await page.waitForFunction(() => globalThis.solveAll);
    const challenges = VECTORS.map(({ seed, difficulty, config }) => ({ seed, difficulty, config }));
    const solved = await page.evaluate(
      ([challenges, options]) => globalThis.solveAll(challenges, options),
      [challenges, { kernel, workers: 2 }],
    );
    const answers = VECTORS.map(({ answer }) => answer);
    assert.deepEqual(solved, { answers, kernel, workers: 2 });
    assert.deepEqual(errors, []);
    await page.close();
  });
}
