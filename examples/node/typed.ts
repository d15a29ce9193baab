// The same with types: requests, jobs, events and errors have them all.

import { Client, RateLimitedError, Simulator, type ClientOptions, type Job } from "sorakit";
import type { VideoRequest } from "sorakit";

async function film(client: Client, request: VideoRequest): Promise<Job> {
  const job: Job = await client.videos.create(request);
  for await (const update of job.updates({ signal: AbortSignal.timeout(60_000) })) {
    console.log(update.status, update.progress);
    if (update.status === "succeeded") return update;
  }
  throw new Error(`the job ${job.id} has no result`);
}

// Both end with this block, that is with the program.
using simulator: Simulator = new Simulator({ speed: 60 });
const options: ClientOptions = {
  ...simulator.options("sora"),
  onEvent: (event) => {
    if (event.event === "solved") console.log(`${event.tries} tries in ${event.elapsed} s`);
  },
};
await using client = new Client(options);

try {
  const job = await film(client, { prompt: "a cat in the snow", orientation: "portrait" });
  const { bytes } = await job.download("typed.mp4");
  for await (const draft of client.sora.drafts.list_items({ limit: 5 })) {
    console.log(bytes, draft.id);
  }
} catch (error) {
  if (error instanceof RateLimitedError) console.log(`again in ${error.retry_after} s`);
  else throw error;
}
