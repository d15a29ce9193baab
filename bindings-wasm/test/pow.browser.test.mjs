// The proof of work in headless Chromium: unbundled, under a strict policy.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { NO_WASM_POLICY, NO_WORKER_POLICY, STRICT_POLICY, startBrowser } from "./browser.mjs";
import { VECTORS } from "./vectors.mjs";

const config = VECTORS[0].config;
const ENDLESS = { seed: "0.5", difficulty: "00000000000000000000", config };
/** A challenge that takes two workers a while, and its lowest solution. */
const HARD = VECTORS.reduce((hardest, vector) => (vector.nonce > hardest.nonce ? vector : hardest));

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

/** Solves every vector in a page, and says with which kernel and how many workers. */
function solveAll(page, options, vectors = VECTORS) {
  return page.evaluate(
    async ([options, vectors]) => {
      const solver = new globalThis.sorakit.PowSolver(options);
      const answers = [];
      for (const { seed, difficulty, config } of vectors) {
        answers.push((await solver.solve({ seed, difficulty, config }, { timeout: 300 })).answer);
      }
      const { kernel, workers } = solver;
      solver.close();
      return { answers, kernel, workers, left: solver.workers };
    },
    [options, vectors],
  );
}

const expected = VECTORS.map((vector) => vector.answer);

for (const [kernel, workers] of [
  ["simd128", 1],
  ["simd128", 3],
  ["scalar", 2],
  ["javascript", 2],
  ["simd128", 0],
]) {
  test(`${kernel} with ${workers} workers gives the answers of the contract`, async () => {
    const { page, errors } = await browser.open();
    const solved = await solveAll(page, { kernel, workers });
    assert.deepEqual(solved, { answers: expected, kernel, workers, left: 0 });
    assert.deepEqual(errors, []);
    await page.close();
  });
}

test("the best kernel is taken", async () => {
  const { page } = await browser.open();
  assert.equal(await page.evaluate(() => new globalThis.sorakit.PowSolver().kernel), "simd128");
  await page.close();
});

test("a page without `wasm-unsafe-eval` solves in JavaScript", async () => {
  const { page } = await browser.open(NO_WASM_POLICY);
  const solved = await solveAll(page, { workers: 2 }, VECTORS.slice(0, 8));
  assert.deepEqual(solved.answers, expected.slice(0, 8));
  assert.deepEqual([solved.kernel, solved.workers], ["javascript", 2]);
  await page.close();
});

test("a page that may have no workers solves on its own thread", async () => {
  const { page } = await browser.open(NO_WORKER_POLICY);
  const solved = await solveAll(page, {});
  assert.deepEqual(solved.answers, expected);
  assert.equal(solved.workers, 0);
  await page.close();
});

test("it works in a dedicated worker", async () => {
  const { page, errors } = await browser.open();
  const answers = await page.evaluate(
    async ([{ seed, difficulty, config }]) => {
      const answers = [];
      for (const kernel of ["simd128", "scalar", "javascript"]) {
        const worker = new Worker(new URL("./page-worker.js", location.href), { type: "module" });
        const answered = new Promise((resolve, reject) => {
          worker.onmessage = ({ data }) => resolve(data.answer);
          worker.onerror = (event) => reject(new Error(event.message));
        });
        worker.postMessage({ options: { kernel, workers: 1 }, challenge: { seed, difficulty, config } });
        answers.push(await answered);
        worker.terminate();
      }
      return answers;
    },
    [HARD],
  );
  assert.deepEqual(answers, [HARD.answer, HARD.answer, HARD.answer]);
  assert.deepEqual(errors, []);
  await page.close();
});

test("a signal ends a search, and the workers go on with the next", async () => {
  const { page } = await browser.open();
  const seen = await page.evaluate(
    async ([endless, { seed, difficulty, config }]) => {
      const solver = new globalThis.sorakit.PowSolver({ workers: 2 });
      const controller = new AbortController();
      let calls = 0;
      const onProgress = () => (calls += 1) === 4 && controller.abort();
      const options = { signal: controller.signal, max_tries: Infinity, onProgress };
      const error = await solver.solve(endless, options).catch((error) => error);
      const { answer } = await solver.solve({ seed, difficulty, config });
      const { workers } = solver;
      solver.close();
      return { kind: error.kind, name: error.name, cause: error.cause.name, calls, answer, workers };
    },
    [ENDLESS, HARD],
  );
  assert.deepEqual(seen, {
    kind: "cancelled",
    name: "CancelledError",
    cause: "AbortError",
    calls: 4,
    answer: HARD.answer,
    workers: 2,
  });
  await page.close();
});

