// What is given to a call, and what a server says: odd values are refused by field, and no name
// takes the place of another.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Client } from "../dist/index.mjs";
import { serve, simulate, connect } from "./support.mjs";

function circle() {
  const held = {};
  held.held = [held];
  return held;
}

function deep() {
  let value = 1;
  for (let i = 0; i < 100_000; i += 1) value = { value };
  return value;
}

function wide() {
  let value = [];
  for (let i = 0; i < 60; i += 1) value = Array(100).fill(value);
  return value;
}

const itself = { toJSON: () => itself };

test("what cannot be sent as it is is refused by its field, and nothing is sent", async (t) => {
  const simulator = simulate(t);
  const client = connect(t, simulator, {}, "openai");
  const cases = [
    [circle(), /levels deep, or holds itself/],
    [deep(), /levels deep/],
    [itself, /levels deep/],
    [new Proxy({}, { ownKeys: () => ["a"], getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }), get: (_, name, self) => (name === "toJSON" ? undefined : self) }), /levels deep/],
    [wide(), /more than 1000000 values/],
    [() => 1, /cannot be a function/],
    [Symbol("x"), /cannot be a symbol/],
    [NaN, /finite number/],
    [2n ** 70n + 1n, /too large/],
    [new Map([["a", 1]]), /cannot be a Map/],
    [Promise.resolve(1), /cannot be a Promise/],
  ];
  for (const [odd, message] of cases) {
    for (const extra of [{ odd }, { list: [1, { odd }] }]) {
      await assert.rejects(client.videos.create({ prompt: "a cat", extra }), (error) => {
        assert.equal(error.kind, "invalid_input", String(error));
        assert.match(error.message, message);
        assert.match(error.field, /^extra\.(odd|list\.1\.odd)/);
        return true;
      });
    }
  }
  assert.deepEqual(simulator.journal(), []);
  // A getter's own error is the caller's.
  const odd = { get a() { throw new RangeError("mine"); } };
  await assert.rejects(client.videos.create({ prompt: "a cat", extra: { odd } }), /mine/);
  assert.throws(() => new Client({ profile: circle() }), { kind: "invalid_input" });
});

test("names of every object's own go along as any other", async (t) => {
  let sent;
  const url = await serve(t, (request, response) => {
    sent = request.body.toString();
    response.writeHead(200, { "content-type": "application/json" }).end('{"id": "v", "status": "queued"}');
  });
  const client = new Client({ dialect: "relay", base_url: url, api_key: "k" });
  t.after(() => client.close());
  const extra = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": "x", "date": null}');
  extra.date = new Date(0);
  await client.videos.create({ prompt: "a cat", extra });
  assert.match(sent, /"__proto__":\{"polluted":1\}/);
  assert.match(sent, /"constructor":"x"/);
  assert.match(sent, /"date":"1970-01-01T00:00:00.000Z"/);
  assert.equal({}.polluted, undefined);
});

test("a server's names never take the place of an object's own", async (t) => {
  const said =
    '{"id": "v", "status": "queued", "constructor": "c", "then": 1, "toJSON": {"a": 1}, "hasOwnProperty": 0,' +
    ' "__proto__": {"wait": "x"}, "error": {"message": "m", "toString": "t"}, "wait": "w"}';
  const url = await serve(t, (_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(said);
  });
  const client = new Client({ dialect: "openai", base_url: url, api_key: "k" });
  t.after(() => client.close());
  const video = await client.openai.videos.get({ video_id: "v" });
  assert.equal(Object.getPrototypeOf(video), Object.prototype);
  assert.equal(video.constructor, Object);
  assert.equal(video.hasOwnProperty("id"), true);
  assert.equal(video.then, undefined);
  assert.deepEqual(Object.keys(video.unknown).sort(), ["__proto__", "constructor", "hasOwnProperty", "then", "toJSON"]);
  assert.equal(video.unknown.constructor, "c");
  assert.equal(String(video), "[object Object]");

  const job = await client.videos.get({ id: "v" });
  assert.equal(job.constructor.name, "Job");
  assert.equal(typeof job.wait, "function");
  assert.equal(job.raw.constructor, "c");
  assert.equal(job.raw.wait, "w");
});

test("times are text that Date reads", async (t) => {
  const { videos, openai } = connect(t, simulate(t), {}, "openai");
  const since = new Date();
  const job = await videos.create({ prompt: "a cat" });
  assert.match(job.created_at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  assert.ok(Math.abs(new Date(job.created_at) - since) < 3_600_000);
  assert.equal(typeof job.raw.created_at, "number", "what the server said");
  const { created_at } = await openai.videos.get({ video_id: job.id });
  assert.equal(created_at, job.created_at);
  // Jobs and times go back in as they are.
  assert.equal((await videos.wait(job)).status, "succeeded");
  assert.equal(await videos.find({ prompt: "a dog", since }), null);
});
