// The browsers and apps that requests speak for, and the forms of an answer.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  Client,
  defaultProfile,
  finalToken,
  initialToken,
  OAUTH_CLIENTS,
  randomProfile,
} from "../dist/index.mjs";

test("profiles are drawn from the documented ones", () => {
  assert.deepEqual(defaultProfile(), defaultProfile());
  const drawn = Array.from({ length: 50 }, randomProfile);
  for (const field of ["user_agent", "app_user_agent"]) {
    assert.ok(new Set(drawn.map((profile) => profile[field])).size > 1, field);
  }
  for (const profile of drawn) {
    assert.match(profile.app_user_agent, /^Sora\/1\.2026\.007 \(Android /);
    const options = { dialect: "sora", base_url: "http://127.0.0.1:9/backend", access_token: "t" };
    new Client({ ...options, profile }).close();
  }
});

test("the documented clients of refresh tokens are public", () => {
  assert.deepEqual(Object.keys(OAUTH_CLIENTS), [
    "app_LlGpXReQgckcGGUo2JrYvtJK",
    "pdlLIX2Y72MIl2rhLhTE9VV9bN905kBh",
  ]);
  assert.match(OAUTH_CLIENTS.app_LlGpXReQgckcGGUo2JrYvtJK, /^com\.openai\.chat:/);
});

test("an answer has two forms", () => {
  assert.equal(initialToken("WzE="), "gAAAAACWzE=");
  assert.equal(finalToken("WzE="), "gAAAAABWzE=~S");
});
