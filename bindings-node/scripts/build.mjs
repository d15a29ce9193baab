// Makes `dist/`, what the package holds: the CommonJS form, an ES module that
// re-exports it, so that both share their classes, and the types for both.

import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { build } from "esbuild";

process.chdir(new URL("..", import.meta.url).pathname);
await rm("dist", { recursive: true, force: true });
await mkdir("dist");

await build({
  entryPoints: ["lib/index.js"],
  outfile: "dist/index.cjs",
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  external: ["./native.cjs"],
  // Before all else: it says what is wrong with a bundle.
  banner: { js: 'require("./native.cjs");' },
  logLevel: "warning",
});
await copyFile("lib/native.cjs", "dist/native.cjs");

const names = Object.keys(createRequire(import.meta.url)("../dist/index.cjs"));
await writeFile(
  "dist/index.mjs",
  `import cjs from "./index.cjs";\n\nexport const {\n  ${names.join(",\n  ")},\n} = cjs;\n`,
);

for (const name of ["index", "face", "platform", "types"]) {
  const text = await readFile(`lib/${name}.d.ts`, "utf8");
  for (const form of ["mts", "cts"]) {
    const imports = text.replaceAll(/"\.\/(\w+)\.js"/g, `"./$1.${form.replace("ts", "js")}"`);
    await writeFile(`dist/${name}.d.${form}`, imports);
  }
}
