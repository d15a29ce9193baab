// The types of the package for Node: the face, the simulator and the proof of work.

import type { ClientOptions } from "./face.js";
import type { CallOptions, Dialect, Flavour, Profile } from "./types.js";

export * from "./face.js";
export type { Download, DownloadOptions, TransferProgress } from "./platform.js";

/** What a simulated account is; every field has a default. */
export interface SimulatedAccount {
  email?: string;
  name?: string;
  username?: string;
  /** ISO code; countries that Sora did not serve are refused. */
  country?: string;
  /** Whether Sora 2 is open to the account. */
  sora2?: boolean;
  phone_verified?: boolean;
  /** Generations allowed in each window. */
  quota?: number;
  /** Length of the window in seconds. */
  quota_window_s?: number;
  /** Generations that may run at once. */
  concurrency?: number;
  /** The client that the refresh token is issued to, one of `OAUTH_CLIENTS`. */
  client_id?: string;
  [field: string]: unknown;
}

/** Every way to authenticate as one simulated account. */
export interface SimulatedCredentials {
  access_token: string;
  session_token: string;
  refresh_token: string;
  client_id: string;
  redirect_uri: string;
  api_key: string;
}

/** How a simulator is started. */
export interface SimulatorSettings {
  /** The port on loopback; a free one when absent. */
  port?: number;
  /** How many simulated seconds pass in one. Default: 1. */
  speed?: number;
  /** Whether the clock moves by `advance` alone; the same as a speed of 0. */
  stepped?: boolean;
  /** The difficulty of the proofs of work, in hexadecimal. */
  difficulty?: string;
  /** What the account is that `credentials` open. */
  account?: SimulatedAccount;
  /** What everything random comes from. */
  seed?: number;
  /** Whether answers are as running servers give them, the default, or as documented. */
  shapes?: "documented" | "observed";
}

/** A local server of all dialects, in this process. */
export class Simulator {
  constructor(settings?: SimulatorSettings);
  /** The address of the main origin. */
  readonly url: string;
  /** The token of the control surface, for the header `x-simulator-token`. */
  readonly controlToken: string;
  /** The first account's credentials. */
  readonly credentials: SimulatedCredentials;
  /** The base URL of a dialect or of one of its flavours. */
  baseUrl(dialect: Dialect | Flavour): string;
  /** Options for a client of this simulator, in a dialect or of a flavour; by default of the first account. */
  options(dialect?: Dialect | Flavour, credentials?: SimulatedCredentials): ClientOptions;
  /** Adds an account, and answers with its credentials. */
  addAccount(account?: SimulatedAccount): SimulatedCredentials;
  /** Moves the clock forward, by seconds. */
  advance(seconds: number): void;
  /** Changes how many simulated seconds pass in one; 0 stops the clock. */
  setSpeed(speed: number): void;
  /** Adds a scripted fault, and answers with its number. */
  addFault(rule: { action: unknown; [field: string]: unknown }): number;
  /** Removes all scripted faults. */
  clearFaults(): void;
  /** Every request so far, or those of one operation. */
  journal(operation?: string): Array<Record<string, unknown>>;
  /** Forgets the requests so far. */
  clearJournal(): void;
  /** Stops it; its ports are closed when this returns. */
  stop(): void;
  [Symbol.dispose](): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A challenge of the Sentinel proof of work. */
export interface Challenge {
  /** The text that is hashed before each candidate. */
  seed: string;
  /** The bound on the hash, in hexadecimal. */
  difficulty: string;
  /** The 18 values that the answer is made of; those of a usual browser when absent. */
  config?: unknown[];
}

/** How a challenge is solved. */
export interface SolveOptions extends CallOptions {
  /** The most candidates to try. */
  max_tries?: number;
  /** The longest time, in seconds. */
  timeout?: number;
  /** The most threads; 0 for all cores. */
  threads?: number;
  /** The kernel; the best one when absent. */
  kernel?: string;
  /** Told how many candidates were tried. */
  onProgress?: (tries: number) => void;
}

/** A challenge's solution. */
export interface Solution {
  answer: string;
  nonce: number;
  tries: number;
  elapsed_ms: number;
}

/** Solves a Sentinel proof of work, off the main thread. */
export function solvePow(challenge: Challenge, options?: SolveOptions): Promise<Solution>;

/** An answer as the request for a challenge has it: `gAAAAAC…`. */
export function initialToken(answer: string): string;

/** An answer as the requests that follow have it: `gAAAAAB…~S`. */
export function finalToken(answer: string): string;

/**
 * The documented clients that refresh tokens are issued to: each id with its redirect URI. The first is
 * the default.
 */
export const OAUTH_CLIENTS: Readonly<Record<string, string>>;

/** The browser and the app that requests speak for unless told otherwise. */
export function defaultProfile(): Profile;

/**
 * A browser and an app drawn at random from the documented ones, with a screen, a language and a
 * number of cores that go with them. Keep it with the account that it speaks for.
 */
export function randomProfile(): Profile;

/** Whether an answer solves a challenge. */
export function verifyPow(challenge: Pick<Challenge, "seed" | "difficulty">, answer: string): boolean;

/**
 * Refuses a place for a download that cannot be written, as a download does: the folder has to
 * exist and to take files, and only a regular file is ever replaced. Worth asking before a job is
 * paid for.
 *
 * @throws {InvalidInputError} With the field `path`.
 */
export function checkTarget(path: string | URL | Uint8Array): void;
