// Hands finished videos on to players, which seek: nothing is kept here. The handler is one for
// `node:http` and for Express alike: `app.get("/videos/:id", handler)`.

import { createServer } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { Client, Simulator, SorakitError } from "sorakit";

const simulator = process.env.SORAKIT_BASE_URL ? undefined : new Simulator({ speed: 600 });
const client = new Client(simulator?.options());

async function handler(request, response) {
  const id = request.params?.id ?? request.url.split("/").at(-1);
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const { signal } = gone;
  try {
    let range = wanted(request.headers.range);
    let video = await client.videos.stream(id, { range, signal });
    if (range && video.end === null) {
      // The server does not say how long the video is: from its beginning, then.
      await video.cancel();
      range = undefined;
      video = await client.videos.stream(id, { signal });
    }
    const { start, end, length, media_type } = video;
    const headers = { "content-type": media_type ?? "application/octet-stream", "accept-ranges": "bytes" };
    if (end !== null) headers["content-length"] = end - start;
    if (range) headers["content-range"] = `bytes ${start}-${end - 1}/${length ?? "*"}`;
    response.writeHead(range ? 206 : 200, headers);
    await pipeline(Readable.fromWeb(video), response);
  } catch (error) {
    if (signal.aborted || response.headersSent) return response.destroy();
    if (!(error instanceof SorakitError)) throw error;
    response.writeHead(status(error)).end(error.message);
  }
}

/** What a `Range` header asks for: one range that says where it begins, else the whole. */
function wanted(header) {
  const [, start, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? "") ?? [];
  if (start === undefined) return undefined;
  return { start: Number(start), end: last ? Number(last) + 1 : undefined };
}

function status({ kind, field }) {
  if (field === "start" || field === "end") return 416;
  return kind === "not_found" ? 404 : 502;
}

const server = createServer(handler).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));

// A player that seeks.
const job = await client.videos.generate({ prompt: "a cat in the snow" });
const url = `http://127.0.0.1:${server.address().port}/videos/${job.id}`;
for (const range of [undefined, "bytes=0-99", "bytes=1000-", "bytes=999999999-"]) {
  const answer = await fetch(url, { headers: range ? { range } : {} });
  const { byteLength } = await answer.arrayBuffer();
  console.log(range ?? "everything", answer.status, answer.headers.get("content-range"), byteLength);
}
server.close();
server.closeAllConnections();
