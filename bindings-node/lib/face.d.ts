/// <reference lib="esnext.disposable" />
// The types of the package's face, the same in Node and in the browser; those of every
// operation are in `types.d.ts`, and what only one of the two has in `platform.d.ts`.

import type {
  AccountMethods,
  CallOptions,
  CharactersMethods,
  Detection,
  Dialect,
  DialectOperations,
  Flavour,
  ErrorKind,
  ImageRequest,
  ImagesMethods,
  Job as JobFields,
  ModelsMethods,
  PageRequest,
  PromptsMethods,
  VideoRequest,
  VideosMethods,
} from "./types.js";
import type {
  PlatformClient,
  PlatformImages,
  PlatformJob,
  PlatformOptions,
  PlatformVideos,
} from "./platform.js";
import * as types from "./types.js";

export * from "./types.js";

/** How a job is waited for. */
export interface WaitOptions extends CallOptions {
  /** How long at most, in seconds: above 0, and at most ten years. */
  timeout?: number;
  /** Told how the job stands at every poll. What it throws is a warning. */
  onProgress?: (job: JobFields) => void;
}

/** A job, as the server last showed it. */
export interface Job extends JobFields, PlatformJob {}
export class Job {
  private constructor();
  /** Waits until it has succeeded; a job that ends otherwise is an error. */
  wait(options?: WaitOptions): Promise<Job>;
  /** The job as each poll sees it, until it has ended, well or not. */
  updates(options?: CallOptions): AsyncGenerator<Job, void, void>;
  /** Its video, or one of its images, as a stream of bytes. */
  stream(options?: ImageOptions): Promise<FileStream>;
  /** Its video, or one of its images, in memory; in Node as a `Buffer`. */
  bytes(options?: ImageOptions): Promise<Uint8Array>;
}

/**
 * A file as a stream of bytes, and what is known of it: enough for the head of an answer, with
 * which a server of yours hands it on, to a player that seeks too.
 *
 * @example
 * ```js
 * const video = await client.videos.stream(id, { range: { start: 1000 } });
 * response.writeHead(206, {
 *   "content-type": video.media_type,
 *   "content-range": `bytes ${video.start}-${video.end - 1}/${video.length}`,
 *   "content-length": video.end - video.start,
 * });
 * Readable.fromWeb(video).pipe(response);
 * ```
 */
export interface FileStream extends ReadableStream<Uint8Array> {
  /** The length of the whole file in bytes, where the server says it. */
  readonly length: number | null;
  /** Where in the file these bytes begin. */
  readonly start: number;
  /** Where they end: the place after the last one, where that is known. */
  readonly end: number | null;
  /** What the file is, by its content where that was seen. */
  readonly media_type: string | null;
}

/** Which bytes of a file are wanted. */
export interface ByteRange {
  /**
   * The first byte, counted from 0.
   *
   * @default 0
   */
  start?: number;
  /** The byte after the last one; the end of the file where it is left out. */
  end?: number;
}

/** How a file is read. */
export interface StreamOptions extends CallOptions {
  /**
   * Only these bytes. A server that knows no ranges sends the whole file, of which the rest is
   * passed over. A range beyond the end is an error with the field `start`.
   */
  range?: ByteRange;
}

/** Which of a job's videos or images is meant. */
export interface ImageOptions extends StreamOptions {
  /**
   * Its number, counted from 0.
   *
   * @default 0
   */
  index?: number;
}

