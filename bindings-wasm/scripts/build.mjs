// Makes `dist/`, what the package holds: the modules, optimised, and the
// JavaScript. The worker is one file, which needs no other, and of which the page's code has no
// second copy.

import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";

import { buildClient } from "./client.mjs";
import { optimised } from "./optimise.mjs";
import { findTools } from "./tools.mjs";

process.chdir(path.join(import.meta.dirname, ".."));
const run = promisify(execFile);

/** What every browser with WebAssembly modules as large as these has had for years. */
const FEATURES = [
  "BulkMemory",
  "BulkMemoryOpt",
  "MutableGlobals",
  "NontrappingFPToInt",
  "SignExt",
];

/** The solver's builds: the name, and the compiler's flags. */
const SOLVERS = {
  scalar: "",
  simd128: "-C target-feature=+simd128",
};

const bindgen = await findTools().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
const say = (what) => console.log(`sorakit-wasm: ${what}`);
say("compiling for WebAssembly, which takes some minutes the first time");
await rm("dist", { recursive: true, force: true });
await mkdir("dist");
for (const [name, flags] of Object.entries(SOLVERS)) {
  say(`the solver, ${name}`);
  await buildSolver(name, flags);
}

const common = { bundle: true, format: "esm", target: "es2022", minify: true, logLevel: "warning" };
const worker = "./pow-worker.js";
await build({
  ...common,
  entryPoints: { pow: "lib/pow/index.js" },
  external: [worker],
  outdir: "dist",
  keepNames: true,
});
await build({ ...common, entryPoints: ["lib/pow/pow-worker.js"], outdir: "dist" });
await copyFile("lib/pow/index.d.ts", "dist/pow.d.ts");

// The client shares its face with the package for Node, and the solver with `pow`.
say("the client");
const glue = await buildClient(bindgen, "dist/client.wasm", [...FEATURES, "ReferenceTypes", "Multivalue"]);
await build({
  ...common,
  entryPoints: { index: "lib/index.js" },
  outdir: "dist",
  alias: { "sorakit-wasm-bindgen": glue },
  external: ["./pow.js"],
  keepNames: true,
});
for (const name of ["face", "types"]) await copyFile(`../bindings-node/lib/${name}.d.ts`, `dist/${name}.d.ts`);
for (const name of ["index", "platform"]) await copyFile(`lib/${name}.d.ts`, `dist/${name}.d.ts`);

async function buildSolver(name, flags) {
  const target = path.resolve("../target/wasm", name);
  const wasm = path.join(target, "wasm32-unknown-unknown/wasm/sorakit_pow.wasm");
  const options = ["--profile=wasm", "--target=wasm32-unknown-unknown", `--target-dir=${target}`];
  const env = { ...process.env, RUSTFLAGS: flags, CARGO_PROFILE_WASM_STRIP: "none" };
  await run("cargo", ["build", "--quiet", "--package=sorakit-pow", ...options], { env });
  const features = name === "simd128" ? [...FEATURES, "SIMD128"] : FEATURES;
  await writeFile(`dist/pow-${name}.wasm`, optimised(await readFile(wasm), features, 3));
}
