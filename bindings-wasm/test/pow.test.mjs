// The proof of work in Node, on this thread: every kernel, limits and errors.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PowSolver, browserConfig, finalToken, initialToken, solvePow, verifyPow } from "../dist/pow.js";
import { VECTORS } from "./vectors.mjs";

const config = VECTORS[0].config;
/** One challenge in 2^80 tries: nothing finds it. */
const ENDLESS = { seed: "0.5", difficulty: "00000000000000000000", config };

for (const kernel of ["simd128", "scalar", "javascript"]) {
  test(`${kernel} gives the answers of the contract`, async () => {
    const solver = new PowSolver({ kernel });
    for (const { seed, difficulty, config, nonce, answer } of VECTORS) {
      const solution = await solver.solve({ seed, difficulty, config });
      assert.deepEqual([solution.nonce, solution.tries, solution.answer], [nonce, nonce + 1, answer]);
      assert.ok(verifyPow({ seed, difficulty }, answer));
    }
    solver.close();
  });

  test(`${kernel} gives the lowest nonce from anywhere`, async () => {
    const solver = new PowSolver({ kernel });
    const solution = await solver.solve({ seed: "0.25", difficulty: "000fff", config });
    const bound = { max_tries: solution.nonce };
    await assert.rejects(solver.solve({ seed: "0.25", difficulty: "000fff", config }, bound), {
      name: "ProofOfWorkError",
    });
    solver.close();
  });
}

test("an answer that was changed is refused", () => {
  const { seed, difficulty, answer } = VECTORS.find((vector) => vector.difficulty === "000fff");
  assert.ok(!verifyPow({ seed: `${seed}1`, difficulty }, answer));
  assert.ok(!verifyPow({ seed, difficulty }, answer.slice(4)));
  assert.ok(!verifyPow({ seed, difficulty }, "no base64!"));
});

test("a configuration of this machine solves an easy challenge", async () => {
  assert.equal(browserConfig().length, 18);
  const challenge = { seed: "0.5", difficulty: "0fffff" };
  const { answer } = await solvePow(challenge);
  assert.ok(verifyPow(challenge, answer));
  assert.equal(initialToken("x") + finalToken("x"), "gAAAAACxgAAAAABx~S");
});

test("what is no challenge is refused, with the field's name", async () => {
  const cases = [
    [{ seed: 0.5, difficulty: "ff" }, {}, "seed"],
    [{ seed: "0".repeat(64 * 1024 + 1), difficulty: "ff" }, {}, "seed"],
    [{ seed: "é".repeat(40_000), difficulty: "ff" }, {}, "seed"],
    [{ seed: "0.5", difficulty: "fff" }, {}, "difficulty"],
    [{ seed: "0.5", difficulty: "zz" }, {}, "difficulty"],
    [{ seed: "0.5", difficulty: "ff", config: [1] }, {}, "config"],
    [{ seed: "0.5", difficulty: "ff" }, { timeout: 0 }, "timeout"],
    [{ seed: "0.5", difficulty: "ff" }, { max_tries: "1" }, "max_tries"],
  ];
  for (const [challenge, options, field] of cases) {
    await assert.rejects(solvePow(challenge, options), { name: "InvalidInputError", field });
  }
  assert.throws(() => new PowSolver({ kernel: "avx2" }), { field: "kernel" });
});

test("a challenge beyond the limit is refused before any try", async () => {
  let told = 0;
  const onProgress = () => (told += 1);
  await assert.rejects(solvePow(ENDLESS, { onProgress }), {
    name: "ProofOfWorkError",
    message: /takes about 1.2e\+24 tries/,
  });
  assert.equal(told, 0);
});

test("a limit in time ends the search", async () => {
  const options = { max_tries: Infinity, timeout: 0.2 };
  await assert.rejects(solvePow(ENDLESS, options), { name: "ProofOfWorkError", message: /0.2 s/ });
});

test("a signal ends the search, and the next one is not held up", async () => {
  const solver = new PowSolver();
  const controller = new AbortController();
  const seen = [];
  const onProgress = (tries) => {
    if (seen.push(tries) === 3) controller.abort(new Error("enough"));
  };
  const options = { max_tries: Infinity, signal: controller.signal, onProgress };
  const endless = solver.solve(ENDLESS, options);
  const { seed, difficulty, config, answer } = VECTORS.at(-1);
  const next = solver.solve({ seed, difficulty, config });
  await assert.rejects(endless, (error) => {
    assert.equal(error.name, "CancelledError");
    assert.equal(error.cause.message, "enough");
    return true;
  });
  assert.deepEqual(seen, seen.toSorted((a, b) => a - b));
  assert.equal((await next).answer, answer);
  await assert.rejects(solver.solve(VECTORS[0], options), { name: "CancelledError" });
  solver.close();
});

test("one that is aborted while it waits disturbs no other", async () => {
  const solver = new PowSolver();
  const controller = new AbortController();
  const hard = VECTORS.filter((vector) => vector.nonce > 1_000);
  const solve = ({ seed, difficulty, config }, options) =>
    solver.solve({ seed, difficulty, config }, options);
  const first = solve(hard[0]);
  const second = solve(hard[1], { signal: controller.signal });
  const others = hard.slice(2).map((vector) => solve(vector));
  controller.abort();
  await assert.rejects(second, { name: "CancelledError" });
  assert.equal((await first).answer, hard[0].answer);
  const answers = (await Promise.all(others)).map(({ answer }) => answer);
  assert.deepEqual(answers, hard.slice(2).map(({ answer }) => answer));
  solver.close();
});

/** What a search writes to the console as a warning. */
function warnings(t) {
  const warn = t.mock.method(console, "warn", () => {});
  return () => warn.mock.calls.map(({ arguments: [text] }) => text);
}

test("without its module it goes on in JavaScript, and says what to do", async (t) => {
  const warned = warnings(t);
  const solver = new PowSolver({ kernel: "scalar", wasmUrl: "file:///nowhere/pow.wasm" });
  const { seed, difficulty, config, answer } = VECTORS.at(-1);
  assert.equal((await solver.solve({ seed, difficulty, config })).answer, answer);
  assert.equal(solver.kernel, "javascript");
  assert.equal((await solver.solve({ seed, difficulty, config })).answer, answer);
  assert.match(warned().join("\n"), /^sorakit: .*`wasmUrl`.*JavaScript[^\n]*$/);
  solver.close();
});

test("without memory it goes on in JavaScript", async (t) => {
  const warned = warnings(t);
  t.mock.method(WebAssembly, "instantiate", async () => {
    throw new RangeError("WebAssembly.Memory(): could not allocate memory");
  });
  const solver = new PowSolver({ kernel: "simd128" });
  const { seed, difficulty, config, answer } = VECTORS.at(-1);
  assert.equal((await solver.solve({ seed, difficulty, config })).answer, answer);
  assert.equal(solver.kernel, "javascript");
  assert.match(warned().join("\n"), /could not allocate memory/);
  solver.close();
});
