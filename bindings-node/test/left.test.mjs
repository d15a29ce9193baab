// What is refused before a creation is paid for, and what an error leaves behind.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  CancelledError,
  Client,
  InvalidInputError,
  OutcomeUnknownError,
  checkTarget,
  solvePow,
} from "../dist/index.mjs";
import { folder, start } from "./support.mjs";

test("call options are checked before anything is sent", async (t) => {
  const { simulator, client } = start(t);
  for (const [options, field] of [
    [{ timeout: -1 }, "timeout"],
    [{ timeout: 0 }, "timeout"],
    [{ timeout: 1e19 }, "timeout"],
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

test("what is refused is said in a caller's words, with what was meant", async (t) => {
  const { simulator, client } = start(t);
  const job = { id: "task_1", kind: "video" };
  const { videos, images } = client;
  const prompt = "a cat";
  for (const [call, field, words] of [
    [() => videos.generate({ prompt }, { timeoutMs: 5 }), "timeoutMs", "did you mean `timeout`?"],
    [() => videos.generate({ prompt }, { singal: null }), "singal", "did you mean `signal`?"],
    [() => videos.generate({ prompt }, { timeout: "5" }), "timeout", 'not "5"'],
    [() => videos.create({ prompt, duration: "5" }), "duration", 'whole number from 0, not "5"'],
    [() => videos.create({ prompt, references: [3] }), "references.0", "not 3"],
    [() => videos.create({ prompt, sise: "1x1" }), "sise", "did you mean `size`?"],
    [() => videos.stream(job, { sginal: null }), "sginal", "did you mean `signal`?"],
    [() => videos.updates(job, { timeout: 5 }).next(), "timeout", "is no option"],
    [() => videos.wait(5), "job", "not 5"],
    [() => videos.wait({ ...job, status: 5 }), "job", null],
    [() => videos.download(job, undefined), "path", "not undefined"],
    [() => videos.download(job, 5), "path", "not 5"],
    [() => images.bytes(job, { index: "0" }), "index", 'not "0"'],
    [() => images.download(job, "a.png", { index: -1 }), "index", "not -1"],
    [() => client.download(5, "a.png"), "url", "not 5"],
    [() => videos.resume(5), "id", "not 5"],
    [() => client.setAdminToken(5), "token", "not 5"],
    [() => client.sora.drafts.list({ limit: "x" }), "limit", 'not "x"'],
    [() => new Client({ ...simulator.options(), poll_interval: "5" }), "poll_interval", 'not "5"'],
    [() => new Client({ ...simulator.options(), pollInterval: 5 }), "pollInterval", "`poll_interval`"],
    [() => solvePow({ seed: "0.5", difficulty: "ff" }, { timeout: 0 }), "timeout", "not 0"],
    [() => solvePow({ seed: "0.5", difficulty: "ff" }, { timeout: "5" }), "timeout", 'not "5"'],
    [() => solvePow({ seed: "0.5", difficulty: "ff" }, { treads: 1 }), "treads", "`threads`"],
    [() => solvePow({ seed: "0.5", difficulty: "ff" }, { max_tries: 0 }), "max_tries", "not 0"],
    [() => solvePow({ seed: 5, difficulty: "ff" }), "seed", "not 5"],
  ]) {
    const error = await (async () => call())().catch((error) => error);
    assert.ok(error instanceof InvalidInputError, `${call}: ${error}`);
    if (words) assert.equal(error.field, field, `${call}: ${error}`);
    assert.ok(error.message.includes(words ?? ""), `${call}: ${error}`);
    assert.doesNotMatch(error.message, /untagged|napi|invalid type|variant|expected|u32|f64/);
  }
  assert.equal(simulator.journal().length, 0, "nothing was sent");
});

test("a place for a file is checked before a job is paid for", async (t) => {
  const place = await folder(t);
  checkTarget(`${place}/cat.mp4`);
  for (const path of [`${place}/nowhere/cat.mp4`, place, `${place}/${"x".repeat(300)}`, 5]) {
    assert.throws(() => checkTarget(path), { name: "InvalidInputError", field: "path" });
  }
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
  assert.match(error.job_id, /^task_/);
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
