// What the WebAssembly part needs of the browser: fetch, timers, randomness, and the workers
// that solve. What is under way has `done`, a promise, and `end()`.

import { solve } from "./module.js";

/** The longest that a timer counts, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** Whether this browser is new enough to take `Authorization` off a redirect to another origin. */
const DROPS_AUTHORIZATION = typeof Promise.withResolvers === "function";

export function makePlatform() {
  return {
    userAgent: globalThis.navigator?.userAgent ?? "",
    now: () => Date.now(),
    monotonic: () => performance.now(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    sleep: (millis) => new Sleep(millis),
    solve: (...challenge) => new Solving(...challenge),
    send: (...request) => new Exchange(...request),
  };
}

class Sleep {
  #timer;
  #wake;

  constructor(millis) {
    this.done = new Promise((resolve) => {
      this.#wake = resolve;
      this.#timer = setTimeout(resolve, Math.min(millis, LONGEST));
    });
  }

  end() {
    clearTimeout(this.#timer);
    this.#wake();
  }
}

class Solving {
  #controller = new AbortController();

  constructor(challenge, config, max_tries, timeout, threads) {
    const { signal } = this.#controller;
    const given = { ...JSON.parse(challenge), config: JSON.parse(config) };
    this.done = solve(given, { signal, max_tries, timeout, threads }).then(JSON.stringify);
    this.done.catch(() => {});
  }

  end() {
    this.#controller.abort();
  }
}

/** A request and its answer. */
class Exchange {
  #controller = new AbortController();
  #reader;

  constructor(method, url, headers, parts, follow) {
    const pairs = [];
    for (let i = 0; i < headers.length; i += 2) pairs.push([headers[i], headers[i + 1]]);
    const followed = follow && (DROPS_AUTHORIZATION || !headers.includes("authorization"));
    const request = {
      method,
      headers: pairs,
      // A blob is sent from where it is, a part after the other.
      body: parts && new Blob(parts),
      redirect: followed ? "follow" : "manual",
      cache: "no-store",
      credentials: "omit",
      signal: this.#controller.signal,
    };
    this.done = this.#send(url, request);
    this.done.catch(() => {});
  }

  end() {
    this.#controller.abort();
  }

  /** The next bytes of the answer. */
  async next() {
    const { value } = (await this.#reader?.read()) ?? {};
    return value;
  }

  async #send(url, request) {
    let response;
    try {
      response = await fetch(url, request);
    } catch (error) {
      throw new Error(`the browser got no answer from ${new URL(url).origin}: ${why(error)}`, { cause: error });
    }
    if (response.type === "opaqueredirect") return this.#redirected(undefined);
    if (response.redirected) return this.#redirected(response.url);
    this.status = response.status;
    this.headers = [...response.headers].flat();
    this.#reader = response.body?.getReader();
  }

  /** Says that the answer is a redirect, and where to if that is known. */
  #redirected(url) {
    this.end();
    this.status = 302;
    this.headers = url ? ["location", url] : [];
  }
}

/** A browser tells a page nothing of what went wrong, for reasons of safety. */
function why(error) {
  if (globalThis.navigator?.onLine === false) return "it is offline";
  return (
    `${error.message} (it cannot be reached, or its CORS headers do not allow this page's origin ` +
    "or the request's headers, or the page's content security policy does not)"
  );
}
