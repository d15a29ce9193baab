// A page in headless Chromium over a static server, both on loopback.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { chromium } from "playwright-core";

const ROOT = path.join(import.meta.dirname, "..");
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** What a page that solves challenges must allow, and nothing more. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
/** The same without WebAssembly. */
export const NO_WASM_POLICY = STRICT_POLICY.replace(" 'wasm-unsafe-eval'", "");
/** The same without workers. */
export const NO_WORKER_POLICY = STRICT_POLICY.replace("worker-src 'self'", "worker-src 'none'");

/**
 * Serves a folder's files, with the content security policy that `?policy=` gives, and with more
 * headers.
 */
export async function serve(root = ROOT, more = {}) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, "http://localhost");
    const file = path.join(root, path.normalize(url.pathname));
    // What a page loads has its policy; a worker that is loaded has its own, and gets the same.
    const from = request.headers.referer ? new URL(request.headers.referer) : url;
    const policy = url.searchParams.get("policy") ?? from.searchParams.get("policy");
    try {
      const body = await readFile(file);
      const headers = { ...more, "content-type": TYPES[path.extname(file)] ?? "text/plain" };
      if (policy) headers["content-security-policy"] = policy;
      response.writeHead(200, headers).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** Ends a server and its connections. */
export async function stop(server) {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Starts Chromium. */
export function launch() {
  const executablePath = process.env.SORAKIT_CHROMIUM ?? BROWSERS.find((file) => existsSync(file));
  if (!executablePath) {
    throw new Error(
      "Chromium is missing: install it (Debian: `apt install chromium`), or name one in SORAKIT_CHROMIUM",
    );
  }
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return chromium.launch({ executablePath, args, timeout: 90_000 });
}

/** Opens a page of a browser, and gathers what it writes to its console as an error. */
export async function openPage(browser, url, options) {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(90_000);
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(url);
  return { page, errors };
}

/** Starts both. `open(policy, file)` gives a page that has the package; `close()` ends everything. */
export async function startBrowser() {
  const browser = await launch();
  const server = await serve();
  const base = `http://127.0.0.1:${server.address().port}`;
  return {
    async open(policy = STRICT_POLICY, file = "page.html") {
      const url = `${base}/test/${file}?policy=${encodeURIComponent(policy)}`;
      const opened = await openPage(browser, url);
      await opened.page.waitForFunction(() => globalThis.sorakit);
      return opened;
    },
    async close() {
      await browser.close();
      await stop(server);
    },
  };
}
