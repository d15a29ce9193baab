// The one class of errors. `errors.js` has a subclass for each kind.

/** What failed, on which operation, and what to do about it. */
export class SorakitError extends Error {
  constructor(report, cause) {
    super(report.message, cause === undefined ? undefined : { cause });
    for (const [field, value] of Object.entries(report)) {
      if (field !== "message") this[field] = value;
    }
  }

  get name() {
    return this.constructor.name;
  }
}
