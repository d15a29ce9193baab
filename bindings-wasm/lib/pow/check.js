// What is checked before a search begins, and the errors of one: classes that the package for
// Node has too.

import {
  CancelledError,
  ConfigurationError,
  InvalidInputError,
  ProofOfWorkError,
} from "../../../bindings-node/lib/errors.js";

// These four alone, so that a bundler leaves out the others.
const ERRORS = {
  cancelled: CancelledError,
  configuration: ConfigurationError,
  invalid_input: InvalidInputError,
  proof_of_work: ProofOfWorkError,
};

const OPERATION = "solvePow";

/** The longest seed that is worked on, in bytes. Servers send about twenty. */
const LONGEST_SEED = 64 * 1024;

/** An error of this entry. */
export function failure(kind, message, field = null, cause = undefined) {
  const report = {
    kind,
    message: `${OPERATION}: ${message}`,
    operation: OPERATION,
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

/** The error of a search that its signal ended. */
export function cancelled(signal) {
  return failure("cancelled", "the call was aborted", null, signal.reason);
}

function invalid(field, must) {
  return failure("invalid_input", `\`${field}\` must be ${must}`, field);
}

/** A positive number, or infinity. */
export function positive(field, value) {
  if (typeof value === "number" && value > 0) return value;
  throw invalid(field, "a number above 0");
}

/** A whole number from 0, where one is given. */
export function wholeNumber(field, value) {
  if (value == null || (Number.isInteger(value) && value >= 0)) return value;
  throw invalid(field, "a whole number from 0");
}

/** Refuses options that there are not. */
export function known(options, accepted) {
  if (options === null || typeof options !== "object") throw invalid("options", "an object");
  for (const name of Object.keys(options)) {
    if (accepted.includes(name)) continue;
    throw failure("invalid_input", `\`${name}\` is no option: there is ${accepted.join(", ")}`, name);
  }
  return options;
}

/** One of some values. */
export function oneOf(field, value, values) {
  if (values.includes(value)) return value;
  throw invalid(field, `one of ${values.join(", ")}`);
}

/** The job of a challenge: the difficulty as bytes, and the configuration's JSON cut at its counters. */
export function toJob({ seed, difficulty, config }) {
  const bound = toBound(seed, difficulty);
  if (!Array.isArray(config) || config.length !== 18) {
    throw invalid("config", "an array of 18 values");
  }
  const part = (from, to) => JSON.stringify(config.slice(from, to)).slice(1, -1);
  return { seed, bound, parts: [`[${part(0, 3)},`, `,${part(4, 9)},`, `,${part(10)}]`] };
}

/** The bytes of a challenge's difficulty. Refuses what is no challenge. */
export function toBound(seed, difficulty) {
  if (typeof seed !== "string") throw invalid("seed", "a text");
  if (seed.length > LONGEST_SEED || new TextEncoder().encode(seed).length > LONGEST_SEED) {
    throw invalid("seed", `a text of at most ${LONGEST_SEED} bytes`);
  }
  if (typeof difficulty !== "string" || !/^([0-9a-f]{2}){0,64}$/i.test(difficulty)) {
    throw invalid("difficulty", "hexadecimal of an even length, at most 128 digits");
  }
  return Uint8Array.from(difficulty.match(/../g) ?? [], (digits) => parseInt(digits, 16));
}

/** How many tries a difficulty takes on average. */
export function expectedTries(bound) {
  let favourable = 0;
  for (const byte of bound) favourable = favourable * 256 + byte;
  return 256 ** bound.length / (favourable + 1);
}
