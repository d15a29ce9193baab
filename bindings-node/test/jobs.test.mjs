// Videos and images from the first request to the file, against the simulator.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { format, inspect } from "node:util";

import {
  checkTarget,
  CancelledError,
  Client,
  ContentPolicyError,
  ERRORS,
  InvalidInputError,
  Job,
  NotFoundError,
  OutcomeUnknownError,
  SorakitError,
  TimeoutError,
  UnsupportedError,
} from "../dist/index.mjs";
import { connect, folder, serve, simulate, start } from "./support.mjs";

test("a stream says how long its file is, and what, and takes a range", async (t) => {
  const { simulator, client } = start(t);
  const job = await client.videos.generate({ prompt: "a cat" });
  const all = await job.bytes();
  const { length } = all;
  const whole = await job.stream();
  const known = ({ length, start, end, media_type }) => ({ length, start, end, media_type });
  assert.deepEqual(known(whole), { length, start: 0, end: length, media_type: "video/mp4" });
  await whole.cancel();
  for (const [range, from, to] of [
    [{ start: 10, end: 20 }, 10, 20],
    [{ start: 1000 }, 1000, length],
    [{ end: 5 }, 0, 5],
    [{}, 0, length],
  ]) {
    const part = await client.videos.stream(job.id, { range });
    assert.deepEqual(known(part), { length, start: from, end: to, media_type: "video/mp4" });
    const chunks = [];
    for await (const chunk of part) chunks.push(chunk);
    assert.ok(Buffer.concat(chunks).equals(all.subarray(from, to)));
  }
  assert.ok((await client.bytes(job.video.url, { range: { start: 3, end: 9 } })).equals(all.subarray(3, 9)));
  simulator.clearJournal();
  for (const [range, field] of [
    [{ start: -1 }, "start"],
    [{ start: 1.5 }, "start"],
    [{ start: "5" }, "start"],
    [{ end: Number.NaN }, "end"],
    [{ start: 5, end: 5 }, "end"],
    [{ stop: 5 }, "stop"],
    [7, "range"],
  ]) {
    await assert.rejects(job.stream({ range }), (error) => error.kind === "invalid_input" && error.field === field);
  }
  assert.equal(simulator.journal().length, 0, "refused before anything is sent");
  await assert.rejects(job.stream({ range: { start: length } }), { kind: "invalid_input", field: "start" });
});

test("a video is made, watched, downloaded, streamed and read", async (t) => {
  const { simulator, client } = start(t);
  const place = await folder(t);
  const seen = [];
  const job = await client.videos.generate(
    { prompt: "a cat in the snow", duration: 10 },
    { onProgress: ({ status, progress }) => seen.push([status, progress]) },
  );
  assert.ok(job instanceof Job);
  assert.equal(job.status, "succeeded");
  assert.equal(seen.at(-1)[0], "succeeded");
  const progress = seen.map(([, progress]) => progress);
  assert.deepEqual(progress, progress.toSorted?.((a, b) => a - b) ?? progress);
  assert.equal(simulator.journal("sora.videos.create").length, 1);

  const file = path.join(place, "cat.mp4");
  const transfers = [];
  const download = await job.download(file, { onProgress: (now) => transfers.push(now) });
  const bytes = await readFile(file);
  assert.deepEqual([download.path, download.bytes], [file, bytes.length]);
  assert.equal(download.video.duration, 10);
  assert.deepEqual(transfers.at(-1), { done: bytes.length, total: bytes.length });
  assert.deepEqual(await readdir(place), ["cat.mp4"]);

  const hash = createHash("sha256");
  for await (const chunk of await job.stream()) hash.update(chunk);
  assert.equal(hash.digest("hex"), createHash("sha256").update(bytes).digest("hex"));

  const inMemory = await job.bytes();
  assert.ok(Buffer.isBuffer(inMemory));
  assert.ok(inMemory.equals(bytes));
});

test("updates end with the job, or with the loop", async (t) => {
  const { client } = start(t);
  const job = await client.videos.create({ prompt: "a dog" });
  let last;
  for await (const update of job.updates()) last = update;
  assert.equal(last.status, "succeeded");
  assert.equal(last.id, job.id);

  const stuck = await client.videos.create({ prompt: "simulate:stuck" });
  let count = 0;
  for await (const update of stuck.updates()) {
    assert.notEqual(update.status, "succeeded");
    if (++count === 3) break;
  }
  assert.equal(count, 3);
});

