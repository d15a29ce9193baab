// What a callback throws is a warning, and ends neither the call nor the process.

import assert from "node:assert/strict";
import path from "node:path";
import { once } from "node:events";
import { test } from "node:test";

import { ProofOfWorkError, solvePow } from "../dist/index.mjs";
import { connect, folder, simulate, start } from "./support.mjs";

test("progress that throws, or rejects, is warned of", async (t) => {
  const { client } = start(t);
  const warning = once(process, "warning");
  const job = await client.videos.generate(
    { prompt: "a cat" },
    {
      onProgress() {
        throw new Error("the first mistake");
      },
    },
  );
  assert.match((await warning)[0].message, /the first mistake/);

  const second = once(process, "warning");
  const file = path.join(await folder(t), "cat.mp4");
  await job.download(file, { onProgress: async () => Promise.reject(new Error("the second")) });
  assert.match((await second)[0].message, /the second/);
});

test("a client tells of what happens inside its calls", async (t) => {
  const simulator = simulate(t);
  const events = [];
  const client = connect(t, simulator, { onEvent: (event) => events.push(event) });
  simulator.addFault({ operation: "sora.quota.check", action: { kind: "status", status: 503 } });
  await client.sora.quota.check();
  await client.videos.generate({ prompt: "a cat" });
  const kinds = events.map(({ event }) => event);
  assert.ok(kinds.includes("retrying"), kinds.join());
  assert.ok(kinds.includes("solved"), kinds.join());
});

test("a search tells how far it is", async () => {
  const tries = [];
  const hard = { seed: "0.1", difficulty: "000000000000" };
  const limits = { threads: 1, max_tries: 1e15, timeout: 1 };
  const search = solvePow(hard, { ...limits, onProgress: (count) => tries.push(count) });
  await assert.rejects(search, ProofOfWorkError);
  assert.ok(tries.length > 0);
  assert.ok(tries.every((count) => count > 0));
});
