// What the types say; read by `tsc --strict`, and never run.

import {
  Client,
  ERRORS,
  Job,
  RateLimitedError,
  Simulator,
  solvePow,
  SorakitError,
  verifyPow,
} from "sorakit";
import type { CredentialStore, Download, sora, VideoRequest } from "sorakit";

export async function everything(client: Client, bytes: Uint8Array): Promise<void> {
  const request: VideoRequest = { prompt: "a cat", duration: 10, orientation: "landscape" };
  const job: Job = await client.videos.generate(request, {
    signal: AbortSignal.timeout(1000),
    timeout: 60,
    onProgress: ({ progress, status }) => progress.toFixed(0) + status,
  });
  const download: Download = await job.download("cat.mp4", { onProgress: ({ done }) => void done });
  const stream: ReadableStream<Uint8Array> = await job.stream();
  const inMemory: Uint8Array = await job.bytes();
  for await (const update of job.updates()) void (update.error?.message satisfies string | undefined);
  for await (const one of client.videos.pages({ limit: 10 })) one satisfies Job;
  await client.videos.create({ prompt: "x", references: [{ path: "a.png" }, bytes, { url: "https://a.example/b.png" }] });
  const quota: sora.Quota = await client.sora.quota.check();
  await client.sora.uploads.image({ file: new Blob(["PNG"]) });
  void [download.video?.duration, stream, inMemory, quota];

  const { dialect, evidence } = await Client.detect({ base_url: "http://127.0.0.1:1" });
  void [dialect satisfies string, evidence satisfies string[]];
  const content: ReadableStream<Uint8Array> = await client.openai.videos.stream({ video_id: "v" });
  const picture: Uint8Array = await client.images.bytes(job, { index: 1 });
  void [content, picture];

  const again: Job = await client.videos.get(job);
  const other: Job = await client.videos.remix(job, { prompt: "at night" });
  const post: Job = await client.videos.publish("v_1", { text: "a cat" });
  await client.videos.cancel(job, { signal: AbortSignal.timeout(1000) });
  void [again, other, post];

  // @ts-expect-error: the prompt is missing.
  await client.videos.create({ duration: 10 });
  // @ts-expect-error: there is no such orientation.
  await client.videos.create({ prompt: "x", orientation: "diagonal" });
  // @ts-expect-error: there is no such operation.
  await client.sora.quota.chekc();
  // @ts-expect-error: jobs come from clients.
  new Job();
}

export function errors(error: unknown): number | null | undefined {
  if (error instanceof RateLimitedError) return error.retry_after;
  if (error instanceof SorakitError && error.kind === "content_policy") return error.status;
  return ERRORS.timeout === undefined ? null : undefined;
}

export async function theRest(): Promise<boolean> {
  const store: CredentialStore = { load: () => undefined, save: async (credential) => void credential };
  using simulator = new Simulator({ speed: 60, shapes: "observed" });
  await using client = new Client({ ...simulator.options("sora"), store, max_retries: 1 });
  simulator.addFault({ operation: "sora.*", action: { kind: "reset_before" } });
  client.setAdminToken("t");
  const { answer } = await solvePow({ seed: "1", difficulty: "ff" }, { threads: 1 });
  return verifyPow({ seed: "1", difficulty: "ff" }, answer);
}
