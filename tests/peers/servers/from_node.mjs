// Makes a video from Node with an address and a key alone, and prints what was found out.
//
// Usage: node from_node.mjs PACKAGE BASE_URL KEY FILE [MODEL].

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [place, base_url, api_key, file, model] = process.argv.slice(2);
const { Client } = await import(pathToFileURL(resolve(place, "lib/index.js")));
const client = new Client({ base_url, api_key, environment: false });
const job = await client.videos.generate({ prompt: "a cat from Node", model }, { timeout: 20 });
await job.download(file);
console.log(client.flavour, job.status);
await client.close();
