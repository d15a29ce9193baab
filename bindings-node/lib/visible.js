// A server's texts as a console shows them: with nothing that moves a cursor, turns the direction
// of writing or cannot be seen. The values themselves stay exact.

/** What must not reach a terminal; the same characters as in the core. */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/u;
const EACH = new RegExp(HIDDEN, "gu");

/** What JSON writes in their place. */
const WRITTEN = /\\[bf]|\\u00[0189]/;

const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** A text with what is hidden in it written out. */
export function visible(text) {
  return text.replace(EACH, (found) => `\\u{${found.codePointAt(0).toString(16)}}`);
}

/** A value that was read from this JSON, which a console shows as it is fit to be seen. */
export function fitToShow(value, json) {
  // A line break or a tab does no harm.
  if (HIDDEN.test(json) || WRITTEN.test(json)) mark(value);
  return value;
}

/** Has a console show an object without what is hidden in its texts. */
export function mark(value) {
  if (value === null || typeof value !== "object") return;
  Object.defineProperty(value, INSPECT, { value: inspected, configurable: true });
  for (const inner of Object.values(value)) mark(inner);
}

function inspected(depth, options, inspect) {
  return inspect(copy(this), { ...options, depth: options.depth });
}

function copy(value) {
  if (typeof value === "string") return visible(value);
  if (Array.isArray(value)) return value.map(copy);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([name, inner]) => [visible(name), copy(inner)]);
  return Object.fromEntries(entries);
}
