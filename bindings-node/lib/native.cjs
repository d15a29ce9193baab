// Finds the native part that was built for this platform.
"use strict";

/** What is said when a bundler has put this file into another. */
function bundled(cause) {
  return new Error(
    "sorakit was put into a bundle, and its native part, a file for each platform, was not. Leave " +
      "the package out of the bundle: `--external:sorakit` of esbuild, `external: [\"sorakit\"]` of " +
      "Rollup and Vite, `externals` of webpack, `serverExternalPackages` of Next.js; and install it " +
      "where the bundle runs.",
    { cause },
  );
}

let path;
try {
  path = require("node:path");
} catch (cause) {
  // A bundle of ES modules requires nothing.
  throw bundled(cause);
}

const platform = `${process.platform}-${process.arch}`;
// Asking which C library a Linux has takes longer than trying.
const targets = process.platform === "linux" ? [platform, `${platform}-musl`] : [platform];

/** The package's folder, unless this stands in a bundle. */
const folder = typeof __dirname === "string" ? path.join(__dirname, "..") : undefined;

function isWhole() {
  try {
    return require(path.join(folder, "package.json")).name === "sorakit";
  } catch {
    return false;
  }
}

function load() {
  if (!isWhole()) throw bundled();
  const causes = [];
  for (const target of targets) {
    try {
      return require(path.join(folder, "prebuilds", target, "sorakit.node"));
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
