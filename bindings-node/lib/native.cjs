// Finds the native part that was built for this platform.
"use strict";

const path = require("node:path");

const platform = `${process.platform}-${process.arch}`;
// Asking which C library a Linux has takes longer than trying.
const targets = process.platform === "linux" ? [platform, `${platform}-musl`] : [platform];

function load() {
  const causes = [];
  for (const target of targets) {
    try {
      return require(path.join(__dirname, "..", "prebuilds", target, "sorakit.node"));
    } catch (cause) {
      causes.push(cause);
    }
  }
  // What was found and does not load says more than what was not found.
  const cause = causes.find(({ code }) => code !== "MODULE_NOT_FOUND") ?? causes[0];
  if (cause.code !== "MODULE_NOT_FOUND") throw cause;
  throw new Error(
    `sorakit has no native part for ${platform}. Build it with \`cargo xtask node\`, or use ` +
      "`sorakit-wasm`, which runs everywhere.",
    { cause },
  );
}

module.exports = load();
