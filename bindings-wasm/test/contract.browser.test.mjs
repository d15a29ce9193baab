// The contract vectors in headless Chromium: the request as each says, and the result or error
// of its answer. What a browser may not send is refused.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { inSeconds } from "../../bindings-node/test/in_seconds.mjs";
import { startBrowser } from "./browser.mjs";
import { CLIENT_POLICY, serve } from "./support.mjs";

const root = new URL("../../tests/contract/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, root), "utf8"));
const { operations } = read("catalog.json");

/** Got afresh for each request, or chosen with the form's boundary. */
const VARYING = ["openai-sentinel-token", "content-type"];
/** What the browser says of itself. */
const OWN = ["origin", "referer", "sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform", "user-agent"];
/** Operations that need a cookie, which no page may send. */
const REFUSED = ["sora.session.exchange", "sora.invites.accept"];

let browser;
let page;
/** The values of some of them. */
let own;
let server;
let answer;
const seen = [];

before(async () => {
  server = await serve((request, response) => {
    if (request.url.endsWith("/sentinel/req") && !answer.sentinel) {
      return send(response, { json: { token: "t", proofofwork: { required: false } } });
    }
    seen.push(request);
    send(response, answer);
  });
  browser = await startBrowser();
  ({ page } = await browser.open(CLIENT_POLICY, "client.html"));
  const values = () => [navigator.userAgent, location.origin, `${location.origin}/`];
  const [agent, origin, referer] = await page.evaluate(values);
  own = { "user-agent": agent, origin, referer };
});

after(async () => {
  await browser?.close();
  await server?.close();
});

for (const { name, dialect, repeatable } of operations) {
  // That each operation has vectors, the tests of the core see to.
  if (!existsSync(new URL(`vectors/${name}.json`, root))) continue;

  test(name, async (t) => {
    const cases = read(`vectors/${name}.json`);
    const fields = cases.find((one) => one.request)?.fields;
    const options = {
      dialect,
      base_url: `${server.url}/backend`,
      links_url: server.url,
      access_token: "test-token",
      device_id: "550e8400-e29b-41d4-a716-446655440000",
      auto_refresh: false,
      max_retries: 0,
      slot_timeout: 0.001,
    };
    for (const one of cases) {
      await t.test(one.name, async () => {
        seen.length = 0;
        answer = { ...(one.response ?? { json: {} }), sentinel: name === "sora.sentinel.request" };
        const outcome = await page.evaluate(call, [name, options, one.fields ?? fields]);
        const sent = one.request || one.response;
        if (REFUSED.includes(name) && sent) {
          assert.equal(seen.length, 0);
          assert.equal(outcome.error.kind, "unsupported");
          assert.match(outcome.error.message, /header `cookie`, which a browser lets no page set.*backend/i);
          return;
        }
        if (one.request) {
          assert.equal(seen.length, 1, JSON.stringify(outcome.error));
          checkRequest(seen[0], one.request);
        } else if (!one.response) {
          assert.equal(seen.length, 0, "bad fields were sent");
        }
        // A browser follows redirects by itself, and here they lead nowhere.
        if (one.response?.headers?.location) return;
        if ("result" in one) {
          assert.deepEqual(inSeconds(outcome.result), one.result, JSON.stringify(outcome.error));
        } else if (one.error) {
          const expected = { ...one.error };
          assert.ok(outcome.error?.known, JSON.stringify(outcome));
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

/** Runs in the page: the outcome of an operation, as JSON can hold it. */
async function call([name, options, fields]) {
  const { Client, SorakitError } = globalThis.sorakit;
  const withFiles = (value) => {
    if (Array.isArray(value)) return value.map(withFiles);
    if (value === null || typeof value !== "object") return value;
    if (typeof value.base64 === "string") {
      const bytes = Uint8Array.from(atob(value.base64), (char) => char.charCodeAt(0));
      return new File([bytes], value.filename ?? "file");
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withFiles(inner)]));
  };
  const client = new Client(options);
  client.setAdminToken("test-token");
  const [dialect, group, verb] = name.split(".");
  try {
    const result = (await client[dialect][group][verb](withFiles(fields))) ?? null;
    if (result?.data instanceof Uint8Array) {
      result.data = btoa(String.fromCharCode(...result.data));
    }
    return { result };
  } catch (error) {
    return { error: { ...error, message: error.message, known: error instanceof SorakitError } };
  } finally {
    client.close();
  }
}

function send(response, { status = 200, headers = {}, json, text = "" }) {
  const body = json === undefined ? text : JSON.stringify(json);
  response.writeHead(status, headers).end(body);
}

function checkRequest(request, expected) {
  assert.equal(request.method, expected.method);
  assert.equal(request.url, expected.path);
  for (const [name, value] of Object.entries(expected.headers ?? {})) {
    if (VARYING.includes(name)) continue;
    if (OWN.includes(name)) assert.equal(request.headers[name], own[name] ?? request.headers[name], name);
    else assert.equal(request.headers[name] ?? null, value, name);
  }
  assert.equal(request.headers.cookie, undefined);
  if ("json" in expected) assert.deepEqual(JSON.parse(request.body), expected.json);
  else if ("text" in expected) assert.equal(request.body.toString(), expected.text);
  else if ("form" in expected) assert.deepEqual(readForm(request), expected.form);
  else assert.equal(request.body.length, 0);
}

/** A form as its vector writes it. */
function readForm({ headers, body }) {
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
