// The client in headless Chromium: whole videos through a simulator, files, aborts and errors.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { startBrowser } from "./browser.mjs";
import { CLIENT_POLICY, serve, startSimulator } from "./support.mjs";

let browser;
let simulator;
before(async () => {
  simulator = await startSimulator();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await simulator?.stop();
});

/** A page with the client, closed after the test. */
async function open(t, policy = CLIENT_POLICY) {
  const { page, errors } = await browser.open(policy, "client.html");
  t.after(() => page.close());
  return { page, errors };
}

test("a native video, with its proof of work in workers, is made and played", async (t) => {
  const { page, errors } = await open(t);
  const seen = await page.evaluate(async (options) => {
    const events = [];
    const statuses = [];
    const onEvent = ({ event }) => events.push(event);
    const client = new globalThis.sorakit.Client({ ...options, onEvent });
    const job = await client.videos.generate(
      { prompt: "a cat in the snow", duration: 10 },
      { onProgress: ({ status }) => statuses.push(status) },
    );
    const blob = await job.blob();
    const video = document.createElement("video");
    video.muted = true;
    video.src = URL.createObjectURL(blob);
    await video.play();
    const { videoWidth, duration } = video;
    const bytes = await job.bytes();
    client.close();
    return {
      events,
      last: statuses.at(-1),
      type: blob.type,
      whole: bytes.length === blob.size,
      played: videoWidth > 0 && duration > 9,
      dialect: job.dialect,
    };
  }, simulator.options("sora"));
  assert.ok(seen.events.includes("solved"), String(seen.events));
  assert.deepEqual({ ...seen, events: [] }, {
    events: [],
    last: "succeeded",
    type: "video/mp4",
    whole: true,
    played: true,
    dialect: "sora",
  });
  assert.deepEqual(errors, []);
});

test("a video starts from a file of the page, whatever holds it", async (t) => {
  const { page, errors } = await open(t);
  const statuses = await page.evaluate(async (options) => {
    const canvas = new OffscreenCanvas(1280, 720);
    canvas.getContext("2d").fillRect(0, 0, 640, 720);
    const blob = await canvas.convertToBlob();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const pieces = async function* () {
      yield bytes.slice(0, 100);
      yield bytes.slice(100);
    };
    const client = new globalThis.sorakit.Client(options);
    const statuses = [];
    const ways = [new File([blob], "cat.png"), blob, bytes, bytes.buffer, blob.stream(), pieces()];
    for (const way of [...ways, { data: blob, filename: "cat.png" }]) {
      const request = { prompt: "it moves", size: "1280x720", references: [way] };
      statuses.push((await client.videos.generate(request)).status);
    }
    client.close();
    return statuses;
  }, simulator.options("openai"));
  assert.deepEqual(statuses, Array(7).fill("succeeded"));
  assert.deepEqual(errors, []);
});

test("a large file is sent as it is, and a small one inlined where the dialect has JSON", async (t) => {
  let received;
  const server = await serve((request, response) => {
    received = request;
    response.writeHead(200, { "content-type": "application/json" }).end('{"id": "c_1"}');
  });
  t.after(() => server.close());
  const { page } = await open(t);
  const length = 48 << 20;
  const sent = await page.evaluate(async ([base_url, length]) => {
    const head = Uint8Array.from(atob("AAAAGGZ0eXBpc29tAAACAGlzb21tcDQy"), (c) => c.charCodeAt(0));
    const file = new File([head, new Uint8Array(length - head.length).fill(7)], "long.mp4");
    const common = { base_url, api_key: "k", max_retries: 0 };
    const openai = new globalThis.sorakit.Client({ dialect: "openai", ...common });
    await openai.openai.characters.create({ name: "cat", video: file });
    openai.close();
    return file.size;
  }, [server.url, length]);
  assert.equal(sent, length);
  const middle = received.body.subarray(received.body.length / 2, received.body.length / 2 + 1000);
  assert.ok(received.body.length > length && middle.every((byte) => byte === 7));
  assert.match(received.body.subarray(0, 1000).toString("latin1"), /filename="long.mp4"\r\nContent-Type: video\/mp4/);

  await page.evaluate(async (base_url) => {
    const png = Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), (c) => c.charCodeAt(0));
    const client = new globalThis.sorakit.Client({ dialect: "sora2api", base_url, api_key: "k", max_retries: 0 });
    await client.videos.create({ prompt: "it moves", references: [new File([png], "a.png")] }).catch(() => {});
    client.close();
  }, server.url);
  assert.match(received.body.toString("latin1"), /iVBORw0KGgo|\x89PNG/);
});

