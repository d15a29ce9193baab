// sorakit for browsers: the client over fetch.

import { makeReadChat } from "../../bindings-node/lib/chat.js";
import { makeClient } from "../../bindings-node/lib/facade.js";
import { backend } from "./backend.js";

/** One account on one server. */
export const Client = makeClient(backend);

/** What a chat says: its words, its progress, and the media that it links to. */
export const readChat = makeReadChat(backend);

export { init } from "./module.js";
export { Job } from "../../bindings-node/lib/facade.js";
export { OAUTH_CLIENTS } from "../../bindings-node/lib/names.js";
export { SorakitError } from "../../bindings-node/lib/error.js";
export * from "../../bindings-node/lib/errors.js";
