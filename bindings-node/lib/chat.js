// What a chat says, and how values show themselves.

import { checked } from "./calls.js";
import { fitToShow } from "./visible.js";

/** The function that reads chats, over a backend. */
export function makeReadChat(backend) {
  return (answer) => {
    const text = checked(() => backend.readChat(JSON.stringify(answer)));
    return fitToShow(JSON.parse(text), text);
  };
}

/** A copy of a value, with its texts as they are shown. */
export function presented(backend, value) {
  if (typeof value === "string") return backend.shown(value, 1000);
  if (Array.isArray(value)) return value.map((item) => presented(backend, item));
  if (value === null || typeof value !== "object" || ArrayBuffer.isView(value)) return value;
  const copy = {};
  for (const [name, inner] of Object.entries(value)) {
    copy[backend.shown(name, 200)] = presented(backend, inner);
  }
  return copy;
}
