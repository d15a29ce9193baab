// What a chat says, and what a console shows of what a server wrote.

import assert from "node:assert/strict";
import { inspect } from "node:util";
import { test } from "node:test";

import { Client, readChat } from "sorakit";

test("a chat is read from words and from answers", () => {
  const said = readChat("45 % [download](https://a/v.MP4) ![x](https://a/i)");
  assert.equal(said.progress, 45);
  assert.deepEqual(said.media, [
    { kind: "video", url: "https://a/v.MP4" },
    { kind: "image", url: "https://a/i" },
  ]);
  const part = { type: "video_url", video_url: { url: "https://a/2" } };
  const answer = { choices: [{ message: { content: [part] } }] };
  assert.equal(readChat(answer).media[0].url, "https://a/2");
  assert.equal(readChat({ choices: [{ delta: { reasoning_content: "7%" } }] }).progress, 7);
});

test("a console shows nothing that is hidden, no secret and no signature", () => {
  const apiKey = "sk-node-0123456789abcdef";
  const client = new Client({
    dialect: "openai",
    base_url: "http://127.0.0.1:1/v1",
    api_key: apiKey,
  });
  const id = "j\u001b]0;t\u0007\u009b2J\u202eb";
  const job = client.videos.resume(id);
  job.model = `echo ${apiKey}`;
  job.video = { url: "https://a/v.mp4?sig=x" };
  const shown = inspect(job);
  assert.doesNotMatch(shown, /[\u202a-\u202e\u2066-\u2069\u0080-\u009f\u001b]/);
  assert.ok(!shown.includes(apiKey), shown);
  assert.ok(!shown.includes("sig="), shown);
  assert.equal(job.id, id);
  client.close();
});
