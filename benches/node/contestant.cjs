// One contestant, measured in this process: `contestant.cjs NAME URL PEERS`.

const path = require("node:path");

const [name, url, peers] = process.argv.slice(2);
const WARM = 300;
const SEQUENTIAL = 1500;
const TOGETHER = 200;
const WAVES = 15;

/** What each is loaded from, and how it makes one request. */
const contestants = {
  sorakit() {
    const { Client } = require(path.join(__dirname, "../../bindings-node"));
    return () => {
      const client = new Client({ dialect: "openai", base_url: url, api_key: "k" });
      return () => client.openai.videos.get({ video_id: "video_1" });
    };
  },
  openai() {
    const OpenAI = require(path.join(peers, "node_modules/openai"));
    return () => {
      const client = new OpenAI({ baseURL: url, apiKey: "k" });
      return () => client.videos.retrieve("video_1");
    };
  },
  fetch: () => () => async () => {
    const response = await fetch(`${url}/videos/video_1`, { headers: { authorization: "Bearer k" } });
    return response.json();
  },
};

async function main() {
  const began = performance.now();
  const begin = contestants[name]();
  const load = name === "fetch" ? null : performance.now() - began;
  const request = begin();

  for (let at = 0; at < WARM; at += 1) await request();
  const sequential = await perRequest(SEQUENTIAL, async () => {
    for (let at = 0; at < SEQUENTIAL; at += 1) await request();
  });
  const together = await perRequest(TOGETHER * WAVES, async () => {
    for (let wave = 0; wave < WAVES; wave += 1) {
      await Promise.all(Array.from({ length: TOGETHER }, request));
    }
  });
  console.log(JSON.stringify({ load, sequential, together }));
  process.exit(0);
}

/** Processor time of a request in milliseconds, of all threads. */
async function perRequest(requests, work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / requests;
}

main();
