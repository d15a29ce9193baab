// The types of the package's face; those of every operation are in `types.d.ts`.

import type {
  AccountMethods,
  CallOptions,
  CharactersMethods,
  DialectOperations,
  Dialect,
  ImageRequest,
  ImagesMethods,
  Job as JobFields,
  ModelsMethods,
  Options,
  PageRequest,
  PromptsMethods,
  SorakitError,
  VideoRequest,
  VideosMethods,
} from "./types.js";
import * as types from "./types.js";

export * from "./types.js";

/** How a job is waited for. */
export interface WaitOptions extends CallOptions {
  /** How long at most, in seconds. */
  timeout?: number;
  /** Told how the job stands at every poll. What it throws is a warning. */
  onProgress?: (job: JobFields) => void;
}

/** How far a transfer is. */
export interface TransferProgress {
  /** Bytes so far, with those of an earlier attempt. */
  done: number;
  /** Bytes in all, when the server says it. */
  total: number | null;
}

/** How a file is downloaded. */
export interface DownloadOptions extends CallOptions {
  /** Told how far it is, at most twenty times a second. What it throws is a warning. */
  onProgress?: (progress: TransferProgress) => void;
}

/** A file that was downloaded and checked. */
export interface Download {
  /** Where it is. */
  path: string;
  /** Its length in bytes. */
  bytes: number;
  /** What it is, by its content. */
  media_type: string;
  /** What the file itself says, when it is an MP4; `duration` is in seconds. */
  video: {
    width: number;
    height: number;
    duration: number;
    frames: number | null;
    has_audio: boolean;
  } | null;
}

/** A job, as the server last showed it. */
export interface Job extends JobFields {
  /** Waits until it has succeeded; a job that ends otherwise is an error. */
  wait(options?: WaitOptions): Promise<Job>;
  /** The job as each poll sees it, until it has ended, well or not. */
  updates(options?: CallOptions): AsyncIterable<Job>;
  /** Downloads its video to a path; only a whole and checked video gets the name. */
  download(path: string, options?: DownloadOptions): Promise<Download>;
  /** Its video as a stream of bytes. */
  stream(options?: CallOptions): Promise<ReadableStream<Uint8Array>>;
  /** Its video as bytes in memory. */
  bytes(options?: CallOptions): Promise<Uint8Array>;
}

/** Creates, watches and downloads videos. */
export interface Videos extends Omit<VideosMethods, "create" | "get" | "remix" | "list"> {
  /** Begins a video, and answers as soon as the server has taken it. It is sent once. */
  create(params: VideoRequest, options?: CallOptions): Promise<Job>;
  /** How a job stands now. */
  get(params: types.ById, options?: CallOptions): Promise<Job>;
  /** Begins a new version of a video. */
  remix(params: types.Remix, options?: CallOptions): Promise<Job>;
  /** A page of the account's videos, newest first. */
  list(
    params?: PageRequest,
    options?: CallOptions,
  ): Promise<{ items: Job[]; next: string | null }>;
  /** Every video of the account, page by page. */
  pages(params?: PageRequest, options?: CallOptions): AsyncIterable<Job>;
  /** Waits until a job, or the job of an id, has succeeded. */
  wait(job: JobFields | string, options?: WaitOptions): Promise<Job>;
  /** Creates a video and waits until it is done. */
  generate(params: VideoRequest, options?: WaitOptions): Promise<Job>;
  /** The job of this id, to be waited for or downloaded in any process. */
  resume(id: string): Job;
  /** The job as each poll sees it, until it has ended, well or not. */
  updates(job: JobFields | string, options?: CallOptions): AsyncIterable<Job>;
  /** Downloads a finished job's video to a path. */
  download(job: JobFields | string, path: string, options?: DownloadOptions): Promise<Download>;
  /** A finished job's video as a stream of bytes. */
  stream(job: JobFields | string, options?: CallOptions): Promise<ReadableStream<Uint8Array>>;
}

/** Makes images. */
export interface Images extends Omit<ImagesMethods, "create"> {
  /** Begins images. Most gateways answer with the finished job. */
  create(params: ImageRequest, options?: CallOptions): Promise<Job>;
  /** Waits until the images are there. */
  wait(job: JobFields | string, options?: WaitOptions): Promise<Job>;
  /** Makes images from a prompt, and waits until they are there. */
  generate(params: ImageRequest, options?: WaitOptions): Promise<Job>;
  /** Makes images from other images, and waits until they are there. */
  edit(params: ImageRequest, options?: WaitOptions): Promise<Job>;
  /** The job of this id. */
  resume(id: string): Job;
}

/**
 * Keeps one account's tokens. A refresh token is used up by being used: a
 * renewal holds the lock from before the store is read until the new token is
 * saved, and the new access token is used only after that.
 */
export interface CredentialStore {
  /** What is kept, if anything. */
  load(): Promise<object | null | undefined> | object | null | undefined;
  /** Keeps it. When it completes, it survives a crash. */
  save(credential: object): Promise<void> | void;
  /** Keeps all others out until the function that it answers with is called. */
  lock?(): Promise<() => void> | (() => void);
}

/** One account on one server. */
export class Client implements DialectOperations {
  /** Options that are absent come from `SORAKIT_*` variables. */
  constructor(options?: Partial<Options> & { store?: CredentialStore });
  readonly videos: Videos;
  readonly images: Images;
  readonly characters: CharactersMethods;
  readonly prompts: PromptsMethods;
  readonly account: AccountMethods;
  readonly models: ModelsMethods;
  [Symbol.dispose](): void;
  [Symbol.asyncDispose](): Promise<void>;
}
export interface Client extends DialectOperations {}

/** The class of each kind of error. */
export const errors: { readonly [name: string]: typeof SorakitError };

/** How a simulator is started. */
export interface SimulatorSettings {
  /** The port on loopback; a free one when absent. */
  port?: number;
  /** How many simulated seconds pass in one. Default: 1. */
  speed?: number;
  /** Whether the clock moves by `advance` alone. */
  stepped?: boolean;
  /** What everything random comes from. */
  seed?: number;
  /** Whether answers are as documented, or as running servers give them. */
  shapes?: "documented" | "observed";
}

/** A local server of all dialects, in this process. */
export class Simulator {
  constructor(settings?: SimulatorSettings);
  /** The address of the main origin. */
  readonly url: string;
  /** The base URL of a dialect. */
  baseUrl(dialect: Dialect): string;
  /** The first account's credentials. */
  readonly credentials: Record<string, string>;
  /** Options for a client of this simulator. */
  options(dialect?: Dialect): Partial<Options>;
  /** Moves the clock forward, by seconds. */
  advance(seconds: number): void;
  /** Adds a scripted fault, and answers with its number. */
  addFault(rule: object): number;
  /** Removes all scripted faults. */
  clearFaults(): void;
  /** Every request so far. */
  journal(): Array<Record<string, unknown>>;
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

/** Whether an answer solves a challenge. */
export function verifyPow(challenge: Pick<Challenge, "seed" | "difficulty">, answer: string): boolean;
