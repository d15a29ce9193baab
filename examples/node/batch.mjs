// A hundred prompts and a night to run: a program that is stopped goes on, and pays for nothing twice.

import { Batch, Client, Simulator } from "sorakit";

function* requests() {
  for (const animal of ["cat", "dog", "bird", "fish"]) {
    for (const place of ["snow", "rain"]) {
      yield { prompt: `a ${animal} in the ${place}`, custom_id: `${animal}-${place}` };
    }
  }
}

async function run(client, most) {
  const batch = new Batch("videos", client, { jobs: 2 });
  try {
    const added = await batch.add(requests());
    console.log(`${added.new} new requests, ${added.known} known`);
    for await (const { custom_id, state, files } of batch) {
      console.log(`  ${custom_id}: ${state} ${files.join(", ")}`);
      most -= 1;
      if (most === 0) return; // Whatever ends a program: an error, Ctrl-C, a power cut.
    }
    // An earlier run's results, too.
    const done = (await batch.results()).filter(({ state }) => state === "done");
    console.log(`${done.length} videos are there`);
  } finally {
    batch.close();
  }
}

const simulator = new Simulator({ speed: 300 });
const client = new Client(simulator.options("openai"));
await run(client, 3);
await run(client, 1000);
console.log(`${simulator.journal("openai.videos.create").length} creations were paid for`);
simulator.stop();
await client.close();