test("a job is resumed by its id in another client", async (t) => {
  const { simulator, client } = start(t);
  const { id } = await client.videos.create({ prompt: "a bird" });
  const other = connect(t, simulator);
  const job = await other.videos.resume(id).wait();
  assert.equal(job.status, "succeeded");
  assert.equal(JSON.parse(JSON.stringify(job)).id, id);
  assert.equal((await other.videos.wait(id)).status, "succeeded");
  assert.equal((await other.videos.get({ id })).status, "succeeded");
});

test("lists come in pages, and pages as jobs", async (t) => {
  const { client } = start(t, {}, { speed: 2000, shapes: "observed" });
  const ids = new Set();
  for (const prompt of ["one", "two", "three"]) {
    ids.add((await client.videos.generate({ prompt })).id);
  }
  const page = await client.videos.list({ limit: 2 });
  assert.equal(page.items.length, 2);
  assert.ok(page.items[0] instanceof Job);
  let found = 0;
  for await (const job of client.videos.pages({ limit: 1 })) {
    assert.equal(job.status, "succeeded");
    found += 1;
  }
  assert.equal(found, ids.size);
  const drafts = [];
  for await (const draft of client.sora.drafts.list_items({ limit: 1 })) drafts.push(draft.id);
  assert.equal(new Set(drafts).size, ids.size);
  const signal = AbortSignal.abort();
  await assert.rejects(client.sora.drafts.list_items({}, { signal }).next(), CancelledError);
  const characters = [];
  for await (const one of client.characters.pages({ username: "s" })) characters.push(one.id);
  const { items } = await client.characters.search({ username: "s" });
  assert.deepEqual(characters, items.map(({ id }) => id));
});

test("images are made", async (t) => {
  const { client } = start(t);
  const job = await client.images.generate({ prompt: "a boat" });
  assert.equal(job.kind, "image");
  assert.equal(job.status, "succeeded");
  assert.ok(job.images.length > 0);
  const bytes = await job.bytes();
  assert.ok(Buffer.isBuffer(bytes));
  assert.match(bytes.toString("latin1", 0, 12), /PNG|WEBP|\xff\xd8/);
  const chunks = [];
  for await (const chunk of await client.images.stream(job, { index: 0 })) chunks.push(chunk);
  assert.ok(Buffer.concat(chunks).equals(bytes));
  await assert.rejects(job.bytes({ index: 99 }), { name: "InvalidInputError", field: "index" });
});

test("the jobs of an account share their polls", async (t) => {
  const account = { concurrency: 50, quota: 50 };
  const { simulator, client } = start(t, { poll_interval: 0.2 }, { speed: 100, account });
  const prompts = Array.from({ length: 30 }, (_, number) => `cat ${number}`);
  const jobs = await Promise.all(prompts.map((prompt) => client.videos.create({ prompt })));
  simulator.clearJournal();
  const done = await Promise.all(jobs.map((job) => job.wait()));
  assert.ok(done.every(({ status }) => status === "succeeded"));
  const polls = simulator.journal("sora.tasks.pending").length;
  assert.ok(polls >= 1 && polls <= 60, `${polls} polls for 30 jobs`);
});

test("a gateway gives the same job, and chat as events", async (t) => {
  const simulator = simulate(t);
  const client = connect(t, simulator, {}, "sora2api");
  assert.equal(client.dialect, "sora2api");
  assert.equal(client.baseUrl, simulator.baseUrl("sora2api"));
  const job = await client.videos.generate({ prompt: "a fox", model: "sora-2" });
  assert.equal(job.status, "succeeded");
  assert.ok((await job.bytes()).length > 1000);

  const request = {
    model: "sora-video-landscape-10s",
    messages: [{ role: "user", content: "a fox" }],
  };
  const chunks = [];
  for await (const chunk of client.sora2api.chat.stream(request)) chunks.push(chunk);
  assert.ok(chunks.length > 1);
  assert.ok(chunks.at(-1).choices[0].finish_reason);
  const whole = await client.sora2api.chat.create(request);
  assert.match(JSON.stringify(whole), /\.mp4/);
});

