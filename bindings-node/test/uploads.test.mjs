// Files from a path, bytes, a Blob or a stream.

import assert from "node:assert/strict";
import { createReadStream } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { InvalidInputError } from "../dist/index.mjs";
import { folder, PNG, start } from "./support.mjs";

const left = async () => (await readdir(tmpdir())).filter((name) => /^sorakit-\w{6}$/.test(name));

test("an image is uploaded from wherever it is", async (t) => {
  const { client } = start(t);
  const file = path.join(await folder(t), "cat.png");
  await writeFile(file, PNG);
  const before = await left();
  const ways = {
    path: { path: file },
    "path in bytes": { path: Buffer.from(file) },
    "path as a URL": { path: pathToFileURL(file) },
    buffer: PNG,
    "named buffer": { data: PNG, filename: "cat.png" },
    "typed array": new Uint8Array(PNG),
    "array buffer": new Uint8Array(PNG).buffer,
    blob: new Blob([PNG]),
    "named blob": { data: new Blob([PNG]), filename: "cat.png" },
    "web stream": new Blob([PNG]).stream(),
    "node stream": { data: createReadStream(file), filename: "cat.png" },
    base64: { base64: PNG.toString("base64"), filename: "cat.png" },
  };
  for (const [way, image] of Object.entries(ways)) {
    await t.test(way, async () => {
      const { id } = await client.sora.uploads.image({ file: image });
      assert.match(id, /\w/);
    });
  }
  assert.deepEqual(await left(), before, "a temporary file was left");
});

test("a video starts from an image", async (t) => {
  const { simulator, client } = start(t);
  const job = await client.videos.create({ prompt: "it moves", references: [PNG] });
  assert.ok(job.id);
  assert.equal(simulator.journal("sora.uploads.image").length, 1);
});

test("what cannot be sent is refused before anything is", async (t) => {
  const { simulator, client } = start(t);
  for (const file of [{ path: "/nowhere/cat.png" }, Buffer.from("no image"), { path: tmpdir() }]) {
    await assert.rejects(client.sora.uploads.image({ file }), InvalidInputError);
  }
  const broken = new ReadableStream({
    pull() {
      throw new Error("the disk is gone");
    },
  });
  const before = await left();
  await assert.rejects(client.sora.uploads.image({ file: broken }), /the disk is gone/);
  assert.deepEqual(await left(), before);
  assert.equal(simulator.journal().length, 0);
});
