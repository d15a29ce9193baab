// The package within a worker of the page's own: solves what it is sent.

import { PowSolver } from "../dist/pow.js";

addEventListener("message", async ({ data: { options, challenge } }) => {
  const solver = new PowSolver(options);
  postMessage(await solver.solve(challenge));
  solver.close();
});
