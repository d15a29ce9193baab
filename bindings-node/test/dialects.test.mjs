// Every dialect: told from what a server answers, and its files streamed.

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";

import { CancelledError, Client, NotFoundError, UnsupportedError } from "../dist/index.mjs";
import { connect, folder, serve, simulate } from "./support.mjs";

const DIALECTS = ["sora", "mirror", "sora2api", "skyriff", "relay", "openai"];

test("the dialect of a server is told from what it answers", async (t) => {
  const simulator = simulate(t, { shapes: "observed" });
  for (const dialect of DIALECTS) {
    const { dialect: _, ...options } = simulator.options(dialect);
    // A mirror is told by its address.
    const detection = await Client.detect(options);
    assert.equal(detection.dialect, dialect, detection.evidence.join("; "));
    assert.match(detection.evidence[0], /^GET /);
    const client = new Client({ ...options, dialect: detection.dialect });
    assert.ok((await client.models.list()).length > 0);
  }
  assert.equal((await Client.detect(simulator.options("relay"))).dialect, "relay");
});

for (const flavour of ["upstream", "fork"]) {
  test(`a gateway of sora2api's ${flavour} needs its address and key alone`, async (t) => {
    const simulator = simulate(t);
    const { api_key, base_url, environment } = simulator.options(flavour);
    const events = [];
    const onEvent = (event) => events.push(event);
    const client = new Client({ api_key, base_url, environment, poll_interval: 0.02, onEvent });
    t.after(() => client.close());
    const job = await client.videos.generate({ prompt: "a cat in the snow" });
    assert.equal(job.resumable, flavour === "fork");
    const file = path.join(await folder(t), "cat.mp4");
    assert.ok((await client.videos.download(job, file)).bytes > 1000);
    const of = (type) => events.filter(({ event }) => event === type);
    assert.deepEqual(of("detected").map((event) => event.flavour), [flavour]);
    const isWarned = of("warning").some(({ message }) => message.includes("cannot be resumed elsewhere"));
    assert.equal(isWarned, flavour === "upstream");
    const posted = simulator.journal().filter(({ method }) => method === "POST");
    const expected = flavour === "upstream" ? "sora2api.chat.create" : "sora2api.videos.create";
    assert.deepEqual(posted.map(({ operation }) => operation), [expected]);
    if (flavour === "upstream") await assert.rejects(client.account.invites(), UnsupportedError);
  });
}

test("the login of an admin is kept", async (t) => {
  for (const flavour of ["upstream", "fork"]) {
    const client = connect(t, simulate(t), {}, flavour);
    const { admin, admin_tokens } = client.sora2api;
    await assert.rejects(admin_tokens.list(), { kind: "authentication" });
    await admin.login({ username: "admin", password: "admin" });
    assert.equal((await admin_tokens.list()).length, 1);
    assert.ok((await client.account.quota()).remaining > 0);
    await admin.logout();
    await assert.rejects(admin_tokens.list(), { kind: "authentication" });
  }
});

test("a server that says nothing, and one that does not answer", async (t) => {
  const mute = await serve(t, (_, response) => response.writeHead(204).end());
  await assert.rejects(Client.detect({ base_url: mute, api_key: "k" }), UnsupportedError);
  await assert.rejects(Client.detect({ base_url: "nowhere" }), { field: "base_url" });
  const stalled = await serve(t, () => {});
  const options = { base_url: stalled, api_key: "k" };
  const signal = AbortSignal.timeout(50);
  await assert.rejects(Client.detect(options, { signal }), CancelledError);
});

for (const dialect of ["mirror", "skyriff", "openai"]) {
  test(`the files of ${dialect} are streams too`, async (t) => {
    const client = connect(t, simulate(t), {}, dialect);
    const { id: video_id } = await client.videos.generate({ prompt: "a cat" });
    const { videos } = client[dialect];
    const whole = await videos.content({ video_id });
    const chunks = [];
    for await (const chunk of await videos.stream({ video_id })) chunks.push(chunk);
    const streamed = Buffer.concat(chunks);
    assert.equal(streamed.toString("latin1", 4, 8), "ftyp");
    if (whole.data) assert.ok(streamed.equals(whole.data));
    await assert.rejects(videos.stream({ video_id: "nothing" }), NotFoundError);
    const signal = AbortSignal.abort();
    await assert.rejects(videos.stream({ video_id }, { signal }), CancelledError);
  });
}

test("a stream that is no file is refused, and one may be longer than what fits in memory", async (t) => {
  const head = Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "latin1");
  const piece = Buffer.alloc(1 << 20);
  const url = await serve(t, async (request, response) => {
    if (request.url.includes("page")) return response.end("<html>Sorry</html>");
    if (request.url.includes("gone")) return response.end('{"error": {"message": "expired"}}');
    response.write(head);
    for (let sent = 0; sent < 40; sent += 1) {
      if (!response.write(piece)) await new Promise((resolve) => response.once("drain", resolve));
    }
    response.end();
  });
  const { videos } = new Client({ dialect: "openai", base_url: url, api_key: "k" }).openai;
  let length = 0;
  for await (const chunk of await videos.stream({ video_id: "long" })) length += chunk.length;
  assert.equal(length, head.length + 40 * piece.length);
  await assert.rejects(videos.stream({ video_id: "page" }), /HTML page|web page/i);
  await assert.rejects(videos.stream({ video_id: "gone" }), /expired/);
});