test("an abort ends the call, and what it had under way", async (t) => {
  const { page, errors } = await open(t);
  const seen = await page.evaluate(async (options) => {
    const { Client, CancelledError } = globalThis.sorakit;
    const client = new Client(options);
    const job = await client.videos.create({ prompt: "simulate:stuck" });
    const controller = new AbortController();
    const onProgress = () => controller.abort(new Error("enough"));
    const error = await job.wait({ signal: controller.signal, onProgress }).catch((error) => error);
    const early = await client.models.list({}, { signal: controller.signal }).catch((error) => error);
    const updates = [];
    for await (const { status } of client.videos.updates(job)) {
      if (updates.push(status) === 2) break;
    }
    const stream = await client.videos.stream(
      await client.videos.generate({ prompt: "a cat" }),
      { signal: AbortSignal.timeout(30_000) },
    );
    const reader = stream.getReader();
    const { value } = await reader.read();
    await reader.cancel();
    client.close();
    return [
      error instanceof CancelledError,
      error.cause.message,
      early.kind,
      updates.length,
      value.length > 0,
    ];
  }, simulator.options("openai"));
  assert.deepEqual(seen, [true, "enough", "cancelled", 2, true]);
  assert.deepEqual(errors, []);
});

test("each wait is its own, whoever else waits", async (t) => {
  const { page, errors } = await open(t);
  const seen = await page.evaluate(async (options) => {
    const { Client, CancelledError } = globalThis.sorakit;
    const client = new Client({ ...options, poll_interval: 0.05 });
    const job = await client.videos.create({ prompt: "a cat" });
    // Read once, and never again.
    const kept = client.videos.updates(job);
    await kept.next();
    const controller = new AbortController();
    const first = client.videos.wait(job, { signal: controller.signal });
    const second = client.videos.wait(job, { timeout: 30 });
    setTimeout(() => controller.abort(), 20);
    const error = await first.catch((error) => error);
    const { status } = await second;
    await kept.return();
    client.close();
    return [error instanceof CancelledError, error.job_id === job.id, status];
  }, simulator.options("openai"));
  assert.deepEqual(seen, [true, true, "succeeded"]);
  assert.deepEqual(errors, []);
});

test("call options are checked before anything is sent", async (t) => {
  const { page } = await open(t);
  const seen = await page.evaluate(async (options) => {
    const { Client } = globalThis.sorakit;
    const client = new Client(options);
    const fields = [];
    for (const given of [
      { timeout: 0 },
      { timeout: Number.NaN },
      { timeout: "5" },
      { timeout: 1e19 },
      { timeoutMs: 5 },
      { singal: null },
    ]) {
      const call = client.videos.generate({ prompt: "a cat" }, given);
      fields.push(await call.then(() => "sent", (error) => error.field));
    }
    const { message } = await client.videos
      .create({ prompt: "a cat", duration: "5" })
      .catch((error) => error);
    client.close();
    return { fields, message };
  }, simulator.options("openai"));
  assert.deepEqual(seen.fields, ["timeout", "timeout", "timeout", "timeout", "timeoutMs", "singal"]);
  assert.match(seen.message, /duration: must be a whole number from 0, not "5"/);
});

