// A prompt becomes a file. Offline: the simulator stands in for a server.

import { Client, Simulator } from "sorakit";

const simulator = new Simulator({ speed: 60 });
const client = new Client(simulator.options());

const job = await client.videos.generate(
  { prompt: "a cat in the snow", duration: 10 },
  { onProgress: ({ status, progress }) => console.log(`${status}, ${progress.toFixed(0)} %`) },
);
const { path, bytes, video } = await job.download("cat.mp4");
console.log(`${path}: ${bytes} bytes, ${video.duration} s, ${video.width} x ${video.height}`);
