// A job outlives the program that began it: its id is all that has to be kept.

import { Client, Simulator, TimeoutError } from "sorakit";

const simulator = new Simulator();
let id;

// The first program gives up waiting. The error names the job.
try {
  const client = new Client(simulator.options());
  await client.videos.generate({ prompt: "a cat in the snow" }, { timeout: 0.5 });
} catch (error) {
  if (!(error instanceof TimeoutError)) throw error;
  console.log(`gave up: ${error.message}`);
  id = error.job_id;
}

// The second one goes on with it, whatever has become of the first.
simulator.setSpeed(600);
const client = new Client(simulator.options());
const job = await client.videos.resume(id).wait({ timeout: 60 });
const { path, bytes } = await job.download("resumed.mp4");
console.log(`${path}: ${bytes} bytes`);