test("an abort ends a proof of work", async (t) => {
  const { page, errors } = await open(t);
  const seen = await page.evaluate(async (options) => {
    const { Client, init } = globalThis.sorakit;
    const controller = new AbortController();
    const ended = new Promise((resolve) => {
      const solve = (challenge, { signal }) =>
        new Promise((_, reject) => {
          controller.abort();
          signal.onabort = () => {
            reject(new Error("ended"));
            resolve(true);
          };
        });
      init({ solver: { solve } });
    });
    const client = new Client(options);
    const error = await client.videos.create({ prompt: "x" }, controller).catch((error) => error);
    return [error.name, await ended];
  }, simulator.options("sora"));
  assert.deepEqual(seen, ["CancelledError", true]);
  assert.deepEqual(errors, []);
});

test("errors are classes that say what to do", async (t) => {
  const { page } = await open(t);
  const seen = await page.evaluate(async (options) => {
    const { Client, SorakitError } = globalThis.sorakit;
    const failure = async (more, call) => {
      try {
        const client = new Client({ ...options, max_retries: 0, ...more });
        await call(client);
      } catch (error) {
        return [error instanceof SorakitError, error.name, error.field, error.message];
      }
    };
    const list = (client) => client.models.list();
    return {
      key: await failure({ api_key: "wrong" }, (client) => client.videos.list()),
      down: await failure({ base_url: "http://127.0.0.1:9" }, list),
      create: await failure({ base_url: "http://127.0.0.1:9" }, (client) => client.videos.create({ prompt: "x" })),
      proxy: await failure({ proxy: "http://127.0.0.1:1" }, list),
      file: await failure({ credential_file: "/tmp/x" }, list),
      cookie: await failure({ session_token: "x" }, list),
      agent: await failure({ profile: { user_agent: "another" } }, list),
      unknown: await failure({ nonsense: 1 }, list),
      half: await failure({}, (client) => client.videos.create({ prompt: "a cat \ud83d" })),
      path: await failure({}, (client) => client.openai.characters.create({ name: "a", video: { path: "/etc/hosts" } })),
      download: await failure({}, (client) => client.videos.resume("v").download("cat.mp4")),
      closed: await failure({}, (client) => {
        client.close();
        return client.models.list();
      }),
    };
  }, simulator.options("openai"));
  const expected = {
    key: ["AuthenticationError", null, /./],
    down: ["ConnectionError", null, /127\.0\.0\.1:9.*CORS/],
    create: ["OutcomeUnknownError", null, /CORS/],
    proxy: ["ConfigurationError", "proxy", /network settings/],
    file: ["ConfigurationError", "credential_file", /store/],
    cookie: ["ConfigurationError", "session_token", /cookie/],
    agent: ["ConfigurationError", "profile", /User-Agent/],
    unknown: ["InvalidInputError", "nonsense", /not known/],
    half: ["InvalidInputError", "prompt", /half of a character/],
    path: ["InvalidInputError", "file", /opens no paths/],
    download: ["UnsupportedError", undefined, /videos\.blob/],
    closed: ["ConfigurationError", undefined, /closed/],
  };
  for (const [name, [class_, field, message]] of Object.entries(expected)) {
    const [known, ...outcome] = seen[name];
    assert.ok(known, name);
    assert.deepEqual(outcome.slice(0, 2), [class_, field], name);
    assert.match(outcome[2], message);
  }
});