test("an error has its class, its fields, its cause and a real stack", async (t) => {
  const { client } = start(t);
  async function theCaller() {
    await client.videos.generate({ prompt: "simulate:content_policy_violation" });
  }
  const error = await theCaller().catch((error) => error);
  assert.ok(error instanceof ContentPolicyError);
  assert.ok(error instanceof SorakitError);
  assert.equal(error.name, "ContentPolicyError");
  assert.equal(error.kind, "content_policy");
  assert.equal(error.operation, "videos.wait");
  assert.equal(error.retryable, false);
  assert.match(error.job_id, /^(task|gen)_/);
  assert.match(error.stack, /ContentPolicyError: videos\.wait/);
  assert.match(error.stack, /theCaller.*jobs\.test\.mjs/);

  const refused = await client.videos.create({ prompt: "x", lenght: 3 }).catch((error) => error);
  assert.ok(refused instanceof InvalidInputError);
  assert.match(refused.message, /lenght/);
  // Half of an emoji.
  await assert.rejects(client.videos.create({ prompt: "a cat \ud83d" }), {
    name: "InvalidInputError",
    field: "prompt",
    message: /half of a character/,
  });
  const shots = [{ duration: 5, scene: "it wakes" }, { duration: 5, scene: "\udc00" }];
  await assert.rejects(client.videos.create({ prompt: "x", storyboard: shots }), {
    name: "InvalidInputError",
    field: "storyboard.1.scene",
  });
  for (const [field, call] of [
    ["references.0.path", () => client.videos.create({ prompt: "x", references: [{ path: "\ud83d.png" }] })],
    ["url", () => client.download("https://a.example/\ud83d", "cat.mp4")],
    ["url", () => client.stream("https://a.example/\ud83d")],
    ["path", () => client.download("https://a.example/v.mp4", "cat\ud83d.mp4")],
    ["path", async () => checkTarget("cat\ud83d.mp4")],
  ]) {
    await assert.rejects(call, { name: "InvalidInputError", field, message: /half of a character/ });
  }
  // Further fields are JSON.
  await assert.rejects(client.videos.create({ prompt: "x", extra: { y: [Buffer.from("bytes")] } }), {
    name: "InvalidInputError",
    field: "extra.y.0",
  });
  for (const call of [
    () => client.videos.remix({ id: "gen_1", prompt: "x", lenght: 3 }),
    () => client.sora.drafts.list({ lenght: 3 }),
  ]) {
    await assert.rejects(call, /lenght: is not known; .*(duration|limit)/);
  }
  assert.throws(() => new Client({ dialect: "sora", base_url: "nowhere" }), {
    name: "InvalidInputError",
    field: "base_url",
  });
  assert.equal(Object.keys(ERRORS).length, 27);

  const closed = await serve(t, () => {});
  const unreachable = new Client({
    dialect: "sora",
    base_url: closed.replace(/:\d+$/, ":1"),
    access_token: "t",
    max_retries: 0,
  });
  const broken = await unreachable.sora.quota.check().catch((error) => error);
  assert.equal(broken.kind, "connection");
  assert.ok(broken.cause instanceof Error, "no cause");
});

test("what goes wrong in a job has its own class", async (t) => {
  const { simulator, client } = start(t, { grace: 0.2 });
  await assert.rejects(client.videos.get({ id: "task_nothing" }), NotFoundError);
  await assert.rejects(client.videos.generate({ prompt: "simulate:vanish" }), OutcomeUnknownError);
  const stuck = await client.videos.create({ prompt: "simulate:stuck" });
  await assert.rejects(stuck.wait({ timeout: 0.2 }), TimeoutError);
  await assert.rejects(stuck.wait({ timeout: -1 }), { field: "timeout" });
  const gateway = connect(t, simulator, {}, "sora2api");
  await assert.rejects(gateway.videos.delete({ id: "x" }), UnsupportedError);

  simulator.addFault({ operation: "sora.videos.create", action: { kind: "reset_after" } });
  const before = simulator.journal("sora.videos.create").length;
  await assert.rejects(client.videos.create({ prompt: "a cat" }), OutcomeUnknownError);
  assert.equal(simulator.journal("sora.videos.create").length, before + 1, "it was sent twice");
});

