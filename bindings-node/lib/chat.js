// What a chat says, and how values show themselves.

import { checked, described, refused } from "./calls.js";
import { written } from "./plain.js";
import { fitToShow } from "./visible.js";

/** The function that reads chats, over a backend. */
export function makeReadChat(backend) {
  return (answer) => {
    if (typeof answer !== "string" && (answer === null || typeof answer !== "object")) {
      const why = `answer: must be a text or an object, not ${described(answer)}`;
      throw refused("readChat", "answer", why);
    }
    const text = checked(() => backend.readChat(written(answer, "readChat")));
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
