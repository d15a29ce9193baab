// The Node package against openai-node and raw fetch, in one run: what loading
// costs, and processor time per request over loopback. Each measure is taken in
// a process of its own, in turns, so that other work on the machine meets all.
//
//   node benches/node/main.mjs --peers FOLDER --output FILE [--rounds 7]

import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { availableParallelism, cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";

const { values } = parseArgs({
  options: {
    peers: { type: "string" },
    output: { type: "string" },
    rounds: { type: "string", default: "7" },
  },
});

const VIDEO = JSON.stringify({
  id: "video_1",
  object: "video",
  model: "sora-2",
  status: "in_progress",
  progress: 33,
  created_at: 1758941485,
  size: "1280x720",
  seconds: "8",
});
const GOALS = { load: "≤ 10", sequential: "≤ 0.20", together: "≤ 0.10" };
const CONTESTANTS = ["sorakit", "openai", "fetch"];

const server = createServer((request, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end(VIDEO);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${server.address().port}/v1`;

const measures = Object.fromEntries(CONTESTANTS.map((name) => [name, []]));
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const name of CONTESTANTS) measures[name].push(await measure(name));
}
server.close();

const text = report();
console.log(text);
if (values.output) await writeFile(values.output, text);

async function measure(name) {
  const contestant = fileURLToPath(new URL("contestant.cjs", import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [contestant, name, url, values.peers],
    { timeout: 120_000 },
  );
  return JSON.parse(stdout);
}

function report() {
  const columns = { load: "require, ms", sequential: "one after the other", together: "200 at once" };
  const lines = [
    "# The Node package",
    "",
    `Node ${process.version}, ${cpus()[0].model.trim()}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}.`,
    `${values.rounds} rounds; medians with the least and the most. Requests are milliseconds of processor`,
    "time each, of all threads, over loopback; the server is another process.",
    "",
    `| | ${Object.values(columns).join(" | ")} |`,
    "|---|---|---|---|",
    ...CONTESTANTS.map(
      (name) => `| ${name} | ${Object.keys(columns).map((key) => cell(name, key)).join(" | ")} |`,
    ),
    `| goal | ${Object.keys(columns).map((key) => GOALS[key]).join(" | ")} |`,
  ];
  return lines.join("\n") + "\n";
}

function cell(name, key) {
  const sorted = measures[name].map((one) => one[key]).sort((a, b) => a - b);
  if (sorted[0] === null) return "–";
  const show = (value) => value.toFixed(key === "load" ? 1 : 3);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return `**${show(middle)}** (${show(sorted[0])}–${show(sorted.at(-1))})`;
}
