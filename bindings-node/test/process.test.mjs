// What a process sees: its end, its threads, its clients that are closed.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";

import { Client, ConfigurationError, Simulator } from "../dist/index.mjs";
import { connect, simulate, start } from "./support.mjs";

const entry = new URL("../dist/index.mjs", import.meta.url).href;
const head = `import { Client, Simulator, solvePow } from ${JSON.stringify(entry)};\n`;

/** Runs a program to its end; one that does not end is killed, and fails. */
function run(program, ...flags) {
  const args = [...flags, "--input-type=module", "-e", head + program];
  return promisify(execFile)(process.execPath, args, { timeout: 20_000 });
}

test("a process ends when nothing is pending", async () => {
  const { stdout } = await run(`
    const simulator = new Simulator({ speed: 200 });
    const store = { load() {}, save() {} };
    const onEvent = () => {};
    const client = new Client({ ...simulator.options(), poll_interval: 0.02, store, onEvent });
    const job = await client.videos.generate({ prompt: "a cat" }, { onProgress() {} });
    for await (const update of job.updates()) break;
    for await (const chunk of await job.stream()) break;
    await solvePow({ seed: "1", difficulty: "00ff" }, { onProgress() {} });
    console.log(job.status);
  `);
  assert.equal(stdout.trim(), "succeeded");
});

test("a process with a call under way goes on until it is done", async () => {
  const { stdout } = await run(`
    const simulator = new Simulator({ speed: 200 });
    const client = new Client({ ...simulator.options(), poll_interval: 0.02 });
    client.videos.generate({ prompt: "a cat" }).then((job) => console.log(job.status));
  `);
  assert.equal(stdout.trim(), "succeeded");
});

test("a process may end at once with a call under way", async () => {
  const { stdout } = await run(`
    const simulator = new Simulator();
    const client = new Client(simulator.options());
    client.videos.generate({ prompt: "simulate:stuck" }, { onProgress() {} });
    setTimeout(() => { console.log("leaving"); process.exit(0); }, 100);
  `);
  assert.equal(stdout.trim(), "leaving");
});

test("worker threads have clients of their own", async (t) => {
  const simulator = simulate(t);
  const program = `
    import { parentPort, workerData } from "node:worker_threads";
    ${head}
    const client = new Client(workerData);
    const job = await client.videos.generate({ prompt: "a cat" });
    parentPort.postMessage(job.status);
  `;
  const url = new URL(`data:text/javascript,${encodeURIComponent(program)}`);
  const workers = [0, 1, 2].map(
    () => new Worker(url, { workerData: { ...simulator.options(), poll_interval: 0.02 } }),
  );
  const answers = await Promise.all(workers.map((worker) => once(worker, "message")));
  assert.deepEqual(answers.flat(), ["succeeded", "succeeded", "succeeded"]);
  await Promise.all(workers.map((worker) => worker.terminate()));
});

test("a worker can be ended at any moment", async () => {
  const { stdout } = await run(`
    import { Worker } from "node:worker_threads";
    const simulator = new Simulator();
    const program = \`
      import { parentPort, workerData } from "node:worker_threads";
      import { Client, solvePow } from ${JSON.stringify(entry)};
      const client = new Client({ ...workerData, poll_interval: 0.01, onEvent() {} });
      client.videos.generate({ prompt: "simulate:stuck" }, { onProgress() {} });
      solvePow({ seed: "1", difficulty: "0000000000" }, { max_tries: 1e15, onProgress() {}, timeout: 5 }).catch(() => {});
      setInterval(() => {}, 1000);
    \`;
    const url = new URL("data:text/javascript," + encodeURIComponent(program));
    for (let ms = 0; ms < 400; ms += 80) {
      const worker = new Worker(url, { workerData: simulator.options() });
      await new Promise((resolve) => setTimeout(resolve, ms));
      await worker.terminate();
    }
    const client = new Client({ ...simulator.options() });
    console.log(typeof (await client.sora.quota.check()));
    process.exit(0);
  `);
  assert.equal(stdout.trim(), "object");
});

test("clients and simulators are closed at the end of a block", async () => {
  const simulator = new Simulator();
  const client = new Client(simulator.options());
  await client.sora.quota.check();
  await client[Symbol.asyncDispose]();
  await assert.rejects(client.sora.quota.check(), ConfigurationError);
  assert.throws(() => client.videos.resume("task_1"), ConfigurationError);
  client[Symbol.dispose]();
  const url = simulator.url;
  simulator[Symbol.dispose]();
  assert.throws(() => simulator.url, /stopped/);
  await assert.rejects(fetch(url));
  await simulator[Symbol.asyncDispose]();
});

test("a call that is under way outlives its closed client", async (t) => {
  const { client } = start(t);
  const job = client.videos.generate({ prompt: "a cat" });
  setTimeout(() => client.close(), 20);
  // The job is waited for by a second call, which needs the client.
  await job.catch((error) => assert.ok(error instanceof ConfigurationError));
});

test("two hundred calls at once", async (t) => {
  const { client } = start(t);
  const calls = Array.from({ length: 200 }, () => client.sora.quota.check());
  assert.equal((await Promise.all(calls)).length, 200);
  const other = connect(t, simulate(t));
  assert.ok(await other.sora.quota.check());
});
