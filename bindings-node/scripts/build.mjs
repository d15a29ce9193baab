// Makes the CommonJS form of the package, and the module that re-exports it, so
// that both forms share their classes.

import { writeFile, copyFile } from "node:fs/promises";
import { build } from "esbuild";

await build({
  entryPoints: ["lib/index.js"],
  outfile: "lib/index.cjs",
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  external: ["./native.cjs"],
  logLevel: "warning",
});

const { default: cjs } = await import("../lib/index.cjs");
const names = Object.keys(cjs).join(", ");
await writeFile(
  "lib/index.mjs",
  `import cjs from "./index.cjs";\n\nexport const { ${names} } = cjs;\n`,
);
await copyFile("lib/index.d.ts", "lib/index.d.cts");
