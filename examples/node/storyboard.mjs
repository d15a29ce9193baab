// A video from shots, each with its length and its scene, starting from a
// picture. The picture is in memory here; `{ path: "cat.png" }` does as well.

import { Client, Simulator } from "sorakit";

const simulator = new Simulator({ speed: 60 });
const client = new Client(simulator.options());

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const job = await client.videos.generate({
  prompt: "A cat and the weather",
  duration: 15,
  orientation: "portrait",
  references: [{ data: picture, filename: "cat.png" }],
  storyboard: [
    { duration: 5, scene: "A cat looks out of the window." },
    { duration: 5, scene: "It begins to snow." },
    { duration: 5, scene: "The cat runs into the garden." },
  ],
});
const { path, video } = await job.download("storyboard.mp4");
console.log(`${path}: ${video.duration} s, ${video.width} x ${video.height}`);
