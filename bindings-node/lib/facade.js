// The package's face: the same in Node and in the browser. A backend, which
// each platform gives, makes the calls; here are the classes, errors and
// streams around it.

import { ERROR_KINDS, METHODS, OPERATIONS } from "./names.js";

/** What failed, on which operation, and what to do about it. */
export class SorakitError extends Error {
  constructor(report, cause) {
    super(report.message, cause === undefined ? undefined : { cause });
    for (const [field, value] of Object.entries(report)) {
      if (field !== "message") this[field] = value;
    }
  }

  get name() {
    return this.constructor.name;
  }
}

/** A class for each kind of error: `rate_limited` is `RateLimitedError`. */
export const errors = {};
const classes = {};
for (const kind of ERROR_KINDS) {
  const name = pascal(kind) + "Error";
  const Kind = { [name]: class extends SorakitError {} }[name];
  classes[kind] = Kind;
  errors[name] = Kind;
}

function pascal(name) {
  return name.replace(/(^|_)([a-z])/g, (_, __, letter) => letter.toUpperCase());
}

/** The error that a backend's rejection stands for. */
export function toError(reason) {
  if (reason instanceof SorakitError) return reason;
  let report;
  try {
    report = JSON.parse(reason.message);
  } catch {
    return reason;
  }
  if (!report || typeof report.kind !== "string") return reason;
  const Kind = classes[report.kind] ?? SorakitError;
  const cause = report.cause;
  delete report.cause;
  return new Kind(report, cause);
}

function cancelled(signal, operation) {
  const report = {
    kind: "cancelled",
    message: `${operation}: the call was aborted`,
    operation,
    code: null,
    status: null,
    request_id: null,
    retry_after: null,
    retryable: false,
    field: null,
    job_id: null,
  };
  return new classes.cancelled(report, signal.reason);
}

/**
 * Makes a call that a signal can end. `begin` gets a token of the backend and
 * answers with a promise.
 */
export async function guarded(backend, signal, operation, begin) {
  if (signal?.aborted) throw cancelled(signal, operation);
  const token = signal ? backend.cancelToken() : undefined;
  const abort = () => token.cancel();
  signal?.addEventListener("abort", abort, { once: true });
  try {
    return await begin(token);
  } catch (reason) {
    if (signal?.aborted) throw cancelled(signal, operation);
    throw toError(reason);
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}

/** A callback that may throw: that ends neither the call nor the process. */
function harmless(backend, callback) {
  if (!callback) return undefined;
  return (text) => {
    try {
      const answer = callback(JSON.parse(text));
      answer?.catch?.((error) => backend.warn(error));
    } catch (error) {
      backend.warn(error);
    }
  };
}

/** A job, as the server last showed it. Its fields are plain data. */
export class Job {
  #client;

  constructor(client, fields) {
    this.#client = client;
    Object.assign(this, fields);
  }

  /** Waits until it has succeeded. */
  wait(options) {
    return this.#resource().wait(this, options);
  }

  /** The job as each poll sees it, until it has ended. */
  updates(options) {
    return this.#client.videos.updates(this, options);
  }

  /** Downloads its video to a path. */
  download(path, options) {
    return this.#client.videos.download(this, path, options);
  }

  /** Its video as a stream of bytes. */
  stream(options) {
    return this.#client.videos.stream(this, options);
  }

  /** Its video as bytes in memory. */
  async bytes(options) {
    return collect(await this.stream(options));
  }

  #resource() {
    return this.kind === "image" ? this.#client.images : this.#client.videos;
  }
}

