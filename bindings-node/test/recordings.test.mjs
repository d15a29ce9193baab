// Odd servers as data, over real sockets: `tests/recordings/`, whose form
// `core/tests/recordings.rs` says.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { Client, SorakitError } from "../dist/index.mjs";
import { call, inSeconds, send, serve, withBytes } from "./support.mjs";

const folder = new URL("../../tests/recordings/", import.meta.url);

for (const file of readdirSync(folder)) {
  test(file, async (t) => {
    const text = readFileSync(new URL(file, folder), "utf8");

    for (const { name } of JSON.parse(text).cases) {
      await t.test(name, async (t) => {
        const seen = [];
        let script = [];
        // Of its own: a process remembers what a server speaks.
        const url = await serve(t, (request, response) => {
          seen.push(`${request.method} ${request.url.split("?")[0]}`);
          send(response, script.shift() ?? { status: 418 });
        });
        const { cases } = JSON.parse(text.replaceAll("https://gateway.example", url));
        const one = cases.find((one) => one.name === name);
        script = one.exchanges.map((exchange) => exchange.response);
        const client = new Client({
          dialect: one.dialect,
          base_url: url,
          access_token: "test-token",
          auto_refresh: false,
          max_retries: 0,
          poll_interval: 0.001,
          ...one.options,
        });
        const outcome = await call(client, one.verb, withBytes(one.given ?? {})).then(
          (result) => ({ result: inSeconds(JSON.parse(JSON.stringify(result ?? true))) }),
          (error) => ({ error }),
        );
        client.close();
        const said = String(outcome.error ?? JSON.stringify(outcome.result));
        assert.deepEqual(seen, one.exchanges.map((exchange) => exchange.request), said);
        if (one.error) {
          assert.ok(outcome.error instanceof SorakitError, said);
          holds(one.error, outcome.error, true);
        } else {
          assert.ok(!outcome.error, said);
          holds(one.result, outcome.result, false);
        }
      });
    }
  });
}

/** Asserts that what is expected is in what was seen; of an error's message, a part. */
function holds(expected, seen, isError) {
  if (expected === null || typeof expected !== "object") return assert.deepEqual(seen ?? null, expected);
  for (const [name, value] of Object.entries(expected)) {
    if (isError && name === "message") assert.ok(seen.message.includes(value), seen.message);
    else holds(value, seen?.[name], isError);
  }
}
