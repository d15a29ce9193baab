// What the client's tests share: a simulator, a server that answers a page, and pages.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { createInterface } from "node:readline";

/** What a page with a client must allow: what one that solves must, and the server's address. */
export const CLIENT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; " +
  "connect-src 'self' http://127.0.0.1:*; media-src blob:";

/** Starts a simulator of its own: the command `sorakit`, built when it is not there or stale. */
export async function startSimulator(speed = 100) {
  const cwd = path.join(import.meta.dirname, "../..");
  const target = process.env.CARGO_TARGET_DIR ?? path.join(cwd, "target");
  const binary = path.join(target, "debug/sorakit");
  if (!existsSync(binary)) console.log("Building the command `sorakit`, for its simulator: some minutes the first time.");
  const options = { cwd, stdio: ["ignore", "ignore", "inherit"] };
  // With the features of the other tests, so that what is compiled for them is not compiled again.
  const build = spawn("cargo", ["build", "--quiet", "--workspace", "--examples", "--bin=sorakit"], options);
  const ended = once(build, "exit").catch(() => {
    throw new Error("Rust is missing: install it from https://rustup.rs");
  });
  if ((await ended)[0] !== 0) throw new Error("the command `sorakit` cannot be built");
  const arguments_ = ["simulate", "--port=0", `--speed=${speed}`, "--json"];
  const child = spawn(binary, arguments_, { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface(child.stdout), "line");
  const { url, base_urls, credentials, control_token } = JSON.parse(line);
  return {
    url,
    credentials,
    /** Asks its control surface, which `simulator/README.md` describes. */
    async control(method, path, body) {
      const headers = { "x-simulator-token": control_token };
      const request = { method, headers, body: body && JSON.stringify(body) };
      const response = await fetch(`${url}/__simulator/${path}`, request);
      if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
      return response.json();
    },
    /** Options for a client of it. */
    options(dialect) {
      const { access_token, api_key } = credentials;
      const credential = dialect === "sora" ? { access_token } : { api_key };
      return { dialect, base_url: base_urls[dialect], poll_interval: 0.05, ...credential };
    },
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGINT");
      await ended;
    },
  };
}

const ALLOWED = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

/** A server on loopback that lets pages in; `answer` gets each request with its body. */
export async function serve(answer) {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    for (const [name, value] of Object.entries(ALLOWED)) response.setHeader(name, value);
    if (request.method === "OPTIONS") {
      const headers = request.headers["access-control-request-headers"] ?? "";
      const methods = request.headers["access-control-request-method"];
      response.writeHead(204, {
        "access-control-allow-headers": headers,
        "access-control-allow-methods": methods,
      });
      response.end();
      return;
    }
    answer(Object.assign(request, { body: Buffer.concat(chunks) }), response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
