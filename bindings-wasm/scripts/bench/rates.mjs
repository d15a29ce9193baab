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
  // The hashes are given what a program with nothing but a hash function does at best: the parts
  // of the JSON that stay are put together once, as bytes.
  const encoder = new TextEncoder();
  const part = (from, to) => {
    const json = JSON.stringify(challenge.config.slice(from, to)).slice(1, -1);
    return String.fromCharCode(...encoder.encode(json));
  };
  const [head, middle, tail] = [`[${part(0, 3)},`, `,${part(4, 9)},`, `,${part(10)}]`];
  const byHash = (hash) => async () => {
    const began = performance.now();
    let nonce = 100_000;
    // Sixteen at a time, so that the clock costs nothing.
    for (; performance.now() - began < turn; nonce += 16) {
      for (let i = nonce; i < nonce + 16; i += 1) {
        const [first] = hash(challenge.seed + btoa(head + i + middle + (i >> 1) + tail));
        if (first === undefined) throw new Error("a hash is expected");
      }
    }
    return ((nonce - 100_000) / (performance.now() - began)) * 1000;
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
