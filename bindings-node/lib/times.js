// Times, which JSON carries in seconds, as text that `Date` reads.

import { TIMES } from "./names.js";

const NAMES = new Set(TIMES);
const MAY_HOLD = new RegExp(`"(?:${TIMES.join("|")})":[0-9]`);

/** A fresh result with its times in ISO 8601; `raw` keeps what the server said as it is. */
export function dated(value, text) {
  if (MAY_HOLD.test(text)) convert(value);
  return value;
}

function convert(value) {
  if (value === null || typeof value !== "object") return;
  for (const name of Object.keys(value)) {
    const inner = value[name];
    if (typeof inner === "number" && NAMES.has(name)) {
      // What is no time of this calendar stays as it is.
      if (inner < 1e11) value[name] = new Date(inner * 1000).toISOString();
    } else if (name !== "raw") {
      convert(inner);
    }
  }
}
