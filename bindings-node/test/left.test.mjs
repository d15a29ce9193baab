// What is refused before a creation is paid for, and what an error leaves behind.

import assert from "node:assert/strict";
import { test } from "node:test";

import { CancelledError, InvalidInputError, OutcomeUnknownError } from "../dist/index.mjs";
import { start } from "./support.mjs";

test("call options are checked before anything is sent", async (t) => {
  const { simulator, client } = start(t);
  for (const [options, field] of [
    [{ timeout: -1 }, "timeout"],
    [{ timeout: Number.NaN }, "timeout"],
    [{ timeout: Infinity }, "timeout"],
    [{ timeout: "5" }, "timeout"],
    [{ timeout: 1e300 }, "timeout"],
    [{ timeoutMs: 5 }, "timeoutMs"],
    [{ singal: AbortSignal.timeout(5) }, "singal"],
    [{ signal: {} }, "signal"],
    [{ onProgress: "log" }, "onProgress"],
    [null, "options"],
  ]) {
    for (const resource of [client.videos, client.images]) {
      const error = await resource.generate({ prompt: "a cat" }, options).catch((error) => error);
      assert.ok(error instanceof InvalidInputError, String(error));
      assert.equal(error.field, field);
    }
  }
  await assert.rejects(client.videos.create({ prompt: "a cat" }, { timeout: 5 }), InvalidInputError);
  assert.equal(simulator.journal().length, 0);
});

test("an aborted wait has the job's id", async (t) => {
  const { simulator, client } = start(t, { poll_interval: 30 });
  const controller = new AbortController();
  const waiting = client.videos.generate(
    { prompt: "simulate:stuck" },
    { signal: controller.signal, onProgress: () => controller.abort() },
  );
  const error = await waiting.catch((error) => error);
  assert.ok(error instanceof CancelledError, String(error));
  assert.match(error.job_id, /^gen_/);
  assert.match(error.message, /goes on at the server/);
  assert.equal(simulator.journal("sora.videos.create").length, 1);
});

test("an aborted creation may have been sent", async (t) => {
  const { simulator, client } = start(t);
  simulator.addFault({
    operation: "sora.videos.create",
    action: { kind: "stall_answer", ms: 20_000 },
  });
  const controller = new AbortController();
  const creating = client.videos.create({ prompt: "a cat" }, { signal: controller.signal });
  const timer = setInterval(() => {
    if (simulator.journal("sora.videos.create").length > 0) controller.abort();
  }, 10);
  const error = await creating.catch((error) => error);
  clearInterval(timer);
  assert.ok(error instanceof CancelledError, String(error));
  assert.match(error.message, /may have been sent/);
});

test("a job whose answer was lost is found by its request", async (t) => {
  const { simulator, client } = start(t);
  simulator.addFault({ operation: "sora.videos.create", action: { kind: "reset_after" } });
  const request = { prompt: "a cat in the snow" };
  const since = Date.now() / 1000;
  await assert.rejects(client.videos.create(request), OutcomeUnknownError);
  const job = await client.videos.find({ ...request, since });
  assert.equal((await job.wait()).status, "succeeded");
  assert.equal(await client.videos.find({ prompt: "a dog", since }), null);
});
