// What the benchmark's page runs.

/** Candidates a second, by contestant and round. Sent to the page as text, so all of it is inside. */
export async function measureRates([challenge, rounds, turn]) {
  const { createSHA3 } = await import("/node_modules/hash-wasm/dist/index.esm.js");
  const { sha3_512 } = await import("/node_modules/@noble/hashes/sha3.js");
  const solvers = ["simd128", "scalar", "javascript"].flatMap((kernel) =>
    [1, 2].map((workers) => [
      `${kernel}, ${workers} worker${workers > 1 ? "s" : ""}`,
      new globalThis.sorakit.PowSolver({ kernel, workers, idle_timeout: 600 }),
    ]),
  );
  const bySolver = (solver) => async () => {
    // From the first chunk to the last: what is under way at the end is not counted.
    const told = [];
    const onProgress = (tries) => told.push([performance.now(), tries]);
    const limits = { max_tries: Infinity, timeout: turn / 1000, onProgress };
    await solver.solve(challenge, limits).catch(() => {});
    const [[from, before], [to, after]] = [told[0], told.at(-1)];
    return ((after - before) / (to - from)) * 1000;
  };
  const encoder = new TextEncoder();
  const byHash = (hash) => async () => {
    const config = [...challenge.config];
    const began = performance.now();
    let nonce = 0;
    // Eight at a time, so that the clock costs nothing.
    for (; performance.now() - began < turn; nonce += 8) {
      for (let i = nonce; i < nonce + 8; i += 1) {
        config[3] = i;
        config[9] = i >> 1;
        const json = String.fromCharCode(...encoder.encode(JSON.stringify(config)));
        hash(challenge.seed + btoa(json));
      }
    }
    return (nonce / (performance.now() - began)) * 1000;
  };
  const sha3 = await createSHA3(512);
  const contestants = {
    "hash-wasm": byHash((text) => sha3.init().update(text).digest("binary")),
    noble: byHash((text) => sha3_512(encoder.encode(text))),
    ...Object.fromEntries(solvers.map(([name, solver]) => [name, bySolver(solver)])),
  };
  const rates = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contestants)) {
      const rate = await run();
      // The first round warms up.
      if (round >= 0) rates[name].push(rate);
    }
  }
  for (const [, solver] of solvers) solver.close();
  return rates;
}