test("limits end a search", async () => {
  const { page } = await browser.open();
  const messages = await page.evaluate(
    async ([endless, hard]) => {
      const solver = new globalThis.sorakit.PowSolver({ workers: 2 });
      const message = (promise) => promise.then(() => "solved", (error) => `${error.kind}: ${error.message}`);
      const { seed, difficulty, config, nonce } = hard;
      const messages = [
        await message(solver.solve(endless)),
        await message(solver.solve(endless, { max_tries: Infinity, timeout: 0.3 })),
        await message(solver.solve({ seed, difficulty, config }, { max_tries: nonce })),
        await message(solver.solve({ seed, difficulty, config }, { max_tries: nonce + 1 })),
      ];
      solver.close();
      return messages;
    },
    [ENDLESS, HARD],
  );
  assert.match(messages[0], /^proof_of_work: .*takes about/);
  assert.match(messages[1], /^proof_of_work: .*within 0.3 s/);
  assert.match(messages[2], new RegExp(`^proof_of_work: .*none of ${HARD.nonce} candidates`));
  assert.equal(messages[3], "solved");
  await page.close();
});

test("the page's thread is not held up by a search", async () => {
  const { page } = await browser.open();
  const longest = await page.evaluate(async ([endless]) => {
    const long = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries()));
    observer.observe({ type: "longtask" });
    const solver = new globalThis.sorakit.PowSolver({ workers: 2 });
    const options = { max_tries: Infinity, timeout: 2 };
    await solver.solve(endless, options).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    const taken = [...long, ...observer.takeRecords()].map((entry) => entry.duration);
    solver.close();
    return Math.max(0, ...taken);
  }, [ENDLESS]);
  // The page shares its cores with the workers, and others; the search takes two seconds.
  assert.ok(longest < 1000, `${longest} ms`);
  await page.close();
});

