// The contract vectors, over a real socket: the request as each says, and the
// result or error of its answer.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { Client, SorakitError } from "../dist/index.mjs";
import { inSeconds, readForm, serve, withBytes } from "./support.mjs";

const root = new URL("../../tests/contract/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, root), "utf8"));
const { operations } = read("catalog.json");

/** Got afresh for each request, or chosen with the form's boundary. */
const VARYING = ["openai-sentinel-token", "content-type"];

for (const { name, dialect, repeatable } of operations) {
  // That each operation has vectors, the tests of the core see to.
  if (!existsSync(new URL(`vectors/${name}.json`, root))) continue;

  test(name, async (t) => {
    const cases = read(`vectors/${name}.json`);
    const fields = cases.find((one) => one.request)?.fields;
    const seen = [];
    let answer;
    const url = await serve(t, (request, response) => {
      if (request.url.endsWith("/sentinel/req") && name !== "sora.sentinel.request") {
        return send(response, { json: { token: "t", proofofwork: { required: false } } });
      }
      seen.push(request);
      send(response, answer);
    });
    const client = new Client({
      dialect,
      base_url: `${url}/backend`,
      links_url: url,
      access_token: "test-token",
      device_id: "550e8400-e29b-41d4-a716-446655440000",
      auto_refresh: false,
      max_retries: 0,
      slot_timeout: 0.001,
    });
    t.after(() => client.close());
    const [, group, verb] = name.split(".");

    for (const one of cases) {
      await t.test(one.name, async () => {
        seen.length = 0;
        // A login before it may have set another.
        client.setAdminToken("test-token");
        answer = one.response ?? { json: {} };
        const call = client[dialect][group][verb](withBytes(one.fields ?? fields));
        const outcome = await call.then(
          (result) => ({ result: result ?? null }),
          (error) => ({ error }),
        );
        if (one.request) {
          assert.equal(seen.length, 1, String(outcome.error));
          checkRequest(seen[0], one.request);
        } else if (!one.response) {
          assert.equal(seen.length, 0, "bad fields were sent");
        }
        if ("result" in one) {
          const result = inSeconds(outcome.result);
          if (result?.data instanceof Uint8Array) result.data = result.data.toString("base64");
          assert.deepEqual(result, one.result, String(outcome.error));
        } else if (one.error) {
          assert.ok(outcome.error instanceof SorakitError, String(outcome.error));
          const expected = { ...one.error };
          // An answer that cannot be read, and a 5xx, leave open what the server made.
          const open = expected.kind === "unexpected_response" || one.response?.status >= 500;
          if (repeatable === "if_untaken" && open && outcome.error.kind === "outcome_unknown") {
            expected.kind = "outcome_unknown";
            delete expected.code;
          }
          for (const [field, value] of Object.entries(expected)) {
            if (field !== "message") assert.deepEqual(outcome.error[field], value, field);
          }
        }
      });
    }
  });
}

function send(response, { status = 200, headers = {}, json, text = "" }) {
  const body = json === undefined ? text : JSON.stringify(json);
  response.writeHead(status, headers).end(body);
}

function checkRequest(request, expected) {
  assert.equal(request.method, expected.method);
  assert.equal(request.url, expected.path);
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    if (!VARYING.includes(name)) assert.equal(request.headers[name] ?? null, value, name);
  }
  if ("json" in expected) assert.deepEqual(JSON.parse(request.body), expected.json);
  else if ("text" in expected) assert.equal(request.body.toString(), expected.text);
  else if ("form" in expected) assert.deepEqual(readForm(request), expected.form);
  else assert.equal(request.body.length, 0);
}
