// The built page in headless Chromium. Screenshots go to `target/screenshots`.

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { preview } from "vite";

import { launch, openPage } from "../../bindings-wasm/test/browser.mjs";

const HERE = import.meta.dirname;
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

let server;
let browser;
before(async () => {
  server = await preview({ root: HERE, logLevel: "error", preview: { host: "127.0.0.1", port: 0 } });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const open = (viewport) => openPage(browser, server.resolvedUrls.local[0], { viewport });
const shot = (page, name) =>
  page.screenshot({ path: path.join(HERE, "../../target/screenshots", `${name}.png`), fullPage: true });
const status = (page, text) => page.getByRole("status").getByText(text).waitFor();

test("a challenge is solved, and its answer checked", async () => {
  const { page, errors } = await open(WIDE);
  await page.getByLabel("Difficulty").selectOption("000fff");
  await page.getByLabel("Workers", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Solve" }).click();
  await status(page, /^Solved at nonce [\d,]+, checked\.$/);
  assert.match(await page.getByLabel("Answer").textContent(), /^W[A-Za-z0-9+/]+=*$/);
  assert.equal(await page.getByRole("listitem").count(), 2);
  assert.equal(await page.getByRole("progressbar").evaluate((bar) => bar.value), 1);
  await shot(page, "solved");
  assert.deepEqual(errors, []);
  await page.close();
});

test("a search shows how it goes, and stops when told to", async () => {
  const { page, errors } = await open(WIDE);
  // Ninety million tries: minutes, of which the test takes a second.
  await page.getByLabel("Difficulty").evaluate((select) => (select.options[0].value = "0000002f"));
  await page.getByLabel("Difficulty").selectOption("0000002f");
  await page.getByLabel("Workers", { exact: true }).fill("1");
  await page.getByRole("button", { name: "Solve" }).click();
  await page.waitForFunction(() => document.getElementById("tries").textContent !== "0");
  await shot(page, "searching");
  await page.getByRole("button", { name: "Stop" }).click();
  await status(page, "Stopped.");
  assert.ok(await page.getByRole("button", { name: "Solve" }).isEnabled());
  assert.deepEqual(errors, []);
  await page.close();
});

test("the comparison fills its table", async () => {
  const { page, errors } = await open(WIDE);
  await page.getByRole("button", { name: "Compare" }).click();
  const rows = page.locator("#results tr");
  await rows.nth(2).waitFor();
  const names = await rows.locator("td:first-child").allTextContents();
  assert.deepEqual(names, ["hash-wasm", "noble", "sorakit, 1 worker"]);
  await shot(page, "compared");
  assert.deepEqual(errors, []);
  await page.close();
});

test("a narrow screen shows everything", async () => {
  const { page } = await open(NARROW);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= NARROW.width, `the page is ${width} pixels wide`);
  await shot(page, "narrow");
  await page.close();
});
