// The built page in headless Chromium, for its tests. Screenshots go to `target/screenshots`.

import path from "node:path";
import { preview } from "vite";

import { launch, openPage } from "../../../bindings-wasm/test/browser.mjs";

const ROOT = path.join(import.meta.dirname, "..");
const SCREENSHOTS = path.join(ROOT, "../../target/screenshots");

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 360, height: 740 };

/** Serves the page and starts a browser. */
export async function startPage() {
  const options = { root: ROOT, logLevel: "error", preview: { host: "127.0.0.1", port: 0 } };
  const server = await preview(options);
  const browser = await launch();
  return {
    /** Opens it, closed after the test: the page, what it wrote as errors, and one of its parts. */
    async open(t, { viewport = WIDE, fragment = "", ...more } = {}) {
      const url = `${server.resolvedUrls.local[0]}${fragment}`;
      const { page, errors } = await openPage(browser, url, { viewport, ...more });
      t.after(() => page.close());
      return { page, errors, part: (name) => page.getByRole("region", { name }) };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Keeps a picture of the whole page. */
export function shot(page, name) {
  return page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
}

/** Waits for a part of the page to say this. */
export function says(part, text) {
  return part.getByRole("status").getByText(text).waitFor();
}
