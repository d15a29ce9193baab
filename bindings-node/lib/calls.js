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

/** The error of a call that its signal ended. */
export function cancelled(signal, operation) {
  return ownError("cancelled", operation, null, "the call was aborted", signal.reason);
}

/** The error of a call with a value that cannot be. */
export function refused(operation, field, why) {
  return ownError("invalid_input", operation, field, why);
}

/** An error that no backend reported. */
function ownError(kind, operation, field, why, cause) {
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
    job_id: null,
  };
  return new ERRORS[kind](report, cause);
}

/**
 * Makes a call that a signal can end. `begin` gets a token of the backend and
 * answers with a promise.
 */
export async function guarded(backend, signal, operation, begin) {
  if (!signal) {
    try {
      return await begin();
    } catch (reason) {
      throw toError(reason);
    }
  }
  if (signal.aborted) throw cancelled(signal, operation);
  const token = backend.cancelToken();
  const abort = () => token.cancel();
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await begin(token);
  } catch (reason) {
    throw signal.aborted ? cancelled(signal, operation) : toError(reason);
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
