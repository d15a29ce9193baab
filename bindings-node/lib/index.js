// sorakit for Node, Bun and Deno.

import { makeReadChat } from "./chat.js";
import { makeClient } from "./facade.js";
import { backend, native } from "./backend.js";
import { checked, notAPath, refused, textOf } from "./calls.js";

/** One account on one server. */
export const Client = makeClient(backend);

/** What a chat says: its words, its progress, and the media that it links to. */
export const readChat = makeReadChat(backend);

/**
 * Refuses a place for a download that cannot be written, before a job is paid for.
 */
export function checkTarget(path) {
  const place = backend.path(path);
  if (place === undefined) throw refused("checkTarget", "path", notAPath(path));
  if (typeof place === "string") textOf("checkTarget", "path", place);
  checked(() => native.checkTarget(place));
}

export { Batch } from "./batch.js";
export { Job } from "./facade.js";
export { OAUTH_CLIENTS } from "./names.js";
export { SorakitError } from "./error.js";
export * from "./errors.js";
export { Simulator } from "./simulator.js";
export {
  defaultProfile,
  finalToken,
  initialToken,
  randomProfile,
  solvePow,
  verifyPow,
} from "./proof_of_work.js";
