// The contract's vectors, as tests and pages take them.

import { readFile } from "node:fs/promises";

const url = new URL("../../tests/contract/vectors/pow.json", import.meta.url);

/** Challenges with their configurations, and the answers that every implementation gives. */
export const VECTORS = JSON.parse(await readFile(url, "utf8"));
