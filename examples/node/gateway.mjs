// One program for gateways of several dialects. What a dialect lacks is refused
// before anything is sent; what goes wrong has a class and says what to do.

import { Client, Simulator, SorakitError, UnsupportedError } from "sorakit";

const simulator = new Simulator({ speed: 60 });

for (const dialect of ["sora", "sora2api"]) {
  const client = new Client({ ...simulator.options(dialect), max_retries: 1 });
  console.log(`${dialect} at ${client.baseUrl}`);
  await attempt("a video", () => client.videos.generate({ prompt: "a fox", duration: 10 }));
  await attempt("a refused one", () => client.videos.generate({ prompt: "simulate:refuse_content" }));
  await attempt("the quota", () => client.account.quota());
  client.close();
}

async function attempt(what, call) {
  try {
    const result = await call();
    console.log(`  ${what}: ${result.status ?? JSON.stringify(result)}`);
  } catch (error) {
    if (!(error instanceof SorakitError)) throw error;
    const why = error instanceof UnsupportedError ? "not offered" : error.kind;
    console.log(`  ${what}: ${why} (${error.message})`);
  }
}
