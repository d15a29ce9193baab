// What every runtime has to do.

import assert from "node:assert/strict";
import { CancelledError, Client, InvalidInputError, Simulator, solvePow, verifyPow } from "sorakit";

const simulator = new Simulator({ speed: 200 });
const client = new Client({ ...simulator.options(), poll_interval: 0.02 });

let told = 0;
const job = await client.videos.generate({ prompt: "a cat" }, { onProgress: () => (told += 1) });
assert.equal(job.status, "succeeded");
assert.ok(told > 0);

const { bytes } = await job.download(`runtime-${Date.now()}.mp4`);
let read = 0;
for await (const chunk of await job.stream()) read += chunk.length;
assert.equal(read, bytes);
assert.equal((await job.bytes()).length, bytes);

const stuck = await client.videos.create({ prompt: "simulate:stuck" });
await assert.rejects(stuck.wait({ signal: AbortSignal.timeout(50) }), CancelledError);
await assert.rejects(client.videos.create({ prompt: "" }), InvalidInputError);

const challenge = { seed: "1", difficulty: "00ff" };
assert.ok(verifyPow(challenge, (await solvePow(challenge)).answer));

let kept;
const { refresh_token, client_id } = simulator.credentials;
const { access_token, ...rest } = simulator.options();
const store = { load: () => kept, save: (credential) => void (kept = credential) };
await new Client({ ...rest, refresh_token, client_id, store }).sora.quota.check();
assert.ok(kept.refresh_token);

simulator.stop();
console.log("all is well");
