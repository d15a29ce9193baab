// The proof of work, from JavaScript.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { InvalidInputError, ProofOfWorkError, solvePow, verifyPow } from "../dist/index.mjs";

test("a solution is one, as SHA3-512 of Node says too", async () => {
  const challenge = { seed: "0.42", difficulty: "000fff" };
  const { answer, tries, nonce, elapsed_ms } = await solvePow(challenge);
  assert.ok(verifyPow(challenge, answer));
  assert.ok(!verifyPow({ ...challenge, seed: "0.43" }, answer));
  assert.ok(tries > 0 && nonce >= 0 && elapsed_ms >= 0);
  const payload = answer.replace(/^gAAAAAB/, "").replace(/~S$/, "");
  const hash = createHash("sha3-512").update(challenge.seed + payload).digest("hex");
  assert.ok(hash.slice(0, 6) <= challenge.difficulty, hash);
});

test("the main thread goes on meanwhile", async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  const hard = { seed: "0.7", difficulty: "000000000000" };
  const search = solvePow(hard, { timeout: 0.3, threads: 1, max_tries: 1e15 });
  await assert.rejects(search, ProofOfWorkError);
  clearInterval(timer);
  assert.ok(ticks > 5, `${ticks} ticks`);
});

test("bad challenges and limits are refused by name", async () => {
  await assert.rejects(solvePow({ seed: "1", difficulty: "xyz" }), InvalidInputError);
  await assert.rejects(solvePow({ seed: "1", difficulty: "ff" }, { kernel: "abacus" }), {
    field: "kernel",
  });
  assert.throws(() => verifyPow({ seed: "1", difficulty: "xyz" }, "a"), InvalidInputError);
});

test("the vectors: the first solution is found, as the browsers find it", async () => {
  const file = new URL("../../tests/contract/vectors/pow.json", import.meta.url);
  const easy = JSON.parse(readFileSync(file, "utf8")).filter(({ nonce }) => nonce < 5000);
  assert.ok(easy.length > 0);
  for (const { seed, difficulty, config, nonce, answer } of easy) {
    const solution = await solvePow({ seed, difficulty, config }, { threads: 1 });
    assert.equal(solution.nonce, nonce);
    assert.equal(solution.answer, answer);
    assert.ok(verifyPow({ seed, difficulty }, answer));
  }
});
