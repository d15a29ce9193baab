// Results as the vectors have them.

import { TIMES } from "../lib/names.js";

/** A result with its times in seconds, as the vectors have them. */
export function inSeconds(value) {
  if (Array.isArray(value)) return value.map(inSeconds);
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
  const seconds = (name, inner) =>
    TIMES.includes(name) && /^\d{4}-.*\.\d{3}Z$/.test(inner) ? Date.parse(inner) / 1000 : inSeconds(inner);
  const fields = Object.entries(value).map(([name, inner]) => [
    name,
    name === "raw" ? inner : seconds(name, inner),
  ]);
  return Object.fromEntries(fields);
}
