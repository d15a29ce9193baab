// The package's face: the same in Node and in the browser. A backend, which
// each platform gives, makes the calls; here are the client and the job.

import "./shown.js";
import { ERRORS } from "./errors.js";
import { MEDIA, METHODS, OPERATIONS, PAGED, STREAMED, WITH_ID, WITH_ID_AND_MORE } from "./names.js";
import { presented } from "./chat.js";
import {
  checked,
  checkedOptions,
  described,
  guarded,
  harmless,
  notAPath,
  refused,
  textOf,
} from "./calls.js";
import { loaded, withoutFiles } from "./files.js";
import { parsed, written } from "./plain.js";
import { collect, pages, pieces, readable } from "./streams.js";
import { apart, isHeard, teller } from "./told.js";
import { weakly, weakStore } from "./weakly.js";

/** What makes a value fit for a console. */
const PRESENTED = Symbol("presented");

/** What gives the native part of a client, for what stands beside it. */
export const HANDLE = Symbol("handle");

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

  /** Downloads its video, or one of its images, to a path. */
  download(path, options) {
    return this.#resource().download(this, path, options);
  }

  /** Downloads all its videos or images to paths with numbers. */
  downloadAll(path, options) {
    return this.#resource().downloadAll(this, path, options);
  }

  /** Its video, or one of its images, as a stream of bytes. */
  stream(options) {
    return this.#resource().stream(this, options);
  }

  /** Its video, or one of its images, as bytes in memory. */
  bytes(options) {
    return this.#resource().bytes(this, options);
  }

  #resource() {
    return this.kind === "image" ? this.#client.images : this.#client.videos;
  }

  /** Its video, or one of its images, as a `Blob`, in a browser. */
  blob(options) {
    return this.#resource().blob(this, options);
  }

  /** What a console shows: nothing that a server could do harm with, and no signatures. */
  [Symbol.for("nodejs.util.inspect.custom")](depth, options, inspect) {
    const { raw, ...fields } = this;
    return `Job ${inspect(this.#client[PRESENTED](fields), { ...options, depth })}`;
  }
}

/** Operations whose result has a file in `data`. */
const FILES = new Set(MEDIA);

/** Methods that concern one thing, which is given by its id, by itself, or among parameters. */
const BY_ID = new Set(WITH_ID);
/** Those that take more than the id. */
const WITH_MORE = new Set(WITH_ID_AND_MORE);

/** Whether this is a job or a character as a server showed it. */
const isShown = (value) =>
  value instanceof Job || (typeof value?.id === "string" && Object.hasOwn(value, "raw"));

/** Whether this is the thing itself, or its id, and no parameters. */
const isOne = (value) => typeof value === "string" || isShown(value);

/** The parameters of a method that was given a thing by itself, and its options. */
function byId(name, one, rest) {
  const id = typeof one === "string" ? textOf(name, "id", one) : one.id;
  if (!WITH_MORE.has(name)) return [{ id }, rest[0]];
  const [more = {}, options] = rest;
  if (more === null || typeof more !== "object" || Array.isArray(more)) {
    throw refused(name, "params", `params: must be an object, not ${described(more)}`);
  }
  return [{ ...more, id }, options];
}

/** Methods whose result is a job. */
const JOBS = new Set([
  "videos.create",
  "videos.find",
  "videos.get",
  "videos.remix",
  "videos.publish",
  "images.create",
  "images.get",
]);

/** The options of what waits for a job. */
const WAITING = ["signal", "timeout", "onProgress"];

/** What stands for a job among the parameters of a call: its id. */
const idOfJob = (value) => (value instanceof Job ? value.id : undefined);

/** A method that this platform does not have. */
function unsupported(operation, why) {
  return async () => {
    const message = `${operation}: ${why}`;
    throw new ERRORS.unsupported({ kind: "unsupported", message, operation, retryable: false });
  };
}

