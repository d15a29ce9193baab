// Uses every export as its types say; `tsc` reads it, nothing runs it.

import {
  PowSolver,
  browserConfig,
  finalToken,
  initialToken,
  solvePow,
  verifyPow,
  type Kernel,
  type Solution,
} from "sorakit-wasm/pow";

const challenge = { seed: "0.5", difficulty: "0fffff", config: browserConfig() };
const solution: Solution = await solvePow(challenge, {
  signal: AbortSignal.timeout(1_000),
  max_tries: 1_000,
  timeout: 2,
  threads: 1,
  onProgress: (tries, { from, count }) => tries + from + count,
});
const right: boolean = verifyPow(challenge, solution.answer);
const tokens: string[] = [initialToken(solution.answer), finalToken(solution.answer)];

const solver = new PowSolver({
  workers: 2,
  kernel: "scalar",
  wasmUrl: new URL("https://example.com/pow-scalar.wasm"),
  workerUrl: "/pow-worker.js",
  idle_timeout: 5,
});
const kernel: Kernel = solver.kernel;
solver.close();

// @ts-expect-error A kernel has one of three names.
new PowSolver({ kernel: "avx2" });
// @ts-expect-error A challenge has a difficulty.
await solver.solve({ seed: "0.5" });

export { kernel, right, tokens };
