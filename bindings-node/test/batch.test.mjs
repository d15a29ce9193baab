// Batches: nothing twice, whatever ends the program.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";

import { Batch, ContentPolicyError, InvalidInputError, SorakitError } from "../dist/index.mjs";
import { connect, folder, simulate } from "./support.mjs";

const account = { concurrency: 1000, quota: 100_000 };
const cats = (count) =>
  Array.from({ length: count }, (_, n) => ({ prompt: `cat ${n}`, duration: 4, custom_id: `cat-${n}` }));
const made = (simulator) => simulator.journal("openai.videos.create").length;

async function collect(batch) {
  const results = [];
  for await (const result of batch) results.push(result);
  return results;
}

async function until(what, done) {
  for (let tries = 0; !done(); tries += 1) {
    assert.ok(tries < 6000, what);
    await wait(10);
  }
}

test("requests become files, and a run that was left goes on", async (t) => {
  const simulator = simulate(t, { account });
  const client = connect(t, simulator, {}, "openai");
  const place = await folder(t);
  let batch = new Batch(place, client, { jobs: 2 });
  const added = await batch.add([...cats(5), "a dog"]);
  assert.deepEqual([added.new, added.known, added.invalid], [6, 0, 0]);
  for await (const result of batch) {
    assert.equal(result.state, "done");
    assert.ok((await stat(result.files[0])).size > 1000);
    break;
  }
  batch.close();

  batch = new Batch(place, client);
  t.after(() => batch.close());
  assert.equal((await batch.add([...cats(5), "a dog"])).known, 6);
  for (const result of await collect(batch)) assert.equal(result.state, "done");
  assert.equal(batch.counts().done, 6);
  const ids = (await batch.results()).map((result) => result.custom_id);
  assert.deepEqual(ids, [...cats(5).map((cat) => cat.custom_id), null]);
  assert.equal(made(simulator), 6);
});

test("one that is stopped in mid-run waits for what was sent, and its ledger is right", async (t) => {
  const simulator = simulate(t, { account, speed: 0.1 });
  const client = connect(t, simulator, {}, "openai");
  const batch = new Batch(await folder(t), client, { jobs: 3 });
  t.after(() => batch.close());
  await batch.add(cats(8));
  const running = collect(batch);
  await until("three run", () => batch.counts().running === 3);
  await assert.rejects(collect(batch), { kind: "conflict" });
  batch.stop();
  simulator.setSpeed(200);
  assert.equal((await running).length, 3);
  const { done, waiting } = batch.counts();
  assert.deepEqual([done, waiting], [3, 5]);
  assert.equal((await collect(batch)).length, 5);
  assert.equal(made(simulator), 8);
});

test("one that is closed in mid-run ends its loop and lets go of its ledger", async (t) => {
  const simulator = simulate(t, { account, speed: 0.1 });
  const client = connect(t, simulator, {}, "openai");
  const place = await folder(t);
  const batch = new Batch(place, client, { jobs: 2 });
  await batch.add(cats(2));
  const running = collect(batch);
  await until("two run", () => batch.counts().running === 2);
  batch.close();
  const again = new Batch(place, client);
  t.after(() => again.close());
  assert.equal(again.counts().running, 2);
  assert.deepEqual(await running, []);
});

test("bad requests are named before anything is sent", async (t) => {
  const simulator = simulate(t, { account });
  const client = connect(t, simulator, {}, "openai");
  const place = await folder(t);
  const batch = new Batch(place, client);
  t.after(() => batch.close());
  const requests = [
    { prompt: "a cat" },
    { prompt: "a dog", size: "wide" },
    { prompt: "a bird", references: [{ path: path.join(place, "gone.png") }] },
    { promt: "a cow" },
  ];
  await assert.rejects(batch.add(requests), (error) => {
    assert.ok(error instanceof InvalidInputError);
    assert.match(error.message, /line 2: size/);
    return error.field === "size";
  });
  const added = await batch.add(requests, { skipInvalid: true });
  assert.deepEqual([added.new, added.invalid], [1, 3]);
  assert.deepEqual(added.errors.map((error) => error.message.split(":")[0]), ["line 2", "line 3", "line 4"]);
  assert.equal(made(simulator), 0);
  await assert.rejects(batch.add([{ prompt: "x", references: [new Uint8Array(4)] }]), /keeps no bytes/);
  await assert.rejects(batch.add([], { skip: true }), InvalidInputError);
  assert.throws(() => new Batch(place, {}), InvalidInputError);
  await writeFile(path.join(place, "prompts.jsonl"), '{"prompt": "a cat"}\n{"prompt": "a fish"}\n');
  const read = await batch.addFile(path.join(place, "prompts.jsonl"));
  assert.equal(read.new + read.known, 2);
});

test("what is lost is unknown, and what failed is sent again on purpose", async (t) => {
  const simulator = simulate(t, { account });
  const client = connect(t, simulator, {}, "relay");
  simulator.addFault({ operation: "relay.videos.create", action: { kind: "reset_after" } });
  const batch = new Batch(await folder(t), client, { jobs: 1 });
  t.after(() => batch.close());
  await batch.add([
    { prompt: "a cat", custom_id: "lost" },
    { prompt: "simulate:content_policy_violation", custom_id: "bad" },
  ]);
  const [lost, bad] = await collect(batch);
  assert.deepEqual([lost.state, lost.error.kind], ["unknown", "outcome_unknown"]);
  assert.ok(lost.error instanceof SorakitError);
  assert.ok(bad.error instanceof ContentPolicyError);
  assert.equal(batch.retryFailed(), 1);
});

test("a program that is killed is gone on with", async (t) => {
  const simulator = simulate(t, { account, speed: 0.1 });
  const place = await folder(t);
  const program = `
    import { Batch, Client } from ${JSON.stringify(new URL("../dist/index.mjs", import.meta.url))};
    const [folder, options] = process.argv.slice(1);
    const batch = new Batch(folder, new Client(JSON.parse(options)), { jobs: 3 });
    await batch.add(Array.from({ length: 6 }, (_, n) => "cat " + n));
    for await (const result of batch) console.log(result.state);
  `;
  const options = JSON.stringify({ ...simulator.options("openai"), poll_interval: 0.05 });
  const begin = () =>
    spawn(process.execPath, ["--input-type=module", "-e", program, "--", place, options], {
      stdio: ["ignore", "pipe", "inherit"],
    });
  const first = begin();
  await until("three are sent", () => made(simulator) >= 3);
  first.kill("SIGKILL");
  await once(first, "exit");
  simulator.setSpeed(200);
  const second = begin();
  let said = "";
  second.stdout.on("data", (bytes) => (said += bytes));
  const [status] = await once(second, "close");
  assert.equal(status, 0);
  const states = said.trim().split("\n");
  assert.equal(states.length, 6, said);
  assert.ok(states.every((state) => state === "done" || state === "unknown"), said);
  assert.ok(made(simulator) <= 6);
});
