// Solving challenges, and the comparison.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { focused, look, says, startPage } from "./page.mjs";

let pages;
before(async () => {
  pages = await startPage();
});
after(() => pages?.close());

const open = async (t) => {
  const opened = await pages.open(t, "proof-of-work.html");
  return { ...opened, button: (name) => opened.page.getByRole("button", { name }) };
};

const figure = async (page, id) => Number((await page.locator(id).textContent()).replaceAll(",", ""));

test("before anything is asked for, there is no result", async (t) => {
  const { page, errors, button } = await open(t);
  assert.equal(await page.getByRole("progressbar").count(), 0);
  assert.equal(await page.getByRole("table").count(), 0);
  assert.equal(await button("Stop").count(), 0);
  await look(page, "proof-of-work");
  assert.deepEqual(errors, []);
});

test("a challenge is solved, its answer checked, and its numbers agree", async (t) => {
  const { page, errors, button } = await open(t);
  await page.getByLabel("Difficulty").selectOption("000fff");
  await page.getByLabel("Workers", { exact: true }).fill("2");
  await button("Solve").click();
  await says(page, /^Solved at nonce [\d,]+, checked\.$/);
  assert.equal(await focused(page), "start");
  assert.match(await page.getByLabel("Answer", { exact: true }).textContent(), /^W[A-Za-z0-9+/]+=*$/);
  const lanes = await page.locator("#lanes li").allTextContents();
  const tries = lanes.map((text) => Number(text.replace(/^.*: /, "").replaceAll(",", "")));
  assert.equal(tries.reduce((sum, each) => sum + each), await figure(page, "#tries"));
  await look(page, "proof-of-work-solved");
  assert.deepEqual(errors, []);
});

test("an easy challenge, which the page solves by itself, takes a try more than its nonce", async (t) => {
  const { page, button } = await open(t);
  await page.getByLabel("Difficulty").selectOption("0fffff");
  // Workers take over from a page that is busy for eight milliseconds, and try their own nonces.
  const solved = [];
  do {
    await button("Solve").click();
    await says(page, /^Solved/);
    const nonce = /nonce ([\d,]+)/.exec(await page.locator("#status").textContent())[1];
    const lanes = await page.locator("#lanes li:visible").allTextContents();
    const alone = lanes.every((text) => text.startsWith("This page") || text.endsWith(": 0"));
    solved.push({ alone, nonce: Number(nonce.replaceAll(",", "")), tries: await figure(page, "#tries") });
  } while (!solved.at(-1).alone && solved.length < 10);
  const { alone, nonce, tries } = solved.at(-1);
  assert.ok(alone, `workers took over each time: ${JSON.stringify(solved)}`);
  assert.equal(tries, nonce + 1);
});

test("a search shows how it goes, and stops when told to", async (t) => {
  const { page, errors, button } = await open(t);
  // Ninety million tries: minutes, of which the test takes a second.
  await page.getByLabel("Difficulty").evaluate((select) => (select.options[0].value = "0000002f"));
  await page.getByLabel("Difficulty").selectOption("0000002f");
  await page.getByLabel("Workers", { exact: true }).fill("1");
  await button("Solve").click();
  await page.waitForFunction(() => document.getElementById("tries").textContent !== "0");
  const [shown, bar] = await page.evaluate(() => [
    document.getElementById("chance-text").textContent,
    document.getElementById("chance").value,
  ]);
  assert.equal(shown, `${bar} %`);
  await look(page, "proof-of-work-searching");
  await button("Stop").click();
  await says(page, "Stopped.");
  assert.equal(await focused(page), "start", "the focus goes back to what starts it");
  assert.equal(await button("Stop").count(), 0);
  await look(page, "proof-of-work-stopped");
  assert.deepEqual(errors, []);
});

test("the comparison fills its table", async (t) => {
  const { page, errors, button } = await open(t);
  await button("Compare").click();
  const rows = page.locator("#results tr");
  await rows.nth(2).waitFor();
  const names = await rows.locator("td:first-child").allTextContents();
  assert.deepEqual(names, ["hash-wasm", "noble", "sorakit, 1 worker"]);
  await page.waitForFunction(() => document.getElementById("comparing").textContent === "");
  await look(page, "proof-of-work-compared");
  assert.deepEqual(errors, []);
});
