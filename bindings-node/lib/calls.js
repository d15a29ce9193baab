// What every call has: errors as classes, a signal that ends it, and callbacks
// that can do no harm.

import { ERRORS } from "./errors.js";
import { SorakitError } from "./error.js";

/** The error that a backend's rejection stands for. */
export function toError(reason) {
  if (reason instanceof SorakitError) return reason;
  let report;
  try {
    report = JSON.parse(reason.message);
  } catch {
    return reason;
  }
  if (typeof report?.kind !== "string") return reason;
  const { cause: causes = [], ...fields } = report;
  const cause = causes.reduceRight(
    (inner, message) => new Error(message, inner && { cause: inner }),
    undefined,
  );
  return new (ERRORS[fields.kind] ?? SorakitError)(fields, cause);
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
    ? `the call was aborted; the job ${job_id} goes on at the server`
    : CREATES.test(operation)
      ? "the call was aborted, and may have been sent: look at the account's jobs before sending it again"
      : "the call was aborted";
  return ownError("cancelled", operation, null, why, signal.reason, job_id);
}

const NOT_BEGUN = "the call was aborted before it was begun";

/** What makes something, and must not be sent twice. */
const CREATES = /\.(create|remix|generate)$/;

/** The longest wait, in seconds: some thirty years. */
const LONGEST = 1e9;

/** The options of a call, checked before anything is sent. */
export function checkedOptions(operation, options = {}, accepted = ["signal"]) {
  if (options === null || typeof options !== "object") {
    throw refused(operation, "options", "options: must be an object");
  }
  for (const name of Object.keys(options)) {
    if (!accepted.includes(name)) {
      throw refused(operation, name, `${name}: is no option; there is ${accepted.join(", ")}`);
    }
  }
  const { signal, timeout, onProgress } = options;
  if (signal != null && typeof signal.addEventListener !== "function") {
    throw refused(operation, "signal", "signal: must be an AbortSignal");
  }
  if (timeout != null && !(typeof timeout === "number" && timeout >= 0 && timeout <= LONGEST)) {
    throw refused(operation, "timeout", "timeout: must be a number of seconds from 0");
  }
  if (onProgress != null && typeof onProgress !== "function") {
    throw refused(operation, "onProgress", "onProgress: must be a function");
  }
  return { ...options, signal: signal ?? undefined, timeout: timeout ?? undefined };
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
  // What was not begun was not sent.
  if (signal.aborted) throw ownError("cancelled", operation, null, NOT_BEGUN, signal.reason, job_id);
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
      const answer = callback(JSON.parse(text));
      answer?.then?.(undefined, (error) => backend.warn(error));
    } catch (error) {
      backend.warn(error);
    }
  };
}