test("several videos inside the answer", async (t) => {
  const media = new URL("../../core/tests/media/", import.meta.url);
  const [cat, dog] = await Promise.all(["faststart.mp4", "rotated.mp4"].map((name) => readFile(new URL(name, media))));
  const data = [cat, dog].map((video) => ({ b64_json: video.toString("base64") }));
  const answer = { id: "video_1", status: "completed", size: "832x480", data };
  const url = await serve(t, (_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  const client = new Client({ dialect: "openai", base_url: `${url}/v1`, api_key: "test" });
  t.after(() => client.close());
  const job = await client.videos.generate({ prompt: "a cat", size: "840x480" });
  assert.deepEqual(job.raw, answer);
  assert.deepEqual(job.videos.map((video) => video.url), ["", ""]);
  assert.equal(job.base_url, `${url}/v1`);
  assert.equal(job.requested.size, "840x480");
  const place = await folder(t);
  const all = await job.downloadAll(path.join(place, "{n}.mp4"));
  assert.deepEqual(all.map((one) => path.basename(one.path)), ["1.mp4", "2.mp4"]);
  assert.deepEqual(await readFile(path.join(place, "2.mp4")), dog);
  assert.deepEqual(Buffer.from(await job.bytes({ index: 1 })), dog);
  const again = await client.videos.downloadAll("video_1", path.join(place, "cat.mp4"));
  assert.deepEqual(again.map((one) => path.basename(one.path)), ["cat.mp4", "cat-2.mp4"]);
  // A name that nobody gave takes no other file's place.
  await writeFile(path.join(place, "hen-2.mp4"), "precious");
  const beside = await client.videos.downloadAll(job, path.join(place, "hen.mp4"));
  assert.deepEqual(beside.map((one) => path.basename(one.path)), ["hen.mp4", "hen-2 (1).mp4"]);
  assert.equal(await readFile(path.join(place, "hen-2.mp4"), "utf8"), "precious");
  await client.videos.download(job, path.join(place, "dog.mp4"), { index: 1 });
  assert.deepEqual(await readFile(path.join(place, "dog.mp4")), dog);
  await assert.rejects(job.bytes({ index: 2 }), { kind: "invalid_input", field: "index" });
});

test("a console shows nothing that turns or hides its text", async (t) => {
  const odd = "a\u202eb\u001b[2Jc\u200fd";
  const listed = { object: "list", data: [{ id: odd, object: "video", status: "failed", prompt: odd, error: { code: "x", message: odd } }] };
  const url = await serve(t, (_, answer) => answer.writeHead(200).end(JSON.stringify(listed)));
  const client = new Client({ dialect: "openai", base_url: url, api_key: "key" });
  const { items } = await client.videos.list();
  const raw = await client.openai.videos.list();
  const error = new NotFoundError({ kind: "not_found", message: "x", job_id: odd, retryable: false });
  for (const value of [items[0], items[0].error, items[0].raw, items, raw, { within: items }, error]) {
    for (const shown of [inspect(value, { depth: 9 }), format("%o", value), format("%O", value)]) {
      assert.doesNotMatch(shown, /[\u202e\u001b\u200f]/, shown);
    }
  }
  assert.equal(items[0].id, odd, "the value itself is exact");
  assert.equal(error.job_id, odd);
  assert.match(inspect(error), /NotFoundError: x/);
});

test("a job stands for its id wherever one is taken", async (t) => {
  const { client } = start(t);
  const job = await client.videos.generate({ prompt: "a cat" });
  for (const one of [job, { ...job }, job.id, { id: job.id }]) {
    assert.equal((await client.videos.get(one)).id, job.id);
  }
  assert.equal(client.videos.resume(job).id, job.id);
  const post = await client.videos.publish(job, { text: "a cat" });
  assert.ok(post instanceof Job, "it can be downloaded");
  for (const remix of [
    () => client.videos.remix(post, { prompt: "at night" }),
    () => client.videos.remix({ id: post.id, prompt: "at night" }),
    () => client.videos.create({ prompt: "at night", remix: post }),
  ]) {
    const again = await remix();
    assert.ok(again instanceof Job && again.id !== job.id);
    await again.wait();
  }
  await client.videos.unpublish(post);
  for (const [call, field] of [
    [() => client.videos.get(""), "id"],
    [() => client.videos.remix(job, "at night"), "params"],
    [() => client.videos.get({ id: job.id, idd: 1 }), "idd"],
  ]) {
    await assert.rejects(call(), (error) => error instanceof InvalidInputError && error.field === field);
  }
});
