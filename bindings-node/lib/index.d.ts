// The types of the package for Node: the face, the simulator and the proof of work.

import type { Client, ClientOptions } from "./face.js";
import type { CallOptions, Dialect, ErrorKind, Flavour, ImageRequest, Profile, SorakitError, VideoRequest } from "./types.js";

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

/** What became of one request of a batch. */
export interface BatchResult {
  /** Your name for it. */
  custom_id: string | null;
  /** Its place in what was added, from 1. */
  line: number;
  /** `running` if it is left for a later run. */
  state: "done" | "failed" | "unknown" | "running";
  /** The server's id of the job, where it is known. */
  job_id: string | null;
  /** The files, whole and in their places. */
  files: string[];
  /** The reason, if it is not done. */
  error: SorakitError | null;
}

/** What became of requests that were added. */
export interface Added {
  /** Those that were not known. */
  new: number;
  /** Those that an earlier run knew. */
  known: number;
  /** Those that were left out. */
  invalid: number;
  /** The errors of those that were left out, with their lines in the messages. */
  errors: Array<{ kind: ErrorKind; message: string; field: string | null; [field: string]: unknown }>;
}

/** What a request of a batch has beside the fields of a video or of images. */
export interface BatchNames {
  /** Your name for it, by which it is known in later runs. */
  custom_id?: string;
  /** The file inside the folder. */
  output?: string;
  /** What it makes. */
  kind?: "video" | "image";
}

/** A request of a batch: a prompt, or what `videos.create` or `images.create` takes. */
export type BatchRequest = string | ((VideoRequest | ImageRequest) & BatchNames);

/** How a batch runs. */
export interface BatchOptions {
  /** How many jobs run at once at each server. Default: 4. */
  jobs?: number;
  /** How many files are downloaded at once. Default: 4. */
  downloads?: number;
  /** How long a job is waited for, in seconds; a later run goes on with it. */
  timeout?: number;
  /** How long a server may be away, overloaded or out of quota, in seconds. Default: 3600. */
  patience?: number;
  /** Sends again what is unknown and not found in the account's list. It may be paid for twice. */
  resendUnknown?: boolean;
  /** The ledger's file. Default: `sorakit-batch.db` in the folder. */
  ledger?: string;
}

/** How requests are added. */
export interface AddOptions {
  /** What a request makes that does not say it. Default: `video`. */
  kind?: "video" | "image";
  /** Leaves out those that cannot be sent. */
  skipInvalid?: boolean;
  /** Replaces the files that requests name with `output`, should they exist. */
  overwrite?: boolean;
}

/**
 * A folder of results with its ledger, one SQLite file in which every request has a state. A
 * request is written down before it is sent, so that nothing is lost or paid for twice, whatever
 * ends the program: the same program again goes on. One process at a time has a batch.
 *
 * It runs as long as it is iterated over with `for await`; leaving the loop ends it at once, and
 * a later one goes on.
 */
export class Batch implements AsyncIterable<BatchResult> {
  constructor(
    folder: string | URL | Uint8Array,
    client: Client | Record<string, Client>,
    options?: BatchOptions,
  );
  /**
   * Adds requests: all of them, or none if one cannot be sent. They are checked before any is
   * sent. One that an earlier run knew keeps its state, and what this program does not add any
   * more is not sent.
   */
  add(
    requests: Iterable<BatchRequest> | AsyncIterable<BatchRequest>,
    options?: AddOptions,
  ): Promise<Added>;
  /** Adds the requests of a file: JSON lines, CSV with a header, or OpenAI's batch lines. */
  addFile(path: string | URL | Uint8Array, options?: AddOptions): Promise<Added>;
  /** Runs the batch: what became of each request, as it ends. */
  [Symbol.asyncIterator](): AsyncGenerator<BatchResult, void>;
  /** What became of the requests of all runs, as the ledger has it. */
  results(): Promise<BatchResult[]>;
  /** How many requests are in each state. */
  counts(): Record<
    "waiting" | "sending" | "running" | "downloading" | "done" | "failed" | "unknown",
    number
  >;
  /** Lets the requests that have failed wait again; how many they are. */
  retryFailed(): number;
  /** Sends nothing more. The loop goes on until what was sent has ended. */
  stop(): void;
  /**
   * Ends the loop at once, and lets go of the ledger, for another process to have it. What was sent
   * goes on at the server, and a later run goes on with it.
   */
  close(): void;
  [Symbol.dispose](): void;
}
