// Drives the simulator's OpenAI-shaped dialects with the official client.
// Usage: check.mjs ORIGIN API_KEY. Prints one line for each check; status 1 if one failed.

import assert from "node:assert/strict";
import OpenAI, { toFile } from "openai";
import { VERSION } from "openai/version";

const [origin, key] = process.argv.slice(2);

// A PNG image of one pixel.
const PIXEL = Buffer.from(
  "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de" +
    "0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082",
  "hex",
);

const SURFACES = [
  { name: "openai", path: "/openai/v1", model: "sora-2", seconds: "4", lists: true },
  { name: "sora2api", path: "/sora2api/v1", model: "sora-2", seconds: "10", image: "gpt-image-2", chat: "sora-image" },
  {
    name: "mirror",
    path: "/mirror/sora/v1",
    model: "sora_video2",
    seconds: "10",
    image: "sora_image",
    chat: "sora_image",
  },
];

let failures = 0;

async function check(name, work) {
  try {
    const result = await work();
    console.log(`ok    ${name}`);
    return result;
  } catch (error) {
    failures += 1;
    console.log(`FAIL  ${name}`);
    console.error(error);
  }
}

function connect(surface, apiKey) {
  return new OpenAI({ baseURL: origin + surface.path, apiKey, maxRetries: 0, timeout: 30_000 });
}

async function wait(client, video) {
  const deadline = Date.now() + 30_000;
  while (!["completed", "failed"].includes(video.status)) {
    assert.ok(Date.now() < deadline, `still ${video.status}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    video = await client.videos.retrieve(video.id);
  }
  return video;
}

async function bytes(response) {
  return Buffer.from(await response.arrayBuffer());
}

async function videos({ name, model, seconds }, client) {
  const pixel = () => toFile(PIXEL, "cat.png", { type: "image/png" });
  const video = await check(`${name}: create`, async () =>
    client.videos.create({
      prompt: "a cat in the snow",
      model,
      seconds,
      size: "1280x720",
      input_reference: await pixel(),
    }),
  );
  await check(`${name}: poll`, async () => {
    const done = await wait(client, video);
    assert.deepEqual([done.status, done.progress], ["completed", 100]);
  });
  await check(`${name}: download`, async () => {
    const content = await bytes(await client.videos.downloadContent(video.id));
    assert.equal(content.toString("latin1", 4, 8), "ftyp");
  });
  await check(`${name}: remix`, async () => {
    const other = await client.videos.remix(video.id, { prompt: "a dog in the snow" });
    assert.equal(other.remixed_from_video_id, video.id);
  });
  await check(`${name}: a job that fails`, async () => {
    const prompt = "simulate:content_policy_violation";
    const failed = await wait(client, await client.videos.create({ prompt, model, seconds }));
    assert.equal(failed.status, "failed");
    // The mirror says the reason as a text, as its servers do.
    const reason = failed.error.message ?? failed.error;
    assert.match(reason, /\w/);
  });
  return video;
}

async function errors(surface, client) {
  const { name, model } = surface;
  await check(`${name}: a wrong key`, () =>
    assert.rejects(connect(surface, "sk-nobody").videos.retrieve("video_none"), OpenAI.AuthenticationError),
  );
  await check(`${name}: a wrong length`, () =>
    assert.rejects(client.videos.create({ prompt: "a", model, seconds: "7" }), OpenAI.BadRequestError),
  );
  await check(`${name}: an unknown video`, () =>
    assert.rejects(client.videos.retrieve("video_none"), OpenAI.NotFoundError),
  );
}

// What only OpenAI's own service has.
async function wholeApi({ name }, client, video) {
  await check(`${name}: list`, async () => {
    const ids = [];
    for await (const item of client.videos.list({ limit: 1 })) ids.push(item.id);
    assert.ok(ids.length >= 3 && ids.includes(video.id));
  });
  await check(`${name}: variants`, async () => {
    const thumbnail = await bytes(await client.videos.downloadContent(video.id, { variant: "thumbnail" }));
    assert.equal(thumbnail.toString("latin1", 8, 12), "WEBP");
  });
  await check(`${name}: delete`, async () => {
    assert.equal((await client.videos.delete(video.id)).deleted, true);
    await assert.rejects(client.videos.retrieve(video.id), OpenAI.NotFoundError);
  });
}

async function withoutLists({ name, image, chat }, client) {
  await check(`${name}: no list`, () => assert.rejects(async () => client.videos.list(), OpenAI.APIError));
  await check(`${name}: images`, async () => {
    const made = await client.images.generate({ prompt: "a cat", model: image });
    assert.ok(made.data[0].url ?? made.data[0].b64_json);
  });
  await check(`${name}: chat, streamed`, async () => {
    const messages = [{ role: "user", content: "a cat" }];
    let text = "";
    for await (const chunk of await client.chat.completions.create({ model: chat, messages, stream: true })) {
      text += chunk.choices[0].delta.content ?? "";
    }
    assert.match(text, /http/);
  });
}

console.log(`openai-node ${VERSION}`);
for (const surface of SURFACES) {
  const client = connect(surface, key);
  const video = await videos(surface, client);
  await errors(surface, client);
  await (surface.lists ? wholeApi : withoutLists)(surface, client, video);
}
console.log(`${failures} failed`);
process.exitCode = failures ? 1 : 0;
