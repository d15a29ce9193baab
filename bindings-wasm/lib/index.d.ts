// The types of the client for browsers: the face that the package for Node has too.

import type { Challenge, Solution, SolveOptions } from "./pow.js";

export * from "./face.js";

/** What solves the proofs of work: a `PowSolver` of `sorakit-wasm/pow`, or what does as it does. */
export interface Solver {
  solve(challenge: Challenge, options?: SolveOptions): Promise<Solution>;
}

/** How the client is loaded. */
export interface InitOptions {
  /** Where `client.wasm` is, if it is not beside the package's code. */
  wasmUrl?: string | URL;
  /** What solves proofs of work, in place of the pool that `sorakit-wasm/pow` shares. */
  solver?: Solver;
}

/**
 * Loads the client's WebAssembly module, once: every part of an application may call it. A
 * client that is made before is refused.
 */
export function init(options?: InitOptions): Promise<void>;

/**
 * The documented clients that refresh tokens are issued to: each id with its redirect URI. The first is
 * the default.
 */
export const OAUTH_CLIENTS: Readonly<Record<string, string>>;