test("credentials never go along to another origin", async (t) => {
  const other = [];
  const media = await serve((request, response) => {
    other.push(request.headers);
    response.writeHead(200, { "content-type": "video/mp4" }).end(Buffer.from("AAAAGGZ0eXBpc29tAAACAGlzb21tcDQy", "base64"));
  });
  t.after(() => media.close());
  const first = [];
  const server = await serve((request, response) => {
    first.push(request.headers.authorization);
    response.writeHead(302, { location: `${media.url}/v.mp4` }).end();
  });
  t.after(() => server.close());
  const { page } = await open(t);
  const seen = await page.evaluate(async (base_url) => {
    const { Client } = globalThis.sorakit;
    const common = { base_url, max_retries: 0, grace: 1 };
    const openai = new Client({ dialect: "openai", api_key: "secret", ...common });
    const text = new TextDecoder().decode(await openai.videos.bytes("video_1"));
    const posted = await openai.videos.create({ prompt: "x" }).catch((error) => error.message);
    const gateway = new Client({ dialect: "sora2api", api_key: "secret", ...common });
    const { url } = await gateway.sora2api.videos.content({ video_id: "v" });
    const native = new Client({ dialect: "sora", access_token: "secret", ...common });
    const refused = await native.sora.tasks.pending().catch((error) => error.message);
    return { text, posted, url, refused };
  }, server.url);
  assert.match(seen.text, /ftypisom/);
  assert.equal(seen.url, `${media.url}/v.mp4`);
  assert.match(seen.posted, /302/);
  assert.match(seen.refused, /302/);
  assert.ok(first.length >= 4 && first.every((value) => value === "Bearer secret"), String(first));
  assert.ok(other.length > 0);
  for (const headers of other) {
    for (const name of ["authorization", "cookie", "oai-device-id"]) {
      assert.equal(headers[name], undefined, name);
    }
  }
});

test("a rotated token is saved in the page's store before it is used", async (t) => {
  const { page, errors } = await open(t);
  const { dialect, base_url } = simulator.options("sora");
  const { refresh_token, client_id } = simulator.credentials;
  const log = await page.evaluate(async (options) => {
    const log = [];
    let kept;
    const store = {
      load: () => kept,
      save: async (credential) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        kept = credential;
        log.push("saved");
      },
      lock: async () => {
        log.push("locked");
        return () => log.push("unlocked");
      },
    };
    const client = new globalThis.sorakit.Client({ ...options, store });
    await Promise.all([client.account.quota(), client.sora.account.me()]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    client.close();
    return { log, rotated: kept.refresh_token !== options.refresh_token };
  }, { dialect, base_url, refresh_token, client_id });
  assert.deepEqual(log, { log: ["locked", "saved", "unlocked"], rotated: true });
  assert.deepEqual(errors, []);
});

test("what a blob is, its content says, and never the server", async (t) => {
  const contents = {
    html: ["text/html", "<script>parent.stolen = 1</script>"],
    svg: ["image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg" onload="stolen = 1"/>'],
    png: ["text/html", Buffer.from("iVBORw0KGgoAAAANSUhEUg==", "base64")],
    mp4: ["image/svg+xml", Buffer.from("AAAAGGZ0eXBpc29tAAACAGlzb21tcDQy", "base64")],
  };
  const server = await serve((request, response) => {
    const [type, body] = contents[new URL(request.url, "http://x").pathname.slice(1)] ?? [];
    if (!type) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": type }).end(body);
  });
  t.after(() => server.close());
  const { page } = await open(t);
  const types = await page.evaluate(async ([base_url, names]) => {
    const client = new globalThis.sorakit.Client({ dialect: "mirror", base_url, api_key: "k", max_retries: 0, grace: 0.2 });
    const typeOf = (blob) => blob.then(({ type }) => type, (error) => error.kind);
    const types = {};
    for (const name of names) {
      const link = { url: `${base_url}/${name}` };
      const common = { dialect: "mirror", status: "succeeded", progress: 100, raw: null };
      const video = { ...client.videos.resume("v"), ...common, video: link, images: [] };
      const image = { ...client.images.resume("i"), ...common, images: [link] };
      types[name] = [await typeOf(client.videos.blob(video)), await typeOf(client.images.blob(image))];
    }
    client.close();
    return types;
  }, [server.url, Object.keys(contents)]);
  // A page is refused, or has the type of what is no media.
  const own = { html: "application/octet-stream", svg: "application/octet-stream", png: "image/png", mp4: "video/mp4" };
  for (const [name, type] of Object.entries(own)) {
    for (const told of types[name]) {
      assert.ok([type, "unexpected_response", "not_found", "not_ready"].includes(told), `${name}: ${told}`);
    }
  }
  assert.ok(types.png.includes("image/png") && types.mp4.includes("video/mp4"), JSON.stringify(types));
});

test("the page stays responsive while a proof of work is searched for", async (t) => {
  const { page } = await open(t);
  const seen = await page.evaluate(async (options) => {
    const { PowSolver } = await import("/dist/pow.js");
    const own = new PowSolver();
    // Nobody finds one with so many zeros: the search takes the whole of its two seconds.
    const solver = {
      solve: (challenge, given) =>
        own.solve({ ...challenge, difficulty: "0".repeat(40) }, { ...given, max_tries: 1e60, timeout: 2 }),
    };
    await globalThis.sorakit.init({ solver });
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
    const client = new globalThis.sorakit.Client(options);
    await client.models.list();
    observer.observe({ type: "longtask" });
    const began = performance.now();
    const error = await client.videos.create({ prompt: "a cat" }).catch((error) => error);
    const took = performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 100));
    own.close();
    client.close();
    const long = [...tasks, ...observer.takeRecords()].map(({ duration }) => duration);
    return { error: error.name, took, longest: Math.max(0, ...long) };
  }, simulator.options("sora"));
  assert.equal(seen.error, "ProofOfWorkError");
  assert.ok(seen.took >= 2000, `${seen.took} ms`);
  // What shares its cores with the workers is late now and then; a search on the page's own
  // thread would hold it for its whole length.
  assert.ok(seen.longest < seen.took / 2, JSON.stringify(seen));
});

