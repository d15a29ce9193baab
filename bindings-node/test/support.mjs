// What the tests share.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { Client, Simulator } from "../dist/index.mjs";
export { inSeconds } from "./in_seconds.mjs";

/** A fast simulator that ends with the test. */
export function simulate(t, settings = {}) {
  const simulator = new Simulator({ speed: 200, ...settings });
  t.after(() => simulator.stop());
  return simulator;
}

/** A client of a simulator that ends with the test. */
export function connect(t, simulator, options = {}, dialect = "sora") {
  const client = new Client({ ...simulator.options(dialect), poll_interval: 0.02, ...options });
  t.after(() => client.close());
  return client;
}

/** A simulator and a client of it. */
export function start(t, options = {}, settings = {}) {
  const simulator = simulate(t, settings);
  return { simulator, client: connect(t, simulator, options) };
}

/** A folder that is removed after the test. */
export async function folder(t) {
  const place = await mkdtemp(path.join(tmpdir(), "sorakit-test-"));
  t.after(() => rm(place, { recursive: true, force: true }));
  return place;
}

/** A server on loopback; `answer` gets the request with its body. */
export async function serve(t, answer) {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    answer(Object.assign(request, { body: Buffer.concat(chunks) }), response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

/** A small PNG of one pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** The files of a vector as bytes instead of base64. */
export function withBytes(value) {
  if (Array.isArray(value)) return value.map(withBytes);
  if (value === null || typeof value !== "object") return value;
  if (typeof value.base64 === "string") {
    return { data: Buffer.from(value.base64, "base64"), filename: value.filename ?? "file" };
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withBytes(inner)]));
}

/** A form as its vector writes it. */
export function readForm({ headers, body }) {
  const boundary = headers["content-type"].split("boundary=")[1];
  const parts = body.toString("latin1").split(`--${boundary}`).slice(1, -1);
  return parts.map((part) => {
    const end = part.indexOf("\r\n\r\n");
    const head = Buffer.from(part.slice(0, end), "latin1").toString();
    const content = Buffer.from(part.slice(end + 4, -2), "latin1");
    const quoted = (key) => head.match(new RegExp(`; ${key}="([^"]*)"`))?.[1];
    const filename = quoted("filename");
    if (filename === undefined) return [quoted("name"), content.toString()];
    const content_type = head.match(/Content-Type: (.*)/)[1];
    return [quoted("name"), { filename, content_type, base64: content.toString("base64") }];
  });
}

/** Calls a verb of the one interface, or an operation by its name. */
export async function call(client, verb, given) {
  const [group, name, operation] = verb.split(".");
  if (operation !== undefined) return client[group][name][operation](given);
  if (verb === "videos.open") {
    return Buffer.from(await client.videos.bytes(client.videos.resume(given.id))).toString();
  }
  if (name === "wait") return client[group].wait(given.id);
  return client[group][name](given);
}

/** Answers as a vector says. */
export function send(response, { status = 200, headers = {}, json, text = "", base64 }) {
  const type = json === undefined ? {} : { "content-type": "application/json" };
  const plain = json === undefined ? text : JSON.stringify(json);
  const body = base64 === undefined ? plain : Buffer.from(base64, "base64");
  response.writeHead(status, { ...type, ...headers }).end(body);
}

/** A result without what says nothing. */
export function said(value, withRaw) {
  if (Array.isArray(value)) return value.map((item) => said(item, withRaw));
  if (value === null || typeof value !== "object") return value;
  const empty = (inner) => inner === null || (Array.isArray(inner) && inner.length === 0);
  const fields = Object.entries(value)
    // The same in every case: where it was made, and what was asked for.
    .filter(([name]) => name !== "base_url" && name !== "requested")
    .filter(([name, inner]) => (name === "raw" ? withRaw : !empty(inner)))
    .map(([name, inner]) => [name, name === "raw" ? inner : said(inner, withRaw)]);
  return Object.fromEntries(fields);
}

/** What time it is where the expected results were made, in seconds. */
const THEN = 1767225600;

/** Asserts that a result is the expected one, in which `<now>` and `<uuid>` stand for what varies. */
export function same(seen, expected) {
  if (expected === null || typeof expected !== "object") return assert.equal(seen, expected);
  const settled = Object.entries(expected).map(([name, value]) => {
    if (value === "<now>" && Math.abs(seen[name] - Date.now() / 1000) < 300) return [name, seen[name]];
    // So many seconds from now.
    const left = name === "resets_at" ? seen[name] - Date.now() / 1000 : NaN;
    if (Math.abs(left - (value - THEN)) < 300) return [name, seen[name]];
    if (value === "<uuid>" && /^[0-9a-f-]{36}$/.test(seen[name])) return [name, seen[name]];
    return [name, value];
  });
  assert.deepEqual(seen, Array.isArray(expected) ? expected : Object.fromEntries(settled));
}
