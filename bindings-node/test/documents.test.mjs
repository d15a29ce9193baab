// The documents' own examples, over real sockets: `tests/contract/documents/`, whose
// form `core/tests/documents.rs` says.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { Client, SorakitError } from "../dist/index.mjs";
import { call, inSeconds, readForm, said, same, send, serve, withBytes } from "./support.mjs";

const folder = new URL("../../tests/contract/documents/", import.meta.url);

for (const file of readdirSync(folder)) {
  test(file, async (t) => {
    const seen = [];
    let script = [];
    let challenges = true;
    const server = async (host) =>
      serve(t, (request, response) => {
        if (challenges && request.url.endsWith("/sentinel/req")) {
          return send(response, { json: { token: "t", proofofwork: { required: false } } });
        }
        seen.push({ host, request });
        send(response, script.shift() ?? { status: 418 });
      });
    const url = await server("gateway.example");
    const cdn = await server("cdn.example");
    // The vectors' hosts are the two servers here.
    const local = readFileSync(new URL(file, folder), "utf8")
      .replaceAll("https://gateway.example", url)
      .replaceAll("https://cdn.example/", `${cdn}/`);
    const document = JSON.parse(local);

    for (const example of document.cases) {
      await t.test(`${example.section}: ${example.name}`, async () => {
        const { admin_token, ...options } = example.options ?? {};
        for (const one of example.calls) {
          const client = new Client({
            dialect: document.dialect,
            base_url: document.base_url,
            access_token: "test-token",
            auto_refresh: false,
            max_retries: 0,
            ...options,
            poll_interval: 0.001,
          });
          client.setAdminToken(admin_token ?? null);
          seen.length = 0;
          challenges = one.verb !== "sora.sentinel.request";
          script = one.exchanges.map((exchange) => exchange.response);
          const outcome = await call(client, one.verb, withBytes(one.given)).then(
            (result) => ({ result: result ?? true }),
            (error) => ({ error }),
          );
          client.close();
          const line = ({ request }) => `${request.method} ${request.url ?? request.path}`;
          assert.deepEqual(seen.map(line), one.exchanges.map(line), String(outcome.error));
          seen.forEach((sent, index) => checkRequest(sent, one.exchanges[index]));
          if (one.error) {
            assert.ok(outcome.error instanceof SorakitError, String(outcome.error));
            for (const [field, value] of Object.entries(one.error)) {
              assert.deepEqual(outcome.error[field], value, field);
            }
          } else {
            assert.ok(!outcome.error, String(outcome.error));
            same(said(inSeconds(JSON.parse(JSON.stringify(outcome.result))), false), one.result);
          }
        }
      });
    }
  });
}

function checkRequest({ host, request }, { request: shown, sentinel = false }) {
  assert.equal(host, shown.host ?? "gateway.example");
  for (const [name, value] of Object.entries(shown.headers ?? {})) {
    assert.equal(request.headers[name] ?? null, value, name);
  }
  assert.equal("openai-sentinel-token" in request.headers, sentinel);
  if ("json" in shown) assert.deepEqual(told(JSON.parse(request.body)), told(shown.json));
  else if ("form" in shown) assert.deepEqual(told(readForm(request)), told(shown.form));
  else assert.equal(request.body.length, 0);
}

/** JSON without what says nothing, and the fields of a form in one order. */
function told(value) {
  if (Array.isArray(value)) {
    const items = value.map(told);
    const isForm = items.every((item) => Array.isArray(item) && item.length === 2 && typeof item[0] === "string");
    return isForm ? items.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)) : items;
  }
  if (value === null || typeof value !== "object") return value;
  const empty = (inner) => inner === null || (typeof inner === "object" && Object.keys(inner).length === 0);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !empty(inner))
      .map(([name, inner]) => [name, told(inner)]),
  );
}
