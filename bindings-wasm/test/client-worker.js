// The client within a worker of the page's own: makes a video, and says how long it is.

import { Client, init } from "../dist/index.js";

addEventListener("message", async ({ data: options }) => {
  await init();
  const client = new Client(options);
  const job = await client.videos.generate({ prompt: "a cat in the snow" });
  const blob = await job.blob();
  postMessage([job.status, blob.type, blob.size > 1000]);
  client.close();
});
