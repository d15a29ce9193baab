// sorakit for Node, Bun and Deno.

import { makeReadChat } from "./chat.js";
import { makeClient } from "./facade.js";
import { backend } from "./backend.js";

/** One account on one server. */
export const Client = makeClient(backend);

/** What a chat says: its words, its progress, and the media that it links to. */
export const readChat = makeReadChat(backend);

export { Job } from "./facade.js";
export { SorakitError } from "./error.js";
export * from "./errors.js";
export { Simulator } from "./simulator.js";
export { solvePow, verifyPow } from "./proof_of_work.js";
