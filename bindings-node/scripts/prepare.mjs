// What `npm install PATH/bindings-node` does first: builds what a checkout does not hold. A second
// time, after changes, `cargo xtask node` does.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

process.chdir(new URL("..", import.meta.url).pathname);

const target = `${process.platform}-${process.arch}`;
const native = [target, `${target}-musl`].map((name) => `prebuilds/${name}/sorakit.node`);

if (!native.some((file) => existsSync(file))) {
  console.error("Building sorakit's native part: some minutes, once. It needs Rust.");
  const { error, status } = spawnSync("cargo", ["xtask", "node"], { stdio: "inherit" });
  if (error) console.error(`cargo could not be run (${error.code}): install Rust, https://rustup.rs`);
  process.exit(error ? 1 : (status ?? 1));
}
if (!existsSync("dist/index.cjs")) await import("./build.mjs");
