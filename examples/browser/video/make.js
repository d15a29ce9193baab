// Makes a video through a server: what the page does with `sorakit-wasm`.

import { Client, init } from "sorakit-wasm";

import { SIZES, firstFrame } from "./image.js";

/**
 * Makes a video, or goes on with the job of an id, and gives its file. `onStep` is told when it is
 * sent, generated and downloaded, `onJob` which job it is, `onProgress` how far that is, and
 * `onSolved` of the proof of work.
 */
export async function makeVideo(options, request, { signal, onStep, onJob, onProgress, onSolved }) {
  await init();
  const onEvent = (event) => event.event === "solved" && onSolved(event);
  const client = new Client({ ...options, onEvent });
  try {
    onStep(request.id ? "generate" : "send");
    const job = request.id
      ? client.videos.resume(request.id)
      : await client.videos.create(await fields(options.dialect, request), { signal });
    onJob(job);
    onStep("generate");
    const done = await job.wait({ signal, onProgress });
    onStep("download");
    return await done.blob({ signal });
  } finally {
    client.close();
  }
}

/** The request in the words of an API. */
async function fields(dialect, { prompt, orientation, image }) {
  const [width, height] = SIZES[orientation];
  const shape = dialect === "openai" ? { size: `${width}x${height}` } : { orientation };
  const references = image ? [await firstFrame(image, orientation)] : [];
  return { prompt, references, ...shape };
}
