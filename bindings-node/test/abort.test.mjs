// A signal ends a call at once, wherever it is.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import path from "node:path";
import { readdir } from "node:fs/promises";
import { test } from "node:test";

import { CancelledError, Client, solvePow } from "../dist/index.mjs";
import { folder, serve, start } from "./support.mjs";

/** Aborts `call` after `ms`, and checks that it ends well before it otherwise would. */
async function abortsAt(ms, call) {
  const controller = new AbortController();
  const reason = new Error("the user left");
  const began = performance.now();
  setTimeout(() => controller.abort(reason), ms);
  const error = await call(controller.signal).then(
    () => assert.fail("it was not aborted"),
    (error) => error,
  );
  assert.ok(error instanceof CancelledError, String(error.stack));
  assert.equal(error.cause, reason);
  assert.ok(performance.now() - began < ms + 2000, "it was not ended at once");
}

test("a signal that was aborted before sends nothing", async (t) => {
  const { simulator, client } = start(t);
  const signal = AbortSignal.abort();
  await assert.rejects(client.videos.create({ prompt: "a cat" }, { signal }), CancelledError);
  await assert.rejects(client.videos.wait("task_1", { signal }), CancelledError);
  await assert.rejects(client.videos.updates("task_1", { signal }).next(), CancelledError);
  assert.equal(simulator.journal().length, 0);
});

test("a request that gets no answer", async (t) => {
  const url = await serve(t, () => {});
  const client = new Client({ dialect: "sora", base_url: url, access_token: "t" });
  await abortsAt(50, (signal) => client.sora.quota.check({}, { signal }));
  const stream = { model: "m", messages: [{ role: "user", content: "x" }] };
  const gateway = new Client({ dialect: "sora2api", base_url: url, api_key: "t" });
  await abortsAt(50, (signal) => gateway.sora2api.chat.stream(stream, { signal }).next());
});

test("a wait between two polls, and updates", async (t) => {
  const { client } = start(t, { poll_interval: 30 });
  const job = await client.videos.create({ prompt: "simulate:stuck" });
  await abortsAt(100, (signal) => job.wait({ signal }));
  await abortsAt(100, async (signal) => {
    for await (const _ of job.updates({ signal }));
  });
});

test("a creation that waits for a free slot or for another attempt", async (t) => {
  const { client } = start(t);
  for (const word of ["too_many_concurrent_tasks", "heavy_load"]) {
    await abortsAt(150, (signal) => client.videos.create({ prompt: `simulate:${word}` }, { signal }));
  }
});

test("a download leaves nothing under its name", async (t) => {
  const { simulator, client } = start(t);
  const place = await folder(t);
  const job = await client.videos.generate({ prompt: "a cat" });
  for (const ms of [0, 5, 20, 100]) {
    simulator.clearFaults();
    simulator.addFault({
      origin: "cdn",
      times: null,
      action: { kind: "slow_body", bytes_per_second: 1000 },
    });
    await abortsAt(ms, (signal) => job.download(path.join(place, "cat.mp4"), { signal }));
    assert.ok(!(await readdir(place)).includes("cat.mp4"));
  }
  simulator.clearFaults();
  await job.download(path.join(place, "cat.mp4"));
});

test("a stream, while it is read and between two reads", async (t) => {
  const { simulator, client } = start(t);
  const job = await client.videos.generate({ prompt: "a cat" });
  simulator.addFault({ origin: "cdn", times: null, action: { kind: "slow_body", bytes_per_second: 500 } });
  await abortsAt(100, async (signal) => {
    for await (const _ of await job.stream({ signal }));
  });
  await abortsAt(50, async (signal) => {
    const reader = (await job.stream({ signal })).getReader();
    await reader.read();
    await sleep(100);
    await reader.read();
  });
  await abortsAt(50, (signal) => job.bytes({ signal }));
});

test("a stream that is left is ended on the server's side", async (t) => {
  const { simulator, client } = start(t);
  const job = await client.videos.generate({ prompt: "simulate:huge" });
  for await (const _ of await job.stream()) break;
  await (await job.stream()).cancel();
  assert.ok(simulator.journal().length > 0);
});

test("an upload whose stream never ends", async (t) => {
  const { client } = start(t);
  async function* endless() {
    for (;;) {
      yield new Uint8Array(10);
      await sleep(5);
    }
  }
  await abortsAt(50, (signal) => client.sora.uploads.image({ file: endless() }, { signal }));
});

test("a proof of work", async () => {
  const impossible = { seed: "0.5", difficulty: "000000000000" };
  await abortsAt(50, (signal) => solvePow(impossible, { signal, max_tries: 1e15, timeout: 60 }));
});

test("at any moment of a whole generation", async (t) => {
  const { client } = start(t, {}, { speed: 400 });
  for (let ms = 0; ms < 40; ms += 4) {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), ms);
    const outcome = await client.videos
      .generate({ prompt: "simulate:stuck" }, { signal: controller.signal })
      .catch((error) => error);
    assert.ok(outcome instanceof CancelledError, String(outcome.stack));
  }
});
