// A gigabyte goes through without being held, and what nobody holds is collected.

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { Client } from "../dist/index.mjs";
import { folder, simulate, start } from "./support.mjs";

const MIB = 1 << 20;

/** The most that resident memory grew while `work` ran, in MiB. */
async function growth(work) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  await work();
  clearInterval(timer);
  return (most - before) / MIB;
}

test("memory is flat over a download and a stream of 1 GB", { timeout: 300_000 }, async (t) => {
  const { client } = start(t, {}, { speed: 2000 });
  const job = await client.videos.generate({ prompt: "simulate:huge" });
  const file = path.join(await folder(t), "huge.mp4");
  let calls = 0;
  const downloaded = await growth(async () => {
    const { bytes } = await job.download(file, { onProgress: () => (calls += 1) });
    assert.ok(bytes >= 1e9, `${bytes} bytes`);
  });
  assert.ok(calls > 2);
  assert.ok(downloaded < 100, `${downloaded} MiB while it was downloaded`);

  let read = 0;
  const streamed = await growth(async () => {
    for await (const chunk of await job.stream()) read += chunk.length;
  });
  assert.ok(read >= 1e9, `${read} bytes`);
  assert.ok(streamed < 150, `${streamed} MiB while it was streamed`);
  t.diagnostic(`${downloaded.toFixed(0)} MiB for the file, ${streamed.toFixed(0)} MiB for the stream`);
});

test("a client whose callbacks refer to its owner is collected with it", async (t) => {
  const simulator = simulate(t);
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc");
  let collected = 0;
  const registry = new FinalizationRegistry(() => (collected += 1));
  const use = async () => {
    const owner = { seen: [], kept: null };
    const store = {
      load: () => owner.kept,
      save: (credential) => (owner.kept = credential),
    };
    const onEvent = (event) => owner.seen.push(event);
    owner.client = new Client({ ...simulator.options("sora"), store, onEvent });
    await owner.client.videos.create({ prompt: "a cat" });
    assert.ok(owner.seen.some(({ event }) => event === "solved"), JSON.stringify(owner.seen));
    registry.register(owner);
  };
  await use();
  for (let tries = 0; collected === 0 && tries < 200; tries += 1) {
    gc();
    await sleep(20);
  }
  assert.equal(collected, 1);
});