/** A stream's bytes, in one piece. */
export async function collect(stream) {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Fields of methods whose result is a job or a page of jobs. */
const JOBS = new Set(["videos.create", "videos.get", "videos.remix", "images.create"]);

/** The client class over a backend. */
export function makeClient(backend) {
  class Client {
    #handle;

    constructor(options = {}) {
      const { store, ...rest } = options;
      try {
        this.#handle = backend.open(JSON.stringify(rest), store);
      } catch (reason) {
        throw toError(reason);
      }
      for (const name of METHODS) this.#define(this, name, name);
      for (const name of OPERATIONS) this.#define(this, name, name);
      this.#extend();
    }

    /** Puts a method where its dotted name says. */
    #define(root, path, name) {
      const steps = path.split(".");
      const verb = steps.pop();
      let place = root;
      for (const step of steps) place = place[step] ??= {};
      place[verb] = (params, options) => this.#call(name, params ?? {}, options ?? {});
    }

    async #call(name, params, { signal } = {}) {
      const files = [];
      const fields = await backend.attach(params, files);
      try {
        const text = await guarded(backend, signal, name, (token) =>
          this.#handle.call(name, JSON.stringify(fields), files, token),
        );
        return this.#result(name, JSON.parse(text));
      } finally {
        await backend.detach(files);
      }
    }

    #result(name, value) {
      if (JOBS.has(name)) return new Job(this, value);
      if (name === "videos.list") value.items = value.items.map((job) => new Job(this, job));
      return value ?? undefined;
    }

    /** The methods that hold callbacks, streams and files. */
    #extend() {
      const handle = this.#handle;
      const plain = (job, kind) =>
        JSON.stringify(typeof job === "string" ? this.#bare(job, kind) : job);
      const waiting = (kind) => async (job, { signal, timeout, onProgress } = {}) => {
        const tell = harmless(backend, onProgress);
        const text = await guarded(backend, signal, `${kind}s.wait`, (token) =>
          handle.wait(plain(job, kind), timeout, tell, token),
        );
        return new Job(this, JSON.parse(text));
      };
      const generating = (resource) => async (params, options = {}) => {
        const job = await resource.create(params, options);
        return resource.wait(job, options);
      };
      Object.assign(this.videos, {
        wait: waiting("video"),
        generate: generating(this.videos),
        resume: (id) => new Job(this, this.#bare(id, "video")),
        updates: (job, { signal } = {}) => this.#updates(plain(job, "video"), signal),
        stream: async (job, { signal } = {}) => {
          const reader = await guarded(backend, signal, "videos.open", (token) =>
            handle.open(plain(job, "video"), token),
          );
          return readable(backend, reader, signal);
        },
      });
      if (handle.download) {
        this.videos.download = async (job, path, { signal, onProgress } = {}) => {
          const tell = harmless(backend, onProgress);
          const text = await guarded(backend, signal, "videos.download", (token) =>
            handle.download(plain(job, "video"), path, tell, token),
          );
          return JSON.parse(text);
        };
      }
      Object.assign(this.images, {
        wait: waiting("image"),
        generate: generating(this.images),
        edit: generating(this.images),
        resume: (id) => new Job(this, this.#bare(id, "image")),
      });
      this.videos.pages = (params, options) => pages(this.videos.list, params, options);
    }

    async *#updates(job, signal) {
      const updates = handleErrors(() => this.#handle.updates(job));
      for (;;) {
        const text = await guarded(backend, signal, "videos.watch", (token) => updates.next(token));
        if (text === null || text === undefined) return;
        yield new Job(this, JSON.parse(text));
      }
    }

    /** A job of which only the id is known. */
    #bare(id, kind) {
      return {
        id,
        kind,
        dialect: this.#handle.dialect(),
        status: "queued",
        status_word: null,
        progress: 0,
        created_at: null,
        completed_at: null,
        model: null,
        video: null,
        images: [],
        error: null,
        raw: null,
      };
    }

    /** Ends nothing that is under way; the client holds nothing to be closed. */
    [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {}

    async [Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose")]() {}
  }
  return Client;
}

function handleErrors(begin) {
  try {
    return begin();
  } catch (reason) {
    throw toError(reason);
  }
}

/** Every thing of a list that comes in pages. */
async function* pages(list, params = {}, options = {}) {
  let cursor = params.cursor;
  do {
    const page = await list({ ...params, cursor }, options);
    yield* page.items;
    cursor = page.next;
  } while (cursor);
}

/** A stream that reads only what is asked for. */
function readable(backend, reader, signal) {
  return new ReadableStream(
    {
      async pull(controller) {
        const chunk = await guarded(backend, signal, "videos.open", (token) => reader.next(token));
        if (chunk === null || chunk === undefined) controller.close();
        else controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      },
    },
    { highWaterMark: 0 },
  );
}