test("the options' limits go to a solver that is given", async (t) => {
  const { page } = await open(t);
  const seen = await page.evaluate(async (options) => {
    const solved = [];
    const { PowSolver } = await import("/dist/pow.js");
    const own = new PowSolver({ workers: 1, kernel: "scalar" });
    const solver = {
      solve: (challenge, given) => {
        solved.push([challenge.config[4] === navigator.userAgent, given.max_tries]);
        return own.solve(challenge, given);
      },
    };
    await globalThis.sorakit.init({ solver });
    const client = new globalThis.sorakit.Client({ ...options, pow_max_tries: 5_000_000 });
    await client.videos.create({ prompt: "a cat" });
    const limited = new globalThis.sorakit.Client({ ...options, pow_max_tries: 2 });
    const error = await limited.videos.create({ prompt: "a cat" }).catch((error) => error);
    own.close();
    return { solved, limited: error.name };
  }, simulator.options("sora"));
  assert.deepEqual(seen.solved, [
    [true, 5_000_000],
    [true, 5_000_000],
  ]);
  assert.equal(seen.limited, "ProofOfWorkError");
});

test("it works in a dedicated worker", async (t) => {
  const { page, errors } = await open(t);
  const seen = await page.evaluate(async (options) => {
    const worker = new Worker("/test/client-worker.js", { type: "module" });
    const answered = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
    worker.postMessage(options);
    const answer = await answered;
    worker.terminate();
    return answer;
  }, simulator.options("sora"));
  assert.deepEqual(seen, ["succeeded", "video/mp4", true]);
  assert.deepEqual(errors, []);
});

test("a client before `init`, and a module that is not there, are errors that say what to do", async (t) => {
  const { page } = await browser.open(CLIENT_POLICY);
  t.after(() => page.close());
  const seen = await page.evaluate(async (options) => {
    const sorakit = await import("/dist/index.js");
    const messages = [];
    try {
      new sorakit.Client(options);
    } catch (error) {
      messages.push(`${error.kind}: ${error.message}`);
    }
    await sorakit.init({ wasmUrl: "/nowhere.wasm" }).catch((error) => {
      messages.push(`${error.kind}: ${error.message}`);
    });
    await Promise.all([sorakit.init({ wasmUrl: "/dist/client.wasm" }), sorakit.init()]);
    messages.push(new sorakit.Client(options).dialect);
    return messages;
  }, simulator.options("mirror"));
  assert.match(seen[0], /^configuration: .*await init\(\)/);
  assert.match(seen[1], /^configuration: .*nowhere.wasm answered with status 404.*wasmUrl/);
  assert.equal(seen[2], "mirror");
});