test("idle workers end, and start again", async () => {
  const { page } = await browser.open();
  const seen = await page.evaluate(async ([{ seed, difficulty, config }]) => {
    const solver = new globalThis.sorakit.PowSolver({ workers: 2, idle_timeout: 0.2 });
    const counts = [solver.workers];
    for (let round = 0; round < 2; round += 1) {
      await solver.solve({ seed, difficulty, config });
      counts.push(solver.workers);
      while (solver.workers > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return counts;
  }, [HARD]);
  assert.deepEqual(seen, [0, 2, 2]);
  await page.close();
});

test("files may lie elsewhere; one that is not there is named", async () => {
  const { page } = await browser.open();
  const seen = await page.evaluate(async ([{ seed, difficulty, config }]) => {
    const warned = [];
    console.warn = (text) => warned.push(text);
    const challenge = { seed, difficulty, config };
    const attempt = async (options) => {
      const solver = new globalThis.sorakit.PowSolver({ kernel: "scalar", workers: 1, ...options });
      const outcome = await solver.solve(challenge).then(
        ({ answer }) => answer,
        (error) => `${error.kind}: ${error.message}`,
      );
      solver.close();
      return outcome;
    };
    return [
      await attempt({ wasmUrl: "/dist/pow-scalar.wasm", workerUrl: "/dist/pow-worker.js" }),
      await attempt({ wasmUrl: "/nowhere.wasm" }),
      await attempt({ workerUrl: "/nowhere.js" }),
      warned.join("\n"),
    ];
  }, [HARD]);
  assert.equal(seen[0], HARD.answer);
  assert.equal(seen[1], HARD.answer);
  assert.match(seen[3], /nowhere.wasm answered with status 404.*`wasmUrl`.*JavaScript/);
  assert.match(seen[2], /^configuration: .*`workerUrl` does not start/);
  await page.close();
});

test("the configuration is that of the browser", async () => {
  const { page } = await browser.open(STRICT_POLICY);
  const [config, own] = await page.evaluate(() => [
    globalThis.sorakit.browserConfig(),
    [screen.width, navigator.userAgent, navigator.language, navigator.hardwareConcurrency],
  ]);
  assert.equal(config.length, 18);
  assert.deepEqual([config[0], config[4], config[7], config[16]], own);
  assert.match(config[1], /^\w{3} \w{3} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4} \(.+\)$/);
  assert.match(config[5], /\/test\/page\.js$/);
  assert.match(config[10], /^\w+\u2212/);
  assert.match(config[14], /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  await page.close();
});

test("a worker that dies without a word is noticed, and another does its part", async () => {
  const { page } = await browser.open();
  const seen = await page.evaluate(
    async ([{ seed, difficulty, config }]) => {
      const dying = new URL("./dying-worker.js", location.href);
      const Own = globalThis.Worker;
      let made = 0;
      globalThis.Worker = class extends Own {
        constructor(own, options) {
          made += 1;
          super(made === 2 ? dying : own, options);
        }
      };
      const warned = [];
      console.warn = (text) => warned.push(text);
      const solver = new globalThis.sorakit.PowSolver({ workers: 2 });
      const { answer } = await solver.solve({ seed, difficulty, config });
      const { workers } = solver;
      const again = await solver.solve({ seed, difficulty, config });
      solver.close();
      return { answer, again: again.answer, workers, warned };
    },
    [HARD],
  );
  assert.deepEqual([seen.answer, seen.again], [HARD.answer, HARD.answer]);
  assert.equal(seen.workers, 1, "the dead one is gone");
  assert.match(seen.warned.join(), /does not answer any more/);
  await page.close();
});

for (const when of ["to start", "to search"]) {
  test(`where there is not the memory ${when}, the search goes on in JavaScript`, async () => {
    const { page } = await browser.open();
    const seen = await page.evaluate(
      async ([{ seed, difficulty, config }, when]) => {
        const warned = [];
        console.warn = (text) => warned.push(text);
        const workerUrl = new URL(`./no-memory-worker.js${when === "to search" ? "?later" : ""}`, location.href).href;
        const solver = new globalThis.sorakit.PowSolver({ workers: 2, workerUrl });
        const { answer } = await solver.solve({ seed, difficulty, config });
        const { kernel } = solver;
        solver.close();
        return { answer, kernel, warned };
      },
      [HARD, when],
    );
    assert.equal(seen.answer, HARD.answer);
    assert.equal(seen.kernel, "javascript");
    assert.match(seen.warned.join(), /Out of memory.*goes on in JavaScript/);
    await page.close();
  });
}

test("a page that is framed under the worker's name is no worker", async () => {
  const { page } = await browser.open();
  const answers = await page.evaluate(async () => {
    window.name = "sorakit-pow";
    await import(new URL("../dist/pow-worker.js?framed", location.href));
    const answers = [];
    const done = new Promise((resolve) => {
      addEventListener("message", ({ data }) => {
        if (data === "done") resolve();
        else if (!("action" in data)) answers.push(data);
      });
    });
    for (const message of [
      { id: 1, action: "open", value: null },
      { type: "sorakit-pow", id: 2, action: "open", value: null },
    ]) {
      window.postMessage(message, "*");
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    window.postMessage("done", "*");
    await done;
    return answers;
  });
  assert.deepEqual(answers, []);
  await page.close();
});

test("a worker answers no messages but its own", async () => {
  const { page } = await browser.open();
  const answers = await page.evaluate(async () => {
    const url = new URL("../dist/pow-worker.js", location.href);
    const worker = new Worker(url, { type: "module", name: "sorakit-pow" });
    const answers = [];
    const type = "sorakit-pow";
    const last = new Promise((resolve) => {
      worker.onmessage = ({ data }) => {
        answers.push(data);
        if (data.id === 9) resolve();
      };
    });
    worker.postMessage(null);
    worker.postMessage({ id: 1, action: "open", value: null });
    worker.postMessage({ type, id: 2, action: "toString" });
    worker.postMessage({ type, id: 3, action: "constructor", value: "x" });
    worker.postMessage({ type, id: 4, action: "open", value: null }, [new MessageChannel().port1]);
    worker.postMessage({ type, id: 5, action: "open", value: { exports: {} } });
    worker.postMessage({ type, id: 9, action: "open", value: null });
    await last;
    worker.terminate();
    return answers;
  });
  assert.deepEqual(answers.map(({ id, error }) => [id, error]), [[5, "not a module"], [9, undefined]]);
  await page.close();
});
