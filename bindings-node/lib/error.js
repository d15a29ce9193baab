// The one class of errors. `errors.js` has a subclass for each kind.

import { visible } from "./visible.js";

/** What failed, on which operation, and what to do about it. */
export class SorakitError extends Error {
  constructor(report, cause) {
    super(report.message, cause === undefined ? undefined : { cause });
    for (const [field, value] of Object.entries(report)) {
      if (field !== "message") this[field] = value;
    }
  }

  /** What a console shows: the id of a job, which a server chose, as it is fit to be seen. */
  [Symbol.for("nodejs.util.inspect.custom")](depth, options, inspect) {
    const { cause, ...fields } = this;
    for (const [field, value] of Object.entries(fields)) {
      if (typeof value === "string") fields[field] = visible(value);
    }
    const because = cause === undefined ? "" : `\n  [cause]: ${inspect(cause, options)}`;
    return `${this.stack} ${inspect(fields, { ...options, depth })}${because}`;
  }

  get name() {
    return this.constructor.name;
  }
}
