// The built page in headless Chromium, for its tests, and what is looked at in each of its states.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { preview } from "vite";

import { launch, openPage } from "../../../bindings-wasm/test/browser.mjs";
import { thinBorders } from "./borders.mjs";

const ROOT = path.join(import.meta.dirname, "..");
const SCREENSHOTS = path.join(ROOT, "../../target/screenshots");
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 375, height: 812 };

/** Serves the pages and starts a browser. */
export async function startPage() {
  const options = { root: ROOT, logLevel: "error", preview: { host: "127.0.0.1", port: 0 } };
  const server = await preview(options);
  const browser = await launch();
  return {
    /** Opens one, closed after the test: the page, and what it wrote as errors. */
    async open(t, address, { viewport = WIDE, ...more } = {}) {
      const url = new URL(address, server.resolvedUrls.local[0]).href;
      const opened = await openPage(browser, url, { viewport, ...more });
      t.after(() => opened.page.close());
      return opened;
    },
    async close() {
      await browser.close();
      await server.close();
      console.log(`screenshots of every state: ${path.normalize(SCREENSHOTS)}`);
    },
  };
}

/**
 * Looks at a state of a page: wide and narrow, light and dark. Nothing is wider than the screen,
 * axe finds nothing, every border stands out, and a picture of each is kept.
 */
export async function look(page, state) {
  await page.evaluate(AXE);
  for (const viewport of [WIDE, NARROW]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"]) {
      const name = `${state}-${viewport.width}-${colorScheme}`;
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= viewport.width, `${name} is ${width} pixels wide`);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], name);
      assert.deepEqual(await page.evaluate(thinBorders), [], name);
    }
  }
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
}

/** Waits for the page to say this. */
export function says(page, text) {
  return page.locator("#status").getByText(text).waitFor();
}

/** What has the focus: its id. */
export function focused(page) {
  return page.evaluate(() => document.activeElement.id || document.activeElement.localName);
}
