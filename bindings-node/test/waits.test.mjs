// Waits: each is its own, whoever else waits; and words for a state that nobody knows.

import assert from "node:assert/strict";
import { test } from "node:test";

import { CancelledError, Client, GenerationFailedError, UnsupportedError } from "../dist/index.mjs";
import { serve, start } from "./support.mjs";

/** A gateway that answers how a job stands, and a client of it. */
async function gateway(t, stands, options = {}) {
  const asked = [];
  const base_url = await serve(t, async (request, response) => {
    const path = request.url.replace(/^\/v1/, "");
    asked.push(path);
    const answer = await stands(path, asked.filter((other) => other === path).length);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer));
  });
  const client = new Client({
    dialect: "openai",
    base_url,
    api_key: "k",
    poll_interval: 0.05,
    environment: false,
    ...options,
  });
  t.after(() => client.close());
  return { client, asked };
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

test("a wait that is aborted in mid-poll leaves its poll to the others", async (t) => {
  const { client } = await gateway(t, async (_, time) => {
    await pause(200);
    return { id: "a", status: time < 3 ? "queued" : "completed" };
  });
  const controller = new AbortController();
  const first = client.videos.wait("a", { signal: controller.signal });
  const second = client.videos.wait("a");
  setTimeout(() => controller.abort(), 50);
  const error = await first.catch((error) => error);
  assert.ok(error instanceof CancelledError, String(error));
  assert.equal(error.job_id, "a");
  assert.equal((await second).status, "succeeded");
});

test("a watch that nobody reads on holds up no other wait", async (t) => {
  const { client } = await gateway(t, (_, time) => ({
    id: "a",
    status: time < 5 ? "in_progress" : "completed",
  }));
  const kept = client.videos.updates("a");
  assert.equal((await kept.next()).value.status, "running");
  const done = await client.videos.wait("a", { timeout: 20 });
  assert.equal(done.status, "succeeded");
  await kept.return();
});

test("a word that nobody knows is told, and the file proves the end", async (t) => {
  const { simulator, client: maker } = start(t);
  const video = await (await maker.videos.generate({ prompt: "a cat" })).bytes();
  assert.ok(simulator.url);
  const base_url = await serve(t, (request, response) => {
    if (request.url.endsWith("/content")) return response.end(video);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ id: "a", status: "marinating", progress: 100 }));
  });
  const events = [];
  const client = new Client({
    dialect: "openai",
    base_url,
    api_key: "k",
    poll_interval: 0.05,
    environment: false,
    onEvent: (event) => events.push(event),
  });
  t.after(() => client.close());
  const done = await client.videos.wait("a", { timeout: 30 });
  assert.equal(done.status, "succeeded");
  assert.equal(done.status_word, "marinating");
  assert.deepEqual(await done.bytes(), video);
  const told = events.filter(({ event }) => event === "unknown_status");
  assert.deepEqual(told, [
    { event: "unknown_status", job_id: "a", status_word: "marinating", progress: 100 },
  ]);
  const warnings = events.filter(({ event }) => event === "warning");
  assert.equal(warnings.length, 1);
  assert.match(warnings[0].message, /marinating/);
});

test("the download of a failed job is the job's own failure", async (t) => {
  const { client, asked } = await gateway(t, () => ({
    id: "a",
    status: "failed",
    error: { message: "the GPU is out of memory" },
  }));
  const job = await client.videos.get({ id: "a" });
  const before = asked.length;
  for (const call of [job.bytes(), job.stream(), job.download("/nowhere/cat.mp4").catch((e) => {
    assert.equal(e.field, "path");
    return client.videos.bytes("a");
  })]) {
    const error = await call.catch((error) => error);
    assert.ok(error instanceof GenerationFailedError, String(error));
    assert.equal(error.retryable, false);
    assert.match(error.message, /out of memory/);
  }
  assert.ok(asked.slice(before).every((path) => !path.includes("content")));
});

test("an operation of another dialect is refused before anything is sent", async (t) => {
  const { simulator, client } = start(t);
  for (const call of [
    () => client.openai.videos.create({ prompt: "a cat" }),
    () => client.openai.videos.get({ video_id: "v" }),
    () => client.sora2api.chat.create({ model: "m", messages: [] }),
  ]) {
    const error = await call().catch((error) => error);
    assert.ok(error instanceof UnsupportedError, String(error));
    assert.match(error.message, /this client speaks `sora`/);
  }
  assert.equal(simulator.journal().length, 0);
});
