// What happens inside calls: callbacks, Node's channels, and never a secret.

import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import path from "node:path";
import { test } from "node:test";

import { Client, InvalidInputError } from "../dist/index.mjs";
import { connect, folder, simulate } from "./support.mjs";

/** Waits for what comes by another way than the answer. */
async function until(done) {
  for (let turn = 0; !done(); turn += 1) {
    assert.ok(turn < 600, "it is told");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("every request and answer is told without secrets", async (t) => {
  const simulator = simulate(t);
  const { access_token, refresh_token, client_id } = simulator.credentials;
  const requests = [];
  const responses = [];
  const others = [];
  const client = new Client({
    dialect: "sora",
    base_url: `${simulator.baseUrl("sora")}?code=hidden-in-the-query`,
    environment: false,
    refresh_token,
    client_id,
    headers: { "x-gateway": "hidden-in-a-header" },
    query: { tier: "hidden-in-an-option" },
    poll_interval: 0.02,
    onRequest: (request) => requests.push(request),
    onResponse: (response) => responses.push(response),
    onEvent: (event) => others.push(event),
  });
  t.after(() => client.close());
  simulator.addFault({ operation: "sora.quota.check", action: { kind: "status", status: 503 } });
  await client.account.quota();
  const job = await client.videos.generate({ prompt: "a cat" });
  await job.download(path.join(await folder(t), "cat.mp4"));
  await until(() => responses.some(({ operation }) => operation === null));
  const quota = responses.filter(({ operation }) => operation === "sora.quota.check");
  assert.deepEqual(quota.map(({ status }) => status), [503, 200]);
  assert.equal(quota[0].method, "GET");
  assert.ok(quota[0].url.startsWith(`${simulator.url}/`), quota[0].url);
  assert.ok(quota[0].elapsed > 0);
  assert.equal(quota[1].headers["content-type"], "application/json");
  assert.ok(requests.length >= responses.length);
  assert.ok(others.some(({ event }) => event === "renewed"));
  const everything = JSON.stringify([requests, responses, others]);
  for (const secret of [access_token, refresh_token, "hidden-in", "eyJ", "sig="]) {
    assert.ok(!everything.includes(secret), secret);
  }
});

test("subscribers of Node's channels are told, whenever they come", async (t) => {
  const simulator = simulate(t);
  const client = connect(t, simulator);
  await client.sora.quota.check();
  const told = { "sorakit:request": [], "sorakit:response": [], "sorakit:event": [] };
  const listeners = Object.entries(told).map(([name, list]) => [name, (message) => list.push(message)]);
  for (const [name, listener] of listeners) subscribe(name, listener);
  t.after(() => listeners.forEach(([name, listener]) => unsubscribe(name, listener)));
  simulator.addFault({ operation: "sora.quota.check", action: { kind: "status", status: 503 } });
  await client.sora.quota.check();
  await until(() => told["sorakit:response"].length === 2);
  assert.equal(told["sorakit:request"].length, 2, "and not what was sent before");
  assert.deepEqual(Object.keys(told["sorakit:request"][0]), ["operation", "method", "url"]);
  assert.deepEqual(told["sorakit:response"].map(({ status }) => status), [503, 200]);
  assert.equal(told["sorakit:event"][0].event, "retrying");
  for (const [name, listener] of listeners) unsubscribe(name, listener);
  await client.sora.quota.check();
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(told["sorakit:request"].length, 2);
});

test("a callback that is none, and one that throws", async (t) => {
  const simulator = simulate(t);
  for (const [options, field] of [
    [{ onRequest: 5 }, "onRequest"],
    [{ onResponse: "log" }, "onResponse"],
    [{ onEvent: {} }, "onEvent"],
    [{ onRequests: () => {} }, "onRequests"],
    [{ store: {} }, "store"],
    [{ store: "file" }, "store"],
  ]) {
    assert.throws(
      () => new Client({ ...simulator.options(), ...options }),
      (error) => error instanceof InvalidInputError && error.field === field,
    );
  }
  const wrong = () => new Client({ onRequests: () => {} });
  assert.throws(wrong, /did you mean `onRequest`/);
  const warned = [];
  const hear = (warning) => warned.push(warning.message);
  process.on("warning", hear);
  t.after(() => process.off("warning", hear));
  const client = connect(t, simulator, {
    onRequest: () => {
      throw new Error("of the first callback");
    },
    onResponse: async () => {
      throw new Error("of the second callback");
    },
  });
  await client.sora.quota.check();
  await until(() => warned.length === 2);
  assert.deepEqual(warned.toSorted(), ["of the first callback", "of the second callback"]);
});
