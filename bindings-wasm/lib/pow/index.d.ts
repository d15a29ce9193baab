/** A challenge of the Sentinel proof of work. */
export interface Challenge {
  /** The text that is hashed before each candidate. */
  seed: string;
  /** The bound on the hash, in hexadecimal of an even length. */
  difficulty: string;
  /** The 18 values that the answer is made of; by default those of this browser. */
  config?: unknown[];
}

/** A challenge's solution: the one with the lowest nonce. */
export interface Solution {
  /** The candidate in base64. */
  answer: string;
  nonce: number;
  /** How many candidates there are up to it. */
  tries: number;
  elapsed_ms: number;
}

/** How a challenge is solved. */
export interface SolveOptions {
  /** Ends the search at once when it is aborted. */
  signal?: AbortSignal;
  /** The most candidates; a harder challenge is refused at once. Default: 100 million. */
  max_tries?: number;
  /** The longest time, in seconds. Default: 60. */
  timeout?: number;
  /** The most workers; by default all of the pool. */
  threads?: number;
  /** Told how many candidates were tried in all, after every chunk, and which chunk it was. */
  onProgress?: (tries: number, chunk: Chunk) => void;
}

/** Nonces that were searched together. */
export interface Chunk {
  /** The number of the worker, from 0; null for what this thread tries of an easy challenge. */
  worker: number | null;
  /** The first nonce. */
  from: number;
  /** How many there are. */
  count: number;
}

/** What searches: WebAssembly with vectors or without, or JavaScript where it is off. */
export type Kernel = "simd128" | "scalar" | "javascript";

/** How a pool is made. */
export interface PowSolverOptions {
  /** The most workers; by default one a core. 0 searches on this thread, in short slices. */
  workers?: number;
  /** By default the best one that this browser has. */
  kernel?: Kernel;
  /** Where the kernel's `.wasm` file is, if it is not beside the package's code. */
  wasmUrl?: string | URL;
  /** Where `pow-worker.js` is, if it is not beside the package's code. */
  workerUrl?: string | URL;
  /** After how many seconds without a challenge the workers end. Default: 10. */
  idle_timeout?: number;
}

/** A pool of workers. They start with the first challenge and end when idle. */
export class PowSolver {
  constructor(options?: PowSolverOptions);
  /** The kernel in use. */
  readonly kernel: Kernel;
  /** How many workers there are now. */
  readonly workers: number;
  /**
   * Solves a challenge; several are solved one after the other. It rejects with an error
   * whose `kind` is `invalid_input`, `proof_of_work` (too hard, or a limit reached),
   * `cancelled` or `configuration` (the worker of `workerUrl` cannot be loaded). Where the
   * WebAssembly module cannot be loaded or has not the memory, a warning is written to the
   * console and the search goes on in JavaScript; where a worker ends, others do its part.
   */
  solve(challenge: Challenge, options?: SolveOptions): Promise<Solution>;
  /** Ends the workers. The next challenge starts new ones. */
  close(): void;
}

/** Solves a challenge with a pool that all calls share. */
export function solvePow(challenge: Challenge, options?: SolveOptions): Promise<Solution>;

/** Whether an answer solves a challenge. */
export function verifyPow(
  challenge: Pick<Challenge, "seed" | "difficulty">,
  answer: string,
): boolean;

/** The configuration of this browser, now. */
export function browserConfig(): unknown[];

/** The token of the first request: `p` in its body. */
export function initialToken(answer: string): string;

/** The token of the requests that follow. */
export function finalToken(answer: string): string;