/** Creates, watches and downloads videos. */
export interface Videos
  extends Omit<VideosMethods, "create" | "find" | "get" | "publish" | "remix" | "list">,
    PlatformVideos {
  /**
   * Begins a video, and answers as soon as the server has taken it. It is sent once.
   *
   * @example
   * ```js
   * const job = await client.videos.create({ prompt: "a cat in the snow", duration: 10 });
   * console.log(job.id); // enough to go on, in any process
   * ```
   */
  create(params: VideoRequest, options?: CallOptions): Promise<Job>;
  /** How a job stands now. */
  get(params: types.ById, options?: CallOptions): Promise<Job>;
  get(job: JobFields | string, options?: CallOptions): Promise<Job>;
  /** Begins a new version of a video. */
  remix(params: types.Remix, options?: CallOptions): Promise<Job>;
  remix(job: JobFields | string, params: VideoRequest, options?: CallOptions): Promise<Job>;
  /**
   * Publishes the video of a finished job, for your own works only. The answer is the published
   * work as a job that is done.
   *
   * @example
   * ```js
   * const post = await client.videos.publish(job, { text: "a cat" });
   * ```
   */
  publish(params: types.Publication, options?: CallOptions): Promise<Job>;
  publish(job: JobFields | string, params?: { text?: string }, options?: CallOptions): Promise<Job>;
  /**
   * Looks for the job that a creation made whose answer was lost, after the error
   * `outcome_unknown`: the account's newest jobs are compared with the request, and with `since`,
   * when it was sent, in seconds since 1970. `null` when it is not among them; it may still appear.
   */
  find(params: types.Find, options?: CallOptions): Promise<Job | null>;
  /** A page of the account's videos, newest first. */
  list(
    params?: PageRequest,
    options?: CallOptions,
  ): Promise<{ items: Job[]; next: string | null }>;
  /** Every video of the account, page by page. */
  pages(params?: PageRequest, options?: CallOptions): AsyncGenerator<Job, void, void>;
  /**
   * Waits until a job, or the job of an id, has succeeded.
   *
   * @example
   * ```js
   * const done = await client.videos.wait(id, { timeout: 600, onProgress: ({ progress }) => console.log(progress) });
   * ```
   */
  wait(job: JobFields | string, options?: WaitOptions): Promise<Job>;
  /**
   * Creates a video and waits until it is done.
   *
   * @example
   * ```js
   * const job = await client.videos.generate({ prompt: "a cat in the snow" }, { signal: AbortSignal.timeout(600_000) });
   * ```
   */
  generate(params: VideoRequest, options?: WaitOptions): Promise<Job>;
  /**
   * The job of this id, to be waited for or downloaded in any process. Nothing is sent.
   *
   * @example
   * ```js
   * const done = await client.videos.resume(id).wait();
   * ```
   */
  resume(id: string): Job;
  /**
   * The job as each poll sees it, until it has ended, well or not.
   *
   * @example
   * ```js
   * for await (const { status, progress } of client.videos.updates(id)) console.log(status, progress);
   * ```
   */
  updates(job: JobFields | string, options?: CallOptions): AsyncGenerator<Job, void, void>;
  /** A finished job's video as a stream of bytes. */
  stream(job: JobFields | string, options?: ImageOptions): Promise<FileStream>;
  /** A finished job's video in memory; in Node as a `Buffer`. */
  bytes(job: JobFields | string, options?: ImageOptions): Promise<Uint8Array>;
}

/** Makes images. */
export interface Images extends Omit<ImagesMethods, "create" | "get">, PlatformImages {
  /** How a job that makes images stands now. */
  get(params: types.ById, options?: CallOptions): Promise<Job>;
  get(job: JobFields | string, options?: CallOptions): Promise<Job>;
  /** Begins images. Most gateways answer with the finished job. */
  create(params: ImageRequest, options?: CallOptions): Promise<Job>;
  /** Waits until the images are there. */
  wait(job: JobFields | string, options?: WaitOptions): Promise<Job>;
  /**
   * Makes images from a prompt, and waits until they are there.
   *
   * @example
   * ```js
   * const job = await client.images.generate({ prompt: "a cat in the snow" });
   * const bytes = await job.bytes({ index: 0 });
   * ```
   */
  generate(params: ImageRequest, options?: WaitOptions): Promise<Job>;
  /** Makes images from other images, and waits until they are there. */
  edit(params: ImageRequest, options?: WaitOptions): Promise<Job>;
  /** The job of this id. */
  resume(id: string): Job;
  /** An image of a finished job as a stream of bytes. */
  stream(job: JobFields, options?: ImageOptions): Promise<FileStream>;
  /** An image of a finished job in memory; in Node as a `Buffer`. */
  bytes(job: JobFields, options?: ImageOptions): Promise<Uint8Array>;
}

