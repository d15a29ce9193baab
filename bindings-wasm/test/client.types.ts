// Uses the client as its types say; `tsc` reads it, nothing runs it.

import { Client, Job, RateLimitedError, SorakitError, init } from "sorakit-wasm";
import type { ClientOptions, CredentialStore, VideoRequest } from "sorakit-wasm";
import { PowSolver } from "sorakit-wasm/pow";

await init();
await init({ wasmUrl: new URL("https://example.com/client.wasm"), solver: new PowSolver() });

const store: CredentialStore = { load: () => null, save: async () => {} };
const options: ClientOptions = {
  dialect: "openai",
  base_url: "https://gateway.example/v1",
  api_key: "key",
  store,
  onEvent: (event) => event.event,
};

export async function everything(file: File): Promise<Blob> {
  using client = new Client(options);
  const request: VideoRequest = { prompt: "a cat", duration: 10, references: [file] };
  const job: Job = await client.videos.generate(request, {
    signal: AbortSignal.timeout(1_000),
    timeout: 60,
    onProgress: ({ progress, status }) => progress.toFixed(0) + status,
  });
  for await (const update of client.videos.updates(job)) console.log(update.progress);
  const stream: ReadableStream<Uint8Array> = await job.stream();
  const bytes: Uint8Array = await client.videos.bytes(job.id);
  const { id } = await client.sora.uploads.image({ file });
  console.log(stream.locked, bytes.length, id);
  try {
    await client.videos.create({ prompt: "x" });
  } catch (error) {
    if (error instanceof RateLimitedError) console.log(error.retry_after);
    if (error instanceof SorakitError) console.log(error.kind, error.field);
  }
  return client.videos.blob(job, { signal: AbortSignal.timeout(1_000) });
}

// @ts-expect-error A browser downloads to no path.
new Client(options).videos.download("id", "cat.mp4");
// @ts-expect-error A browser has no proxy of a page's choosing.
new Client({ ...options, proxy: "http://127.0.0.1:1" });
// @ts-expect-error A browser sends no cookie of a page's choosing.
new Client({ ...options, session_token: "token" });
// @ts-expect-error A module's place is an address.
await init({ wasmUrl: 7 });
