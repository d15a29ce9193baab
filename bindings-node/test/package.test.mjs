// The packed tarball, as people get it: linted, and installed into a clean
// project where it is used from ES modules, CommonJS and TypeScript, under
// other runtimes, and by the example programs.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { build } from "esbuild";

const here = fileURLToPath(new URL("..", import.meta.url));
const tools = path.join(here, "node_modules");
const examples = path.join(here, "../examples/node");

describe("the package", { timeout: 280_000 }, () => {
  let place;
  let tarball;
  let project;

  /** Runs a program in the clean project; answers with what it prints. */
  async function run(program, args, { input } = {}) {
    const env = { ...process.env, NODE_PATH: "", FORCE_COLOR: "0" };
    const running = promisify(execFile)(program, args, { cwd: project, env, timeout: 120_000 });
    running.child.stdin?.end(input);
    try {
      return (await running).stdout;
    } catch (error) {
      throw new Error(`${program} ${args.join(" ")}\n${error.stdout}\n${error.stderr}`);
    }
  }
  const node = (...args) => run(process.execPath, args);
  const tool = (name, ...args) => node(path.join(tools, name), ...args);

  before(async () => {
    place = await mkdtemp(path.join(tmpdir(), "sorakit-package-"));
    project = path.join(place, "project");
    await mkdir(project);
    await run("npm", ["pack", here, "--silent", "--pack-destination", place]);
    tarball = path.join(place, (await readdir(place)).find((name) => name.endsWith(".tgz")));
    await writeFile(path.join(project, "package.json"), '{ "private": true, "type": "module" }');
    await run("npm", ["install", "--silent", "--no-audit", "--no-fund", "--offline", tarball]);
  });
  after(() => rm(place, { recursive: true, force: true }));

  test("it brings no other package along, and nothing that is not needed", async () => {
    const installed = await readdir(path.join(project, "node_modules"));
    assert.deepEqual(installed.filter((name) => !name.startsWith(".")), ["sorakit"]);
    const files = await readdir(path.join(project, "node_modules/sorakit"));
    assert.deepEqual(files.sort(), [
      "LICENSE-APACHE",
      "LICENSE-MIT",
      "README.md",
      "THIRD-PARTY-NOTICES.txt",
      "dist",
      "package.json",
      "prebuilds",
      "sorakit.cdx.json",
    ]);
  });

  test("publint has nothing to say", async () => {
    assert.match(await tool("publint/src/cli.js", "--strict", tarball), /All good/);
  });

  test("its types are right for every way of resolving them", async () => {
    const report = await tool("@arethetypeswrong/cli/dist/index.js", tarball);
    assert.match(report, /No problems found/);
  });

  test("ES modules, CommonJS and both at once share their classes", async () => {
    const use = "const s = new Simulator(); const q = await new Client(s.options()).sora.quota.check();";
    const print = "console.log(typeof q); s.stop();";
    await writeFile(
      path.join(project, "a.mjs"),
      `import { Client, Simulator } from "sorakit"; ${use} ${print}`,
    );
    await writeFile(
      path.join(project, "b.cjs"),
      `const { Client, Simulator } = require("sorakit"); (async () => { ${use} ${print} })();`,
    );
    await writeFile(
      path.join(project, "c.mjs"),
      `import { createRequire } from "node:module"; import * as esm from "sorakit";
       const cjs = createRequire(import.meta.url)("sorakit");
       console.log(Object.keys(cjs).every((name) => cjs[name] === esm[name]));`,
    );
    assert.equal(await node("a.mjs"), "object\n");
    assert.equal(await node("b.cjs"), "object\n");
    assert.equal(await node("c.mjs"), "true\n");
  });

  test("the types show an example of each operation, and the default of each option", async () => {
    const types = await readFile(path.join(project, "node_modules/sorakit/dist/types.d.mts"), "utf8");
    const options = /export interface Options \{([^]*?)\n\}/.exec(types)[1];
    for (const [option, text] of [["timeout", "30"], ["max_retries", "3"], ["video_timeout", "1800"]]) {
      const doc = options.split(`\n  ${option}`)[0].split("/**").at(-1);
      assert.match(doc, new RegExp(`@default ${text}`), option);
    }
    const methods = types.match(/\): Promise<|\): AsyncGenerator</g).length;
    assert.ok(types.match(/@example/g).length > methods / 2, `${methods} methods`);
  });

  test("tsc --strict takes the examples and the test of the types", async () => {
    await mkdir(path.join(project, "node_modules/@types"), { recursive: true });
    for (const name of ["@types/node", "undici-types"]) {
      const link = path.join(project, "node_modules", name);
      await symlink(path.join(tools, name), link, "dir");
    }
    await cp(path.join(examples, "typed.ts"), path.join(project, "typed.ts"));
    await cp(path.join(here, "test/types.ts"), path.join(project, "types.mts"));
    await cp(path.join(here, "test/types.ts"), path.join(project, "types.cts"));
    const strict = ["--strict", "--target", "es2022", "--exactOptionalPropertyTypes"];
    const modules = ["--module", "nodenext", "--outDir", "compiled"];
    await tool("typescript/bin/tsc", ...strict, ...modules, "types.mts", "types.cts", "typed.ts");
    // As in a browser: a bundler, and none of Node's types.
    const bundler = ["--module", "esnext", "--moduleResolution", "bundler", "--noEmit"];
    const web = ["--typeRoots", "none", "--lib", "es2022,dom,dom.iterable"];
    await tool("typescript/bin/tsc", ...strict, ...bundler, ...web, "types.mts");
    assert.match(await node("compiled/typed.js"), /tries in [^]*succeeded 100\n\d+ (task|gen)_/);
  });

  test("a bundler that takes it along is told what to do, and one that leaves it works", async () => {
    const program = `import { Client, Simulator } from "sorakit"; const s = new Simulator();
      new Client(s.options()).sora.quota.check().then((q) => { console.log(typeof q); s.stop(); });`;
    await writeFile(path.join(project, "bundled.mjs"), program);
    for (const [format, name] of [["esm", "out.mjs"], ["cjs", "out.cjs"]]) {
      const bundle = (external) =>
        build({
          absWorkingDir: project,
          entryPoints: ["bundled.mjs"],
          outfile: name,
          bundle: true,
          platform: "node",
          format,
          external,
          logLevel: "silent",
        });
      await bundle([]);
      await assert.rejects(node(name), /was put into a bundle[^]*--external:sorakit/);
      await bundle(["sorakit"]);
      assert.equal(await node(name), "object\n");
    }
  });

  for (const runtime of ["bun", "deno"]) {
    const binary = installed(runtime);
    test(`it works under ${runtime}`, { skip: !binary && `${runtime} could not be installed` }, async () => {
      await cp(path.join(here, "test/runtimes/program.mjs"), path.join(project, "program.mjs"));
      const args = runtime === "deno" ? ["run", "--allow-all", "program.mjs"] : ["program.mjs"];
      assert.match(await run(binary, args), /^all is well$/m);
    });
  }

  // They mostly wait, each for a simulator of its own.
  describe("the example programs", { concurrency: 5 }, () => {
    const program = async (name) => {
      await cp(path.join(examples, name), path.join(project, name));
      return node(name);
    };

    test("first-video", async () => {
      assert.match(await program("first-video.mjs"), /running[^]*cat\.mp4: \d+ bytes, 10 s, 1280 x 720/);
    });

    test("what stands whole on the pages", async () => {
      const pages = ["README.md", "bindings-node/README.md", "docs/seeing-what-happens.md"];
      let ran = 0;
      for (const page of pages) {
        const text = await readFile(path.join(here, "..", page), "utf8");
        for (const [, block] of text.matchAll(/```js\n([^]*?)```/g)) {
          if (!block.includes("new Simulator(")) continue;
          ran += 1;
          // One that runs on is ended by its reader.
          const end = block.includes("simulator.stop()") ? "" : "\nsimulator.stop();";
          await writeFile(path.join(project, `page-${ran}.mjs`), block + end);
          await node(`page-${ran}.mjs`);
        }
      }
      assert.ok(ran >= 3, `${ran} examples`);
    });

    test("storyboard", async () => {
      assert.match(await program("storyboard.mjs"), /storyboard\.mp4: 15 s, 720 x 1280/);
    });

    test("serve", async () => {
      const printed = await program("serve.mjs");
      const [everything, first, rest, beyond] = printed.trim().split("\n");
      const [, length] = /^everything 200 null (\d+)$/.exec(everything);
      assert.equal(first, `bytes=0-99 206 bytes 0-99/${length} 100`);
      assert.equal(rest, `bytes=1000- 206 bytes 1000-${length - 1}/${length} ${length - 1000}`);
      assert.match(beyond, /^bytes=999999999- 416 null \d+$/);
    });

    test("resume", async () => {
      assert.match(await program("resume.mjs"), /gave up: videos\.wait[^]*resumed\.mp4: \d+ bytes/);
    });

    test("gateway", async () => {
      const printed = await program("gateway.mjs");
      assert.match(printed, /sora at [^]*a video: succeeded[^]*a refused one: content_policy/);
      assert.match(printed, /sora2api at [^]*a video: succeeded[^]*the quota: authentication/);
    });

    test("bot", async () => {
      await cp(path.join(examples, "bot.mjs"), path.join(project, "bot.mjs"));
      const input = "a cat\nsimulate:generation_failed\nsimulate:stuck\na dog\n/cancel 3\n";
      const printed = await run(process.execPath, ["bot.mjs"], { input });
      assert.match(printed, /\[1\] “a cat” is number 1/);
      assert.match(printed, /\[1\] (queued|running|preprocessing)/);
      assert.match(printed, /\[1\] done: .*1\.mp4, \d+ bytes/);
      assert.match(printed, /\[2\] failed: /);
      assert.match(printed, /\[3\] cancelled/);
      assert.match(printed, /\[4\] done: /);
    });
  });
});

/** Where a runtime is, when npm could install it for this platform. */
function installed(runtime) {
  const modules = path.join(here, "test/runtimes/node_modules");
  const { platform, arch } = process;
  const places = {
    bun: [`@oven/bun-${platform}-${arch}/bin/bun`, `@oven/bun-${platform}-${arch}-baseline/bin/bun`],
    deno: [`@deno/${platform}-${arch}-glibc/deno`, `@deno/${platform}-${arch}/deno`],
  };
  const found = places[runtime].map((place) => path.join(modules, place));
  return found.find((place) => existsSync(place));
}