/** Characters: made from a video, and put into others. */
export interface Characters extends CharactersMethods {
  /** Every character whose user name begins so, page by page. */
  pages(
    params: types.Search,
    options?: CallOptions,
  ): AsyncGenerator<types.Character, void, void>;
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

/** What a client is made of. */
export interface ClientOptions extends PlatformOptions {
  /** Where tokens are kept. */
  store?: CredentialStore;
  /** Told of what happens inside calls. What it throws is a warning. */
  onEvent?: (event: ClientEvent) => void;
  /**
   * Told of each request as it is sent. What it throws is a warning. No secret is in it.
   *
   * @example
   * ```js
   * new Client({ onRequest: ({ method, url }) => console.log(method, url) });
   * ```
   */
  onRequest?: (request: SentRequest) => void;
  /**
   * Told of the head of each answer, of success or not. What it throws is a warning.
   *
   * @example
   * ```js
   * new Client({ onResponse: ({ status, url, elapsed }) => console.log(status, url, elapsed) });
   * ```
   */
  onResponse?: (response: ReceivedResponse) => void;
}

/** A request that is sent: also what subscribers of Node's channel `sorakit:request` get. */
export interface SentRequest {
  /** The operation; null for a file. */
  operation: string | null;
  /** The HTTP method. */
  method: string;
  /** The address, without anything in it that gives access. */
  url: string;
}

/** The head of an answer: also what subscribers of Node's channel `sorakit:response` get. */
export interface ReceivedResponse extends SentRequest {
  /** The HTTP status. */
  status: number;
  /** The headers, by their names in lower case, without those that set cookies or give access. */
  headers: Record<string, string>;
  /** How long it took, in seconds. */
  elapsed: number;
}

/**
 * Something that happened inside a call. All but requests and answers go to Node's channel
 * `sorakit:event` too.
 */
export type ClientEvent =
  /** A proof of work was solved, in `elapsed` seconds. */
  | { event: "solved"; difficulty: string; tries: number; elapsed: number }
  /** A request is sent. */
  | ({ event: "sending" } & SentRequest)
  /** The head of an answer has come, of success or not. */
  | ({ event: "answered" } & ReceivedResponse)
  /** No answer has come, for the reason in `message`. */
  | ({ event: "unanswered"; message: string; elapsed: number } & SentRequest)
  /** A request failed and will be sent again, in `after` seconds. */
  | { event: "retrying"; operation: string; kind: ErrorKind; after: number }
  /** The account has too many jobs in progress; a creation waits for a slot. */
  | { event: "waiting_for_slot"; operation: string; after: number }
  /** It is known what the server speaks, which the options did not name. */
  | { event: "detected"; dialect: Dialect; flavour: Flavour | null; evidence: string[] }
  /** The access token was renewed, and the credential stored. */
  | { event: "renewed" }
  /** A credential that was not given in code is used for the first time: its source, and where it goes. */
  | {
      event: "credential_used";
      source: "environment" | "file" | "store";
      origin: string;
    }
  /** A job stands at a word that nobody knows, and may be done: its file is looked for from now on. */
  | { event: "unknown_status"; job_id: string; status_word: string; progress: number }
  /** Something is odd and not wrong, such as a credential file that others can read. */
  | { event: "warning"; message: string };

/**
 * One account on one server.
 *
 * @example
 * ```js
 * const client = new Client({ base_url: "http://127.0.0.1:8000/v1", api_key: "…" });
 * const job = await client.videos.generate({ prompt: "a cat in the snow" });
 * ```
 */
export interface Client extends DialectOperations, PlatformClient {}
export class Client {
  constructor(options?: ClientOptions);
  /**
   * Tells from a few requests, which change nothing, what dialect and flavour the server at
   * `base_url` speaks, and why. A client without them asks the same at its first call. What is not given comes from where a client has it.
   */
  static detect(options?: ClientOptions, callOptions?: CallOptions): Promise<Detection>;
  /** What the server speaks; null until the first call has found it out. */
  readonly dialect: Dialect | null;
  /** The kind of the server; null until it is known, and where all servers are alike. */
  readonly flavour: Flavour | null;
  /** The API's base URL. */
  readonly baseUrl: string;
  readonly videos: Videos;
  readonly images: Images;
  readonly characters: Characters;
  readonly prompts: PromptsMethods;
  readonly account: AccountMethods;
  readonly models: ModelsMethods;
  /**
   * The picture or video at an address as a stream of bytes: a thumbnail, or what a chat answered.
   * The credential goes along on the API's own origin alone. An address may be relative to the
   * base URL, or a data URL.
   */
  stream(url: string | URL, options?: StreamOptions): Promise<FileStream>;
  /** The picture or video at an address in memory; in Node as a `Buffer`. */
  bytes(url: string | URL, options?: StreamOptions): Promise<Uint8Array>;
  /** Sets the token of an admin login, which admin operations send, or forgets it. */
  setAdminToken(token?: string): void;
  /**
   * Lets go of the connections. Calls that are under way go on to their end. The promise is
   * kept when a token that is being renewed is stored, or ten seconds have passed.
   */
  close(): Promise<void>;
  [Symbol.dispose](): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A video or image that a chat links to. */
export interface ChatMedia {
  kind: "video" | "image";
  /** Where it is: an address, a path at the server, or a data URL. */
  url: string;
}

/** What an answer of a chat, a chunk of one, or a text says. */
export interface ChatReading {
  /** Its words. */
  text: string;
  /** How far the generation is, from 0 to 100, when it says so. */
  progress: number | null;
  /** The media that it links to, in its order, each once. */
  media: ChatMedia[];
  /** The character that was made. */
  character: {
    username: string | null;
    display_name: string | null;
    character_id: string | null;
    cameo_id: string | null;
    profile_asset_url: string | null;
    [field: string]: unknown;
  } | null;
}

/** Reads a chat: its words, or a chunk or a whole answer as an operation gives it. */
export function readChat(answer: string | object): ChatReading;
