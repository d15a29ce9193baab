// Parameters as JSON can hold them, and results as programs can hold them.

import { refused } from "./calls.js";
import { dated } from "./times.js";
import { fitToShow } from "./visible.js";

/** How deep values may be nested. */
const DEPTH = 100;
/** How many values one call may have: one object within many others counts each time. */
const VALUES = 1_000_000;
/** Objects that JSON would write as `{}`. */
const HOLDERS = ["Map", "Set", "WeakMap", "WeakSet", "Promise", "WeakRef", "RegExp", "Error"];

/**
 * The parameters of a call as plain values. `replace(value, path)` gives what stands for a
 * value, or `undefined` for the value itself.
 */
export function plain(value, operation, replace = () => undefined) {
  let values = 0;
  const refuse = (path, why) => {
    // An object that holds itself has an endless path.
    const field = path.length > 8 ? `${path.slice(0, 8).join(".")}…` : path.join(".");
    return refused(operation, field || "params", `\`${field || "params"}\` ${why}`);
  };
  const read = (value, path, depth) => {
    values += 1;
    if (values > VALUES) throw refuse(path, `holds more than ${VALUES} values`);
    if (depth > DEPTH) throw refuse(path, `is nested more than ${DEPTH} levels deep, or holds itself`);
    switch (typeof value) {
      case "number":
        if (!Number.isFinite(value)) throw refuse(path, "must be a finite number");
        return value;
      case "bigint":
        if (BigInt(Number(value)) !== value) throw refuse(path, "is a number that is too large");
        return Number(value);
      case "function":
      case "symbol":
        throw refuse(path, `cannot be a ${typeof value}`);
      case "object":
        return value === null ? null : inside(value, path, depth);
      default:
        return value;
    }
  };
  const inside = (value, path, depth) => {
    const replaced = replace(value, path);
    if (replaced !== undefined) return replaced;
    if (typeof value.toJSON === "function") {
      return read(value.toJSON(path.at(-1) ?? ""), path, depth + 1);
    }
    if (Array.isArray(value)) {
      return Array.from(value, (item, index) => read(item, [...path, index], depth + 1) ?? null);
    }
    const holder = HOLDERS.find((name) => value instanceof globalThis[name]);
    if (holder) throw refuse(path, `cannot be a ${holder}: give a plain object or an array`);
    // Without a prototype, so that no name means anything, not even `__proto__`.
    const fields = Object.create(null);
    for (const name of Object.keys(value)) {
      fields[name] = read(value[name], [...path, name], depth + 1);
    }
    return fields;
  };
  return read(value, [], 0);
}

/** The parameters of a call as JSON. */
export function written(value, operation) {
  return JSON.stringify(plain(value, operation));
}

/** Names that every object has, and those that promises and JSON look for. */
const TAKEN = new Set([...Object.getOwnPropertyNames(Object.prototype), "then", "toJSON"]);
const MAY_BE_TAKEN = new RegExp(`"(?:${[...TAKEN].join("|")})":`);

/**
 * A result, with its times in ISO 8601. Fields that a server named as every object's own stand apart, in `unknown`; `raw`
 * keeps what it said as it is.
 */
export function parsed(text) {
  const value = dated(JSON.parse(text), text);
  return fitToShow(MAY_BE_TAKEN.test(text) ? apart(value) : value, text);
}

function apart(value) {
  if (Array.isArray(value)) return value.map(apart);
  if (value === null || typeof value !== "object") return value;
  const own = {};
  const unknown = Object.create(null);
  for (const name of Object.keys(value)) {
    if (TAKEN.has(name)) unknown[name] = value[name];
    else own[name] = name === "raw" ? value[name] : apart(value[name]);
  }
  if (Object.keys(unknown).length === 0) return own;
  if (Object.hasOwn(own, "unknown")) unknown.unknown = own.unknown;
  return { ...own, unknown };
}
