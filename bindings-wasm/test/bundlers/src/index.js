// What a project with a bundler writes.

import { PowSolver, verifyPow } from "sorakit-wasm/pow";

globalThis.solveAll = async (challenges, options) => {
  const solver = new PowSolver(options);
  const answers = [];
  for (const challenge of challenges) {
    const { answer } = await solver.solve(challenge);
    answers.push(verifyPow(challenge, answer) && answer);
  }
  const { kernel, workers } = solver;
  solver.close();
  return { answers, kernel, workers };
};
