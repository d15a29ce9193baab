// The shared faults, played in Node: a sample, or all of them with SORAKIT_FAULTS=all.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { inspect } from "node:util";

import { OutcomeUnknownError, SorakitError } from "../dist/index.mjs";
import { connect, folder, simulate } from "./support.mjs";

const FAULTS = JSON.parse(
  readFileSync(new URL("../../tests/contract/faults.json", import.meta.url), "utf8"),
);
const FLOWS = ["create", "watch", "download", "list"];
const DIALECTS = ["sora", "mirror", "sora2api", "skyriff", "relay", "openai"];
const LISTS = ["sora", "openai"];
// Every so many cells are the sample; a prime, so that no flow and no dialect is left out.
const STEP = 53;
const LONGEST_MS = 60_000;
const MOST_REQUESTS = 300;

/** Every fault that is no matter of a clock of its own or of much memory. */
function* everyCell() {
  for (const fault of FAULTS) {
    for (const flow of FLOWS) {
      for (const dialect of DIALECTS) {
        const ofRequests = fault.action && !fault.large;
        const ofJobs = fault.prompt && ["create", "watch"].includes(flow);
        if ((ofRequests || ofJobs) && (flow !== "list" || LISTS.includes(dialect))) {
          yield { fault, flow, dialect };
        }
      }
    }
  }
}

function script(simulator, fault, flow, credential) {
  const method = flow === "create" ? "POST" : "GET";
  let skip = fault.skip ?? 0;
  if (fault.first) {
    simulator.addFault({ method, skip, action: fault.first });
    skip += 1;
  }
  if (fault.action) {
    const action = JSON.parse(JSON.stringify(fault.action).replaceAll("{credential}", credential));
    simulator.addFault({ method, skip, times: fault.times ?? null, action });
  }
}

const every = process.env.SORAKIT_FAULTS === "all" ? 1 : STEP;
const cells = [...everyCell()].filter((_, index) => index % every === 0);

for (const { fault, flow, dialect } of cells) {
  test(`what is promised holds: ${fault.name}, ${flow}, ${dialect}`, async (t) => {
    const simulator = simulate(t, { speed: 600 });
    const { access_token, api_key } = simulator.credentials;
    const credential = dialect === "sora" ? access_token : api_key;
    const limits = {
      timeout: 1,
      creation_timeout: 2,
      connect_timeout: 1,
      total_timeout: 15,
      video_timeout: 8,
      slot_timeout: 2,
      min_rate_time: 2,
      grace: 3,
      max_retries: 3,
    };
    const client = connect(t, simulator, limits, dialect);
    const place = await folder(t);
    const target = path.join(place, "cat.mp4");
    const prompt = fault.prompt ? `a cat simulate:${fault.prompt}` : "a cat";
    let job;
    let whole;
    if (flow === "watch" || flow === "download") job = await client.videos.create({ prompt });
    if (flow === "download") {
      job = await job.wait();
      const other = path.join(place, "whole.mp4");
      await job.download(other);
      whole = await readFile(other);
      await rm(other);
    }
    simulator.clearJournal();
    script(simulator, fault, flow, credential);
    const began = performance.now();
    const act = {
      create: () => client.videos.create({ prompt }),
      watch: () => job.wait(),
      download: () => job.download(target),
      list: () => client.videos.list(),
    };
    const error = await act[flow]().then(
      () => undefined,
      (error) => error,
    );
    const requests = simulator.journal();
    const made = requests.flatMap((request) => request.jobs);
    if (error === undefined) {
      if (flow === "download") assert.deepEqual(await readFile(target), whole);
    } else {
      assert.ok(error instanceof SorakitError, inspect(error));
      const said = `${error.stack}${inspect(error, { depth: 9 })}${JSON.stringify(error)}`;
      assert.ok(!said.includes(credential), "the credential is told");
      if (job) assert.equal(error.job_id, job.id, said);
      assert.ok(!fault.passes || flow === "create", said);
      if (flow === "create" && made.length > 0) {
        assert.ok(error.job_id || error instanceof OutcomeUnknownError, said);
        assert.ok(!error.retryable, said);
      }
    }
    assert.ok(performance.now() - began < LONGEST_MS);
    assert.ok(requests.length < MOST_REQUESTS, `${requests.length} requests`);
    assert.ok(made.length <= 1, `${made.length} jobs`);
    const names = await readdir(place);
    const left = names.filter((name) => name !== "cat.mp4");
    assert.ok(left.every((name) => name.includes(".part")), left.join());
    assert.equal(names.includes("cat.mp4"), flow === "download" && error === undefined);
    assert.ok(left.length === 0 || error !== undefined, left.join());
  });
}
