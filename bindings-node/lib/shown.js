// What a console shows of an error: the texts that a server chose, such as the id of a job, as they
// are fit to be seen.

import { SorakitError } from "./error.js";
import { visible } from "./visible.js";

Object.defineProperty(SorakitError.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  configurable: true,
  value(depth, options, inspect) {
    const { cause, ...fields } = this;
    for (const [field, value] of Object.entries(fields)) {
      if (typeof value === "string") fields[field] = visible(value);
    }
    const because = cause === undefined ? "" : `\n  [cause]: ${inspect(cause, options)}`;
    return `${this.stack} ${inspect(fields, { ...options, depth })}${because}`;
  },
});