/** The client class over a backend. */
export function makeClient(backend) {
  return class Client {
    #handle;
    #held;

    constructor(options = {}) {
      const own = apart(options, "Client");
      const tell = teller(backend, own);
      this.#held = { ...own, tell };
      const text = written(own.plain, "Client");
      const isTold = isHeard(backend, own);
      this.#handle = checked(() => backend.open(text, weakStore(own.store), weakly(tell), isTold));
      for (const name of [...METHODS, ...OPERATIONS]) this.#define(name);
      for (const name of STREAMED) this.#definePieces(name, () => "stream");
      for (const name of PAGED) this.#definePieces(name, (verb) => `${verb}_items`);
      for (const name of MEDIA) this.#defineContent(name);
      this.#extend();
    }

    /** Tells which dialect and flavour a server speaks. */
    static async detect(options = {}, call) {
      const { signal } = checkedOptions("detect", call);
      const { plain } = apart(options, "detect");
      const text = await guarded(backend, signal, "detect", (token) =>
        backend.detect(written(plain, "detect"), token),
      );
      return parsed(text);
    }

    /** What the server speaks; null until it is known. */
    get dialect() {
      return this.#open().dialect ?? null;
    }

    /** The kind of the server; null until it is known, and where all servers are alike. */
    get flavour() {
      return this.#open().flavour ?? null;
    }

    /** The API's base URL. */
    get baseUrl() {
      return this.#open().baseUrl;
    }

    [HANDLE]() {
      return this.#open();
    }

    /** A value as a console shows it. */
    [PRESENTED](value) {
      return presented(backend, value);
    }

    /** Sets the token of an admin login, or forgets it. */
    setAdminToken(token) {
      if (token != null) textOf("setAdminToken", "token", token);
      this.#open().setAdminToken(token ?? undefined);
    }

    /**
     * Lets go of the connections. Calls that are under way go on to their end. The promise is
     * kept when a token that is being renewed is stored, or ten seconds have passed.
     */
    async close() {
      const handle = this.#handle;
      this.#handle = undefined;
      await handle?.close();
    }

    [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
      this.close();
    }

    [Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose")]() {
      return this.close();
    }

    #open() {
      if (this.#handle) {
        // Whoever has subscribed since the last call is told, too.
        if (backend.channels) this.#handle.hear(isHeard(backend, this.#held));
        return this.#handle;
      }
      const report = { kind: "configuration", message: "the client is closed", retryable: false };
      throw new ERRORS.configuration(report);
    }

    /** The object that holds a method, as its dotted name says, and its verb. */
    #place(name) {
      const steps = name.split(".");
      const verb = steps.pop();
      let place = this;
      for (const step of steps) place = place[step] ??= {};
      return [place, verb];
    }

    #define(name) {
      const [place, verb] = this.#place(name);
      const isById = BY_ID.has(name);
      place[verb] = async (params = {}, ...rest) => {
        // `remix(job, { prompt })`: what is meant, and then what goes with it.
        const [given, options] = isById && isOne(params) ? byId(name, params, rest) : [params, rest[0]];
        const { signal } = checkedOptions(name, options);
        return this.#call(name, given, signal);
      };
    }

    /** Makes a call; `deadline` is how long a video is waited for that its creation answers. */
    async #call(name, params, signal, deadline) {
      const text = await this.#begin(name, params, signal, (handle, fields, files, token) =>
        handle.call(name, fields, files, token, deadline),
      );
      return this.#result(name, parsed(text));
    }

    /** What comes piece by piece, beside the method for the whole. */
    #definePieces(name, called) {
      const [place, verb] = this.#place(name);
      const client = this;
      place[called(verb)] = async function* (params = {}, options) {
        const { signal } = checkedOptions(name, options);
        const opened = await client.#begin(name, params, signal, (handle, fields, files) =>
          handle.events(name, fields, files),
        );
        yield* pieces(backend, opened, name, signal);
      };
    }

    /** What is answered with a file: `stream` beside the method for the whole. */
    #defineContent(name) {
      const [place] = this.#place(name);
      place.stream = async (params = {}, options) => {
        const { signal } = checkedOptions(name, options);
        const reader = await this.#begin(name, params, signal, (handle, fields, files, token) =>
          handle.content(name, fields, files, token),
        );
        return readable(backend, reader, name, signal);
      };
    }

    /** Takes the files out of the parameters, and begins a call. */
    async #begin(name, params, signal, begin) {
      const files = [];
      const fields = JSON.stringify(withoutFiles(backend, params, files, name, idOfJob));
      const call = (attachments) =>
        guarded(backend, signal, name, (token) => begin(this.#open(), fields, attachments, token));
      if (files.length === 0) return call(files);
      const attachments = await loaded(backend, files, name, signal);
      try {
        return await call(attachments);
      } finally {
        await backend.removeFiles(attachments);
      }
    }

    #result(name, value) {
      if (JOBS.has(name)) return value && new Job(this, value);
      if (name === "videos.list") value.items = value.items.map((job) => new Job(this, job));
      if (FILES.has(name) && value.data) value.data = backend.fromBase64(value.data);
      return value ?? undefined;
    }

    /** The methods that hold callbacks, streams and files. */
    #extend() {
      const resume = (kind) => (job) => {
        const id = job instanceof Job ? job.id : job;
        const text = this.#open().resume(kind, textOf(`${kind}s.resume`, "id", id));
        return new Job(this, parsed(text));
      };
      const plain = (job, kind) => {
        if (typeof job === "string" && job !== "") return this.#open().resume(kind, job);
        if (typeof job?.id === "string") return written(job, `${kind}s`);
        const why = `job: must be a job, or a job's id, not ${described(job)}`;
        throw refused(`${kind}s`, "job", why);
      };
      const idOf = (job) => (typeof job === "string" ? job : job?.id);
      const waiting = (kind) => async (job, options) => {
        const operation = `${kind}s.wait`;
        const { signal, timeout, onProgress } = checkedOptions(operation, options, WAITING);
        const tell = harmless(backend, onProgress);
        const wait = (token) => this.#open().wait(plain(job, kind), timeout, tell, token);
        const text = await guarded(backend, signal, operation, wait, idOf(job));
        return new Job(this, parsed(text));
      };
      // Whatever could be refused is, before the creation is paid for.
      const generating = (kind) => async (params, options) => {
        const { signal, timeout } = checkedOptions(`${kind}s.generate`, options, WAITING);
        const job = await this.#call(`${kind}s.create`, params, signal, timeout);
        return this[`${kind}s`].wait(job, options);
      };

      const { characters, images, videos } = this;
      characters.pages = (params, options) => {
        checkedOptions("characters.search", options);
        return pages(characters.search, params, options);
      };
      images.resume = resume("image");
      images.wait = waiting("image");
      images.generate = generating("image");
      // Without an image to start from it would be a generation, and paid for as one.
      images.edit = async (params, options) => {
        if (!params?.references?.length) throw refused("images.edit", "references", "references: give the images to start from");
        return images.generate(params, options);
      };

      const client = this;
      videos.resume = resume("video");
      videos.wait = waiting("video");
      videos.generate = generating("video");
      videos.pages = (params, options) => {
        checkedOptions("videos.list", options);
        return pages(videos.list, params, options);
      };
      videos.updates = async function* (job, options) {
        const { signal } = checkedOptions("videos.watch", options);
        const watch = checked(() => client.#open().updates(plain(job, "video")), idOf(job));
        for await (const fields of pieces(backend, watch, "videos.watch", signal, idOf(job))) {
          yield new Job(client, fields);
        }
      };
      const streaming = (name, what, idOf) => async (file, options) => {
        const { index = 0, range = {}, signal } = checkedOptions(name, options, ["signal", "index", "range"]);
        if (typeof file === "string") textOf(name, name === "open" ? "url" : "job", file);
        const { start = 0, end } = range;
        const begin = (token) => this.#open().open(what(file), index, start, end, token);
        const reader = await guarded(backend, signal, name, begin, idOf(file));
        return readable(backend, reader, name, signal, idOf(file));
      };
      const whole = (stream) => async (file, options) => collect(backend, await stream(file, options));
      const blob = (stream) => async (file, options) => backend.blob(await stream(file, options));
      const saving = (name, what, idOf) => async (file, path, options) => {
        const accepted = ["signal", "onProgress", "index"];
        const { index = 0, signal, onProgress } = checkedOptions(name, options, accepted);
        const tell = harmless(backend, onProgress);
        const place = backend.path(path);
        if (place === undefined) {
          throw refused(name, "path", notAPath(path));
        }
        if (typeof place === "string") textOf(name, "path", place);
        const begin = (token) => this.#open().download(what(file), place, index, tell, token);
        const text = await guarded(backend, signal, name, begin, idOf(file));
        return { ...JSON.parse(text), path };
      };
      const places = [
        [videos, "videos.", (job) => plain(job, "video"), idOf],
        [images, "images.", (job) => plain(job, "image"), idOf],
        [this, "", (url) => JSON.stringify(textOf("download", "url", url?.href ?? url)), () => undefined],
      ];
      for (const [place, of, what, idOf] of places) {
        place.stream = streaming(of ? `${of}open` : "open", what, idOf);
        place.bytes = whole(place.stream);
        const download = `${of}download`;
        place.download = backend.files
          ? saving(download, what, idOf)
          : unsupported(download, `a browser has no paths; take \`${of || "client."}blob\``);
        if (of) {
          place.downloadAll = backend.files
            ? async (job, path, options) => {
                checkedOptions(download, options, ["signal", "onProgress"]);
                if (backend.path(path) === undefined) throw refused(download, "path", notAPath(path));
                const file = typeof job === "string" ? await place.get({ id: job }, { signal: options?.signal }) : job;
                const files = file?.kind === "image" ? file.images : file?.videos;
                const downloads = [];
                for (let index = 0; index < Math.max(files?.length ?? 0, 1); index += 1) {
                  downloads.push(await place.download(file, backend.numbered(path, index), { ...options, index }));
                }
                return downloads;
              }
            : unsupported(`${download}All`, `a browser has no paths; take \`${of}blob\``);
        }
        place.blob = backend.files
          ? unsupported(`${of}blob`, `it is for browsers; take \`${of || "client."}bytes\``)
          : blob(place.stream);
      }
    }
  };
}

