/// <reference lib="esnext.disposable" />
// The types of the package's face; those of every operation are in `types.d.ts`.

import type {
  AccountMethods,
  CallOptions,
  CharactersMethods,
  Detection,
  Dialect,
  DialectOperations,
  ErrorKind,
  ImageRequest,
  ImagesMethods,
  Job as JobFields,
  ModelsMethods,
  Options,
  PageRequest,
  PromptsMethods,
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
export interface Job extends JobFields {}
export class Job {
  private constructor();
  /** Waits until it has succeeded; a job that ends otherwise is an error. */
  wait(options?: WaitOptions): Promise<Job>;
  /** The job as each poll sees it, until it has ended, well or not. */
  updates(options?: CallOptions): AsyncGenerator<Job, void, void>;
  /** Downloads its video to a path; only a whole and checked video gets the name. */
  download(path: string, options?: DownloadOptions): Promise<Download>;
  /** Its video, or one of its images, as a stream of bytes. */
  stream(options?: ImageOptions): Promise<ReadableStream<Uint8Array>>;
  /** Its video, or one of its images, in memory, as a `Buffer`. */
  bytes(options?: ImageOptions): Promise<Uint8Array>;
}

/** Which of a job's images is meant. */
export interface ImageOptions extends CallOptions {
  /** Its number, from 0, the default. */
  index?: number;
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
  pages(params?: PageRequest, options?: CallOptions): AsyncGenerator<Job, void, void>;
  /** Waits until a job, or the job of an id, has succeeded. */
  wait(job: JobFields | string, options?: WaitOptions): Promise<Job>;
  /** Creates a video and waits until it is done. */
  generate(params: VideoRequest, options?: WaitOptions): Promise<Job>;
  /** The job of this id, to be waited for or downloaded in any process. */
  resume(id: string): Job;
  /** The job as each poll sees it, until it has ended, well or not. */
  updates(job: JobFields | string, options?: CallOptions): AsyncGenerator<Job, void, void>;
  /** Downloads a finished job's video to a path. */
  download(job: JobFields | string, path: string, options?: DownloadOptions): Promise<Download>;
  /** A finished job's video as a stream of bytes. */
  stream(job: JobFields | string, options?: CallOptions): Promise<ReadableStream<Uint8Array>>;
  /** A finished job's video in memory, as a `Buffer`. */
  bytes(job: JobFields | string, options?: CallOptions): Promise<Uint8Array>;
}

/** Characters: made from a video, and put into others. */
export interface Characters extends CharactersMethods {
  /** Every character whose user name begins so, page by page. */
  pages(
    params: types.Search,
    options?: CallOptions,
  ): AsyncGenerator<types.Character, void, void>;
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
  /** An image of a finished job as a stream of bytes. */
  stream(job: JobFields, options?: ImageOptions): Promise<ReadableStream<Uint8Array>>;
  /** An image of a finished job in memory, as a `Buffer`. */
  bytes(job: JobFields, options?: ImageOptions): Promise<Uint8Array>;
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

/** What a client is made of. Options that are absent come from `SORAKIT_*` variables. */
export interface ClientOptions extends Partial<Options> {
  /** Where tokens are kept; `credential_file` names a file instead. */
  store?: CredentialStore;
  /** Told of what happens inside calls. What it throws is a warning. */
  onEvent?: (event: ClientEvent) => void;
}

/** Something that happened inside a call. */
export type ClientEvent =
  /** A proof of work was solved, in `elapsed` seconds. */
  | { event: "solved"; difficulty: string; tries: number; elapsed: number }
  /** A request failed and will be sent again, in `after` seconds. */
  | { event: "retrying"; operation: string; kind: ErrorKind; after: number }
  /** The account has too many jobs in progress; a creation waits for a slot. */
  | { event: "waiting_for_slot"; operation: string; after: number }
  /** The access token was renewed, and the credential stored. */
  | { event: "renewed" };

/** One account on one server. */
export interface Client extends DialectOperations {}
export class Client {
  constructor(options?: ClientOptions);
  /**
   * Tells from a few requests, which change nothing, what dialect the server at `base_url`
   * speaks, and why. What is not given comes from where a client has it.
   */
  static detect(options?: ClientOptions, callOptions?: CallOptions): Promise<Detection>;
  /** What the server speaks. */
  readonly dialect: Dialect;
  /** The API's base URL. */
  readonly baseUrl: string;
  readonly videos: Videos;
  readonly images: Images;
  readonly characters: Characters;
  readonly prompts: PromptsMethods;
  readonly account: AccountMethods;
  readonly models: ModelsMethods;
  /** Sets the token of an admin login, which admin operations send, or forgets it. */
  setAdminToken(token?: string): void;
  /** Lets go of the connections. Calls that are under way go on to their end. */
  close(): void;
  [Symbol.dispose](): void;
  [Symbol.asyncDispose](): Promise<void>;
}

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
  /** Whether answers are as documented, or as running servers give them. */
  shapes?: "documented" | "observed";
}

/** A local server of all dialects, in this process. */
export class Simulator {
  constructor(settings?: SimulatorSettings);
  /** The address of the main origin. */
  readonly url: string;
  /** The first account's credentials. */
  readonly credentials: SimulatedCredentials;
  /** The base URL of a dialect. */
  baseUrl(dialect: Dialect): string;
  /** Options for a client of this simulator, in a dialect; by default of the first account. */
  options(dialect?: Dialect, credentials?: SimulatedCredentials): ClientOptions;
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

/** Whether an answer solves a challenge. */
export function verifyPow(challenge: Pick<Challenge, "seed" | "difficulty">, answer: string): boolean;
