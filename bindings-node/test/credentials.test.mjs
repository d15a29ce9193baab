// Which credential goes where, and what of it outlives the process.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { AuthenticationError, Client } from "../dist/index.mjs";
import { folder, simulate } from "./support.mjs";

const entry = new URL("../dist/index.mjs", import.meta.url).href;

function authorizations(simulator) {
  const headers = simulator.journal().map((request) => Object.fromEntries(request.headers));
  return headers.map(({ authorization }) => authorization).filter(Boolean);
}

test("a key in code silences the environment's credential", async (t) => {
  const simulator = simulate(t);
  process.env.SORAKIT_ACCESS_TOKEN = "token-of-the-environment";
  process.env.SORAKIT_REFRESH_TOKEN = "refresh-of-the-environment";
  t.after(() => {
    delete process.env.SORAKIT_ACCESS_TOKEN;
    delete process.env.SORAKIT_REFRESH_TOKEN;
  });
  const base_url = simulator.baseUrl("openai");
  const client = new Client({ dialect: "openai", base_url, api_key: "key-in-code" });
  await assert.rejects(client.models.list(), AuthenticationError);
  assert.deepEqual(authorizations(simulator), ["Bearer key-in-code"]);
});

test("a simulator's client takes nothing from the environment", async (t) => {
  const simulator = simulate(t);
  const file = path.join(await folder(t), "account.json");
  await writeFile(file, '{"access_token": "precious"}', { mode: 0o600 });
  process.env.SORAKIT_CREDENTIAL_FILE = file;
  t.after(() => delete process.env.SORAKIT_CREDENTIAL_FILE);
  await new Client(simulator.options()).sora.quota.check();
  assert.equal(await readFile(file, "utf8"), '{"access_token": "precious"}');
  assert.ok(!authorizations(simulator).includes("Bearer precious"));
});

/** A process that ends, or is ended, while it renews. */
function renewing(t, simulator, file, program, head = `import { Client } from ${JSON.stringify(entry)};`) {
  simulator.addFault({
    operation: "sora.tokens.refresh",
    action: { kind: "stall_answer", ms: 1200 },
  });
  const { refresh_token, client_id } = simulator.credentials;
  const { dialect, base_url } = simulator.options();
  const options = { dialect, base_url, refresh_token, client_id, credential_file: file };
  const text = `
    ${head}
    const options = ${JSON.stringify(options)};
    ${program}
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", text], { stdio: "inherit" });
  t.after(() => child.kill("SIGKILL"));
  return { child, options };
}

async function goesOn(simulator, options) {
  await new Client(options).sora.quota.check();
  assert.equal(simulator.journal("sora.tokens.refresh").length, 1);
}

const GIVES_UP = `
  const client = new Client({ ...options, total_timeout: 0.2 });
  await client.sora.quota.check().catch(() => {});
`;

for (const [how, program] of [
  ["ends", GIVES_UP],
  ["calls process.exit", `${GIVES_UP} process.exit(0);`],
  ["closes its client", `${GIVES_UP} await client[Symbol.asyncDispose](); process.reallyExit(0);`],
]) {
  test(`a process that ${how} waits for a renewal`, async (t) => {
    const simulator = simulate(t);
    const file = path.join(await folder(t), "account.json");
    const { child, options } = renewing(t, simulator, file, program);
    const [code] = await once(child, "exit");
    assert.equal(code, 0);
    await goesOn(simulator, options);
  });
}

test("a signal in mid-renewal takes effect when it is stored", { skip: process.platform === "win32" }, async (t) => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGQUIT", "SIGUSR2", "SIGALRM"]) {
    const simulator = simulate(t);
    const file = path.join(await folder(t), "account.json");
    const { child, options } = renewing(t, simulator, file, "await new Client(options).sora.quota.check();");
    while (simulator.journal("sora.tokens.refresh").length === 0) await sleep(20);
    child.kill(signal);
    const [, ended] = await once(child, "exit");
    assert.equal(ended, signal);
    await goesOn(simulator, options);
  }
});

/** Renews in a thread of its own, and ends that thread meanwhile. */
const IN_A_WORKER = `
  const { Worker } = await import("node:worker_threads");
  const program = \`
    import { workerData } from "node:worker_threads";
    import { Client } from ${JSON.stringify(entry)};
    const client = new Client({ ...workerData, total_timeout: 0.2 });
    await client.sora.quota.check().catch(() => {});
    WHEN
  \`;
`;

for (const [how, when, then] of [
  ["ends", "", ""],
  ["exits", "process.exit(0);", ""],
  ["is ended", "setInterval(() => {}, 1000);", "setTimeout(() => worker.terminate(), 600);"],
  ["is ended with the process", "setInterval(() => {}, 1000);", "setTimeout(() => process.exit(0), 600);"],
]) {
  test(`a worker that ${how} waits for a renewal`, async (t) => {
    const simulator = simulate(t);
    const file = path.join(await folder(t), "account.json");
    const program = `
      ${IN_A_WORKER.replace("WHEN", when)}
      const url = new URL("data:text/javascript," + encodeURIComponent(program));
      const worker = new Worker(url, { workerData: options });
      ${then}
    `;
    // The main thread does not know the library.
    const { child, options } = renewing(t, simulator, file, program, "");
    const [code] = await once(child, "exit");
    assert.equal(code, 0);
    await goesOn(simulator, options);
  });
}

test("a handler of the program's own is not replaced", { skip: process.platform === "win32" }, async (t) => {
  const simulator = simulate(t);
  const file = path.join(await folder(t), "account.json");
  const program = `
    process.on("SIGTERM", () => process.exit(7));
    await new Client(options).sora.quota.check();
  `;
  const { child, options } = renewing(t, simulator, file, program);
  while (simulator.journal("sora.tokens.refresh").length === 0) await sleep(20);
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  assert.equal(code, 7);
  await goesOn(simulator, options);
});
