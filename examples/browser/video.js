// Makes a video through a server: what the page does with `sorakit-wasm`.

import { Client, init } from "sorakit-wasm";

import { SIZES, firstFrame } from "./image.js";

/** Where a simulator has each API. */
const PATHS = { sora: "backend", openai: "openai" };

/** Options for a client of a simulator. The native API takes an access token, the other a key. */
export function clientOptions({ server, dialect, api_key, access_token }) {
  const base_url = `${server.replace(/\/+$/, "")}/${PATHS[dialect]}`;
  const credential = dialect === "sora" ? { access_token } : { api_key };
  return { dialect, base_url, poll_interval: 0.25, ...credential };
}

/**
 * Makes a video and gives its file. `onStep` is told when it is sent, generated and downloaded,
 * `onProgress` how far the job is, and `onEvent` what happens inside the calls.
 */
export async function makeVideo(options, { prompt, orientation, image }, { signal, onStep, onProgress, onEvent }) {
  await init();
  const client = new Client({ ...options, onEvent });
  try {
    onStep("send");
    const [width, height] = SIZES[orientation];
    const shape = options.dialect === "openai" ? { size: `${width}x${height}` } : { orientation };
    const references = image ? [await firstFrame(image, orientation)] : [];
    const job = await client.videos.create({ prompt, references, ...shape }, { signal });
    onStep("generate");
    const done = await job.wait({ signal, onProgress });
    onStep("download");
    return await done.blob({ signal });
  } finally {
    client.close();
  }
}
