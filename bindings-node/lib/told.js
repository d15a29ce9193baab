// What happens inside calls, told to the client's own callbacks and to the platform's channels.

import { described, harmless, quietly, refused } from "./calls.js";
import { unknownOption } from "./nearest.js";

/** The options that are no plain values. */
const CALLBACKS = ["onEvent", "onRequest", "onResponse"];
const OWN = ["store", ...CALLBACKS];

/** Takes the options that are no plain values apart from those that are. */
export function apart(options, operation) {
  if (options === null || typeof options !== "object" || Array.isArray(options)) {
    throw refused(operation, "options", `options: must be an object, not ${described(options)}`);
  }
  const plain = {};
  const own = {};
  for (const [name, value] of Object.entries(options)) {
    if (OWN.includes(name)) own[name] = value ?? undefined;
    else if (typeof value === "function") throw refused(operation, name, `${name}: ${unknownOption(name, OWN)}`);
    else plain[name] = value;
  }
  for (const name of CALLBACKS) {
    if (own[name] !== undefined && typeof own[name] !== "function") {
      throw refused(operation, name, `${name}: must be a function`);
    }
  }
  const { store } = own;
  if (store !== undefined && !(typeof store?.load === "function" && typeof store.save === "function")) {
    throw refused(operation, "store", "store: must have the methods `load` and `save`");
  }
  return { ...own, plain };
}

/** What the native part tells, as JSON; undefined where nobody can be told. */
export function teller(backend, { onEvent, onRequest, onResponse }) {
  const { channels } = backend;
  if (!channels && !onEvent && !onRequest && !onResponse) return undefined;
  return harmless(backend, (told) => {
    const { event, ...exchange } = told;
    quietly(backend, onEvent, told);
    if (event === "sending") {
      quietly(backend, onRequest, exchange);
      channels?.request.publish(exchange);
    } else if (event === "answered") {
      quietly(backend, onResponse, exchange);
      channels?.response.publish(exchange);
    } else {
      channels?.event.publish(told);
    }
  });
}

/** Whether anybody is told of anything. */
export function isHeard(backend, { onEvent, onRequest, onResponse }) {
  const { request, response, event } = backend.channels ?? {};
  return Boolean(
    onEvent ?? onRequest ?? onResponse ??
      (request?.hasSubscribers || response?.hasSubscribers || event?.hasSubscribers),
  );
}
