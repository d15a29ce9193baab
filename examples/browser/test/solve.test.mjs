// Solving challenges, and the comparison.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { NARROW, says, shot, startPage } from "./page.mjs";

let pages;
before(async () => {
  pages = await startPage();
});
after(() => pages?.close());

test("a challenge is solved, and its answer checked", async (t) => {
  const { page, errors, part } = await pages.open(t);
  const solve = part("Solve a challenge");
  await solve.getByLabel("Difficulty").selectOption("000fff");
  await solve.getByLabel("Workers", { exact: true }).fill("2");
  await solve.getByRole("button", { name: "Solve" }).click();
  await says(solve, /^Solved at nonce [\d,]+, checked\.$/);
  assert.match(await solve.getByLabel("Answer").textContent(), /^W[A-Za-z0-9+/]+=*$/);
  assert.equal(await solve.getByRole("listitem").count(), 2);
  assert.equal(await solve.getByRole("progressbar").evaluate((bar) => bar.value), 1);
  await shot(page, "solved");
  assert.deepEqual(errors, []);
});

test("a search shows how it goes, and stops when told to", async (t) => {
  const { page, errors, part } = await pages.open(t);
  const solve = part("Solve a challenge");
  // Ninety million tries: minutes, of which the test takes a second.
  await solve.getByLabel("Difficulty").evaluate((select) => (select.options[0].value = "0000002f"));
  await solve.getByLabel("Difficulty").selectOption("0000002f");
  await solve.getByLabel("Workers", { exact: true }).fill("1");
  await solve.getByRole("button", { name: "Solve" }).click();
  await page.waitForFunction(() => document.getElementById("tries").textContent !== "0");
  await shot(page, "searching");
  await solve.getByRole("button", { name: "Stop" }).click();
  await says(solve, "Stopped.");
  assert.ok(await solve.getByRole("button", { name: "Solve" }).isEnabled());
  assert.deepEqual(errors, []);
});

test("the comparison fills its table", async (t) => {
  const { page, errors, part } = await pages.open(t, { colorScheme: "dark" });
  const compare = part("Compare in this tab");
  await compare.getByRole("button", { name: "Compare" }).click();
  const rows = compare.locator("tbody tr");
  await rows.nth(2).waitFor();
  const names = await rows.locator("td:first-child").allTextContents();
  assert.deepEqual(names, ["hash-wasm", "noble", "sorakit, 1 worker"]);
  await shot(page, "compared");
  assert.deepEqual(errors, []);
});

test("a narrow screen shows everything", async (t) => {
  const { page } = await pages.open(t, { viewport: NARROW });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= NARROW.width, `the page is ${width} pixels wide`);
  await shot(page, "narrow");
});
