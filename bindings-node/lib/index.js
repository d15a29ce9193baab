// sorakit for Node, Bun and Deno.

import { makeClient } from "./facade.js";
import { backend } from "./backend.js";

/** One account on one server. */
export const Client = makeClient(backend);

export { Job } from "./facade.js";
export { SorakitError } from "./error.js";
export * from "./errors.js";
export { Simulator } from "./simulator.js";
export { solvePow, verifyPow } from "./proof_of_work.js";
