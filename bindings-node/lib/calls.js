// What every call has: errors as classes, a signal that ends it, and callbacks
// that can do no harm.

import { ERRORS } from "./errors.js";
import { SorakitError } from "./error.js";
import { unknownOption } from "./nearest.js";
import { dated } from "./times.js";
import { fitToShow, visible } from "./visible.js";

/** The error that a backend's rejection stands for. */
export function toError(reason) {
  if (reason instanceof SorakitError) return reason;
  let report;
  try {
    report = JSON.parse(reason.message);
  } catch {
    return unconverted(reason);
  }
  if (typeof report?.kind !== "string") return reason;
  const { cause: causes = [], ...fields } = report;
  const cause = causes.reduceRight(
    (inner, message) => new Error(message, inner && { cause: inner }),
    undefined,
  );
  return new (ERRORS[fields.kind] ?? SorakitError)(fields, cause);
}

/** What the native part says of a value that it cannot take. */
const MISTAKEN = /^(InvalidArg|\w+Expected)$/;

/** A value of a kind that nothing here had looked at, in words of our own. */
function unconverted(reason) {
  if (!MISTAKEN.test(reason?.code ?? "")) return reason;
  const message = "a value is of a kind that this call does not take: see its types";
  const report = { kind: "invalid_input", message, operation: null, field: null, retryable: false };
  return new ERRORS.invalid_input(report, reason);
}

/** Makes a call that answers at once. */
export function checked(call) {
  try {
    return call();
  } catch (reason) {
    throw toError(reason);
  }
}

/** The error of a call that its signal ended; of a job it says that the job goes on. */
export function cancelled(signal, operation, job_id = null) {
  const why = job_id
    ? `the call was aborted; the job ${visible(job_id)} goes on at the server`
    : CREATES.test(operation)
      ? "the call was aborted, and may have been sent: look at the account's jobs before sending it again"
      : "the call was aborted";
  return ownError("cancelled", operation, null, why, signal.reason, job_id);
}

const NOT_BEGUN = "the call was aborted before it was begun";

/** What makes something, and must not be sent twice. */
const CREATES = /\.(create|remix|generate)$/;

/** The longest wait, in seconds: ten years. */
const LONGEST = 315_360_000;

/** The options of a call, checked before anything is sent. */
export function checkedOptions(operation, options = {}, accepted = ["signal"]) {
  if (options === null || typeof options !== "object") {
    throw refused(operation, "options", "options: must be an object");
  }
  for (const name of Object.keys(options)) {
    if (!accepted.includes(name)) {
      throw refused(operation, name, `${name}: ${unknownOption(name, accepted)}`);
    }
  }
  const { signal, timeout, onProgress, index, range } = options;
  if (signal != null && typeof signal.addEventListener !== "function") {
    throw refused(operation, "signal", "signal: must be an AbortSignal");
  }
  if (timeout != null && !(typeof timeout === "number" && timeout > 0 && timeout <= LONGEST)) {
    const must = `must be a number of seconds above 0 and at most ${LONGEST} (ten years)`;
    throw refused(operation, "timeout", `timeout: ${must}, not ${described(timeout)}`);
  }
  if (index != null && !(Number.isInteger(index) && index >= 0 && index < 2 ** 32)) {
    throw refused(operation, "index", `index: must be a whole number from 0, not ${described(index)}`);
  }
  if (range != null) checkRange(operation, range);
  if (onProgress != null && typeof onProgress !== "function") {
    throw refused(operation, "onProgress", "onProgress: must be a function");
  }
  return {
    ...options,
    signal: signal ?? undefined,
    timeout: timeout ?? undefined,
    index: index ?? undefined,
    range: range == null ? undefined : { start: range.start ?? undefined, end: range.end ?? undefined },
  };
}

/** The bytes of a file that are wanted; that there is one among them is checked further down. */
function checkRange(operation, range) {
  if (typeof range !== "object") {
    throw refused(operation, "range", `range: must be an object with \`start\` and \`end\`, not ${described(range)}`);
  }
  for (const [name, value] of Object.entries(range)) {
    if (name !== "start" && name !== "end") {
      throw refused(operation, name, `range.${name}: ${unknownOption(name, ["start", "end"])}`);
    }
    if (value != null && !(Number.isSafeInteger(value) && value >= 0)) {
      throw refused(operation, name, `${name}: must be a whole number of bytes from 0, not ${described(value)}`);
    }
  }
}

/** A text that is given by itself, such as an id. */
export function textOf(operation, field, value) {
  if (typeof value !== "string" || value === "") {
    throw refused(operation, field, `${field}: must be a text, not ${described(value)}`);
  }
  if (HALF.test(value)) throw refused(operation, field, `${field}: ${HALF_CHARACTER}`);
  return value;
}

/** Half of a character. */
const HALF = /\p{Surrogate}/u;
const HALF_CHARACTER =
  "holds half of a character (a lone surrogate): the text was cut in the middle of an emoji";

/** What is said of a path that is none. */
export function notAPath(path) {
  return `path: must be a text, a URL or bytes, not ${described(path)}`;
}

/** What was given, in an error. */
export function described(value) {
  if (typeof value === "string") return value.length > 40 ? "a text" : JSON.stringify(value);
  if (value === null || ["number", "boolean", "undefined"].includes(typeof value)) return String(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** The error of a call with a value that cannot be. */
export function refused(operation, field, why) {
  return ownError("invalid_input", operation, field, why);
}

/** An error that no backend reported. */
function ownError(kind, operation, field, why, cause, job_id = null) {
  const report = {
    kind,
    message: `${operation}: ${why}`,
    operation,
    code: null,
    status: null,
    request_id: null,
    retry_after: null,
    retryable: false,
    field,
    job_id,
  };
  return new ERRORS[kind](report, cause);
}

/**
 * Makes a call that a signal can end. `begin` gets a token of the backend and
 * answers with a promise.
 */
export async function guarded(backend, signal, operation, begin, job_id) {
  if (!signal) {
    try {
      return await begin();
    } catch (reason) {
      throw toError(reason);
    }
  }
  if (signal.aborted) {
    if (job_id) throw cancelled(signal, operation, job_id);
    // What was not begun was not sent.
    throw ownError("cancelled", operation, null, NOT_BEGUN, signal.reason);
  }
  const token = backend.cancelToken();
  const abort = () => token.cancel();
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await begin(token);
  } catch (reason) {
    throw signal.aborted ? cancelled(signal, operation, job_id) : toError(reason);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** A callback for a value as JSON. What it throws is a warning. */
export function harmless(backend, callback) {
  if (!callback) return undefined;
  return (text) => {
    try {
      const answer = callback(fitToShow(dated(JSON.parse(text), text), text));
      answer?.then?.(undefined, (error) => backend.warn(error));
    } catch (error) {
      backend.warn(error);
    }
  };
}
