// The adapter vectors, over real sockets: what each verb sends on each dialect,
// and what it makes of the answers.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { Client, SorakitError } from "../dist/index.mjs";
import { call, inSeconds, readForm, said, same, send, serve, withBytes } from "./support.mjs";

const folder = new URL("../../tests/contract/adapters/", import.meta.url);
const { operations } = JSON.parse(readFileSync(new URL("../catalog.json", folder), "utf8"));
const dialects = readdirSync(folder).map((name) => name.replace(/\.json$/, ""));

test("every dialect has cases", () => {
  assert.deepEqual(new Set(dialects), new Set(operations.map((operation) => operation.dialect)));
});

for (const dialect of dialects) {
  test(dialect, async (t) => {
    const cases = readFileSync(new URL(`${dialect}.json`, folder), "utf8");
    for (const { name } of JSON.parse(cases)) {
      await t.test(name, async (t) => {
        const seen = [];
        let script = [];
        // Of its own: a process remembers what a server speaks.
        const server = async (host) =>
          serve(t, (request, response) => {
            if (request.url.endsWith("/sentinel/req")) {
              return send(response, { json: { token: "t", proofofwork: { required: false } } });
            }
            seen.push({ host, request });
            send(response, script.shift() ?? { status: 418 });
          });
        const url = await server("gateway.example");
        const cdn = await server("cdn.example");
        const links = await server("links.example");
        // The vectors' hosts are the three servers here.
        const local = cases
          .replaceAll("https://gateway.example", url)
          .replaceAll("https://cdn.example", cdn)
          .replaceAll("https://links.example", links);
        const one = JSON.parse(local).find((one) => one.name === name);
        const exchanges = one.exchanges ?? [];
        script = exchanges.map((exchange) => exchange.response);
        const { admin_token, ...options } = one.options ?? {};
        const client = new Client({
          dialect,
          base_url: `${url}/backend`,
          access_token: "test-token",
          device_id: "550e8400-e29b-41d4-a716-446655440000",
          auto_refresh: false,
          max_retries: 0,
          poll_interval: 0.001,
          ...options,
        });
        client.setAdminToken(admin_token ?? null);
        const outcome = await call(client, one.verb, withBytes(one.given ?? {})).then(
          (result) => ({ result: result ?? true }),
          (error) => ({ error }),
        );
        client.close();
        assert.deepEqual(seen.map(line), exchanges.map(({ request }) => line({ request })));
        seen.forEach((sent, index) => checkRequest(sent, exchanges[index]));
        assert.equal(script.length, 0, "answers were not asked for");
        if (one.error) {
          assert.ok(outcome.error instanceof SorakitError, String(outcome.error));
          for (const [field, value] of Object.entries(one.error)) {
            assert.deepEqual(outcome.error[field], value, field);
          }
        } else {
          assert.ok(!outcome.error, String(outcome.error));
          const withRaw = one.result?.raw !== undefined;
          same(said(inSeconds(JSON.parse(JSON.stringify(outcome.result))), withRaw), one.result);
        }
      });
    }
  });
}

const line = ({ request }) => `${request.method} ${request.url ?? request.path}`;

function checkRequest({ host, request }, { request: expected, sentinel = false }) {
  assert.equal(host, expected.host ?? "gateway.example");
  const headers = { authorization: "Bearer test-token", ...expected.headers };
  for (const [name, value] of Object.entries(headers)) {
    assert.equal(request.headers[name] ?? null, value, name);
  }
  assert.equal("openai-sentinel-token" in request.headers, sentinel);
  if ("json" in expected) assert.deepEqual(JSON.parse(request.body), expected.json);
  else if ("form" in expected) assert.deepEqual(readForm(request), expected.form);
  else assert.equal(request.body.toString(), expected.text ?? "");
}
