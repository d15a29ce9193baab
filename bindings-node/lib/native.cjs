// Finds the native part that was built for this platform.
"use strict";

const path = require("node:path");

const musl = () => process.platform === "linux" && !process.report.getReport().header.glibcVersionRuntime;
const target = [process.platform, process.arch, ...(musl() ? ["musl"] : [])].join("-");
const file = path.join(__dirname, "..", "prebuilds", target, "sorakit.node");

try {
  module.exports = require(file);
} catch (cause) {
  if (cause.code !== "MODULE_NOT_FOUND") throw cause;
  throw new Error(
    `sorakit has no native part for ${target}. Build it with \`cargo xtask node\`, or use ` +
      "`sorakit-wasm`, which runs everywhere.",
    { cause },
  );
}
