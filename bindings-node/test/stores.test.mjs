// Tokens that rotate are kept before they are used.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import { Client, StorageError } from "../dist/index.mjs";
import { folder, simulate } from "./support.mjs";

/** A store that several clients share, and that notes what is asked of it. */
function sharedStore() {
  const log = [];
  let kept;
  let turn = Promise.resolve();
  return {
    log,
    async load() {
      log.push("load");
      return kept;
    },
    async save(credential) {
      await sleep(20);
      kept = credential;
      log.push("saved");
    },
    lock() {
      const before = turn;
      let release;
      turn = new Promise((resolve) => (release = resolve));
      return before.then(() => {
        log.push("locked");
        return () => {
          log.push("unlocked");
          release();
        };
      });
    },
    get kept() {
      return kept;
    },
  };
}

function options(simulator, store) {
  const { refresh_token, client_id } = simulator.credentials;
  const { dialect, base_url } = simulator.options();
  return { dialect, base_url, refresh_token, client_id, store };
}

test("a rotated token is saved before the new access token is used", async (t) => {
  const simulator = simulate(t);
  const store = sharedStore();
  const client = new Client(options(simulator, store));
  const first = simulator.credentials.refresh_token;
  await client.sora.quota.check();
  await sleep(10);
  assert.ok(store.kept.refresh_token && store.kept.refresh_token !== first);
  assert.ok(store.kept.access_token);
  const steps = store.log.filter((step) => step !== "load");
  assert.deepEqual(steps, ["locked", "saved", "unlocked"]);
});

test("a call waits for the save, and fails when that fails", async (t) => {
  const simulator = simulate(t);
  const store = sharedStore();
  store.save = async () => {
    throw new Error("the disk is full");
  };
  const error = await new Client(options(simulator, store)).sora.quota
    .check()
    .catch((error) => error);
  assert.ok(error instanceof StorageError, String(error));
  assert.match(error.message, /save.*the disk is full/);
  assert.equal(simulator.journal("sora.quota.check").length, 0, "it was used before it was saved");
});

test("clients that share a store renew once", async (t) => {
  const simulator = simulate(t);
  const store = sharedStore();
  const clients = [0, 1, 2].map(() => new Client(options(simulator, store)));
  await Promise.all(clients.flatMap((client) => [client.sora.quota.check(), client.sora.quota.check()]));
  assert.equal(simulator.journal("sora.tokens.refresh").length, 1);
});

test("a store without a lock, and one that answers at once", async (t) => {
  const simulator = simulate(t);
  let kept = null;
  const store = { load: () => kept, save: (credential) => void (kept = credential) };
  await new Client(options(simulator, store)).sora.quota.check();
  assert.ok(kept.access_token);
  await new Client(options(simulator, store)).sora.quota.check();
  assert.equal(simulator.journal("sora.tokens.refresh").length, 1);
});

test("a file keeps them for its owner alone", async (t) => {
  const simulator = simulate(t);
  const { store, ...rest } = options(simulator);
  const credential_file = path.join(await folder(t), "account.json");
  await new Client({ ...rest, credential_file }).sora.quota.check();
  assert.ok(JSON.parse(await readFile(credential_file, "utf8")).refresh_token);
  if (process.platform !== "win32") {
    assert.equal((await stat(credential_file)).mode & 0o777, 0o600);
  }
});
