// Making a video through a simulator, from the form to the file.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { simulator } from "../simulator.mjs";
import { focused, look, says, startPage } from "./page.mjs";
import { picture } from "./picture.mjs";

/** Fast enough for a test, and slow enough for it to see how a job goes on: some seconds. */
const SPEED = 25;

let pages;
let server;
before(
  async () => {
    server = await simulator(SPEED);
    pages = await startPage();
  },
  { timeout: 900_000 },
);
after(async () => {
  await pages?.close();
  await server?.stop();
});

/** Opens the page, with an API and a prompt chosen. */
async function open(t, { dialect = "sora", prompt = "a cat in the snow" } = {}) {
  const opened = await pages.open(t, server.fragment);
  const { page } = opened;
  await page.getByText("Server", { exact: true }).click();
  await page.getByRole("combobox", { name: "API" }).selectOption(dialect);
  await page.getByText("Server", { exact: true }).click();
  await page.getByLabel("Prompt").fill(prompt);
  const button = (name) => page.getByRole("button", { name });
  return { ...opened, button, step: (name) => page.getByRole("listitem").filter({ hasText: name }) };
}

/** What the player plays, once it does. */
async function played(page) {
  const player = page.getByLabel("The finished video");
  await player.waitFor();
  return player.evaluate(async (element) => {
    await element.play();
    while (element.currentTime === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const { duration, videoWidth, videoHeight } = element;
    return { lasts: duration > 3, wide: videoWidth > videoHeight, size: videoWidth > 0 };
  });
}

test("before anything is asked for, there is the form, and no steps", async (t) => {
  const { page, button } = await open(t);
  assert.equal(await page.getByRole("progressbar").count(), 0);
  assert.equal(await page.getByRole("list", { name: "Steps" }).count(), 0);
  assert.equal(await button("Stop").count(), 0);
  await look(page, "video");
  await page.getByText("Server", { exact: true }).click();
  await look(page, "video-server");
});

test("a native video is made, with its proof of work, and plays", async (t) => {
  const { page, errors, button } = await open(t);
  await button("Make video").focus();
  await page.keyboard.press("Enter");
  await says(page, /^Generating, [1-9]/);
  assert.equal(await focused(page), "make", "the focus stays");
  assert.equal(await button("Stop").count(), 1);
  assert.deepEqual(await played(page), { lasts: true, wide: true, size: true });
  assert.match(
    await page.locator("#facts").textContent(),
    /^[\d.]+ s · \d+ × \d+ · [\d,.]+ [kM]B · proof of work: [\d,]+ tries in [\d,]+ ms$/,
  );
  assert.match(await page.getByRole("link", { name: "Save" }).getAttribute("href"), /^blob:/);
  assert.equal(await page.getByRole("list", { name: "Steps" }).count(), 0);
  assert.equal(await focused(page), "make");
  await look(page, "video-made");
  assert.deepEqual(errors, []);
});

for (const dialect of ["sora", "openai"]) {
  test(`${dialect}: a percentage is what the server says, in text and bar`, async (t) => {
    const { page, button } = await open(t, { dialect, prompt: "a cat, simulate:stuck" });
    await button("Make video").click();
    // A stuck job comes to its half, and no further.
    await says(page, "Generating, 47 %");
    const bar = page.getByRole("progressbar", { name: "Progress of the video" });
    assert.deepEqual(await bar.evaluate(({ value, max }) => [value, max]), [47, 100]);
    const job = (await server.control("GET", "jobs")).at(-1);
    assert.equal(Math.floor(100 * job.progress), 47);
    await look(page, `video-generating-${dialect}`);
    await button("Stop").click();
    await says(page, "Stopped");
    assert.equal(await page.locator("#note").textContent(), "The video goes on at the server.");
    assert.match(await page.locator("#job").textContent(), /^Job \S{6,}$/);
    assert.equal(await focused(page), "resume", "the focus goes on where Stop was");
  });
}

test("a job that was stopped is gone on with, and not made again", async (t) => {
  const { page, errors, button } = await open(t);
  const jobs = async () => (await server.control("GET", "jobs")).length;
  const before = await jobs();
  await button("Make video").click();
  await says(page, /^Generating, [1-9]/);
  await button("Stop").click();
  await says(page, "Stopped");
  assert.equal(await page.getByRole("progressbar").count(), 0);
  await look(page, "video-stopped");
  await button("Resume").click();
  assert.deepEqual(await played(page), { lasts: true, wide: true, size: true });
  assert.equal(await jobs(), before + 1);
  assert.deepEqual(errors, []);
});

test("an image of any shape is uploaded as the first frame, and a portrait comes back", async (t) => {
  const { page, errors, button } = await open(t, { dialect: "openai" });
  await page.getByText("Portrait").click();
  await page.getByLabel("First frame").setInputFiles(await picture(page));
  await page.getByAltText("The first frame, as it will be sent").waitFor();
  await page.getByText("900 × 900, cut to the video's shape").waitFor();
  await look(page, "video-image");
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await button("Make video").click();
  assert.match((await (await sent).allHeaders())["content-type"], /^multipart\/form-data/);
  assert.deepEqual(await played(page), { lasts: true, wide: false, size: true });
  await look(page, "video-made-portrait");
  assert.deepEqual(errors, []);
});

test("a chosen image can be taken away", async (t) => {
  const { page, button } = await open(t);
  await page.getByLabel("First frame").setInputFiles(await picture(page));
  await button("Remove").click();
  assert.ok(await page.getByAltText("The first frame, as it will be sent").isHidden());
  assert.equal(await page.getByLabel("First frame").inputValue(), "");
  assert.equal(await focused(page), "image");
});

test("a file that is no image is refused when it is chosen", async (t) => {
  const { page } = await open(t);
  const field = page.getByLabel("First frame");
  await field.setInputFiles(await picture(page));
  await page.getByAltText("The first frame, as it will be sent").waitFor();
  for (const [name, text, said] of [
    ["empty.png", "", "empty.png is empty."],
    ["notes.png", "no image at all", "notes.png is no image that this browser can open."],
  ]) {
    await field.setInputFiles({ name, mimeType: "image/png", buffer: Buffer.from(text) });
    await page.getByText(said).waitFor();
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    assert.equal(await field.inputValue(), "");
    assert.ok(await page.getByAltText("The first frame, as it will be sent").isHidden());
  }
  await look(page, "video-bad-file");
});

test("that nothing leaves the machine is said of its simulator alone", async (t) => {
  const { page } = await open(t);
  const where = page.locator("#where");
  const local = /^Made by a simulator on this machine; nothing leaves it\.$/;
  assert.match(await where.textContent(), local);
  await page.getByText("Server", { exact: true }).click();
  await page.getByRole("combobox", { name: "API" }).selectOption("openai");
  assert.match(await where.textContent(), local, "the base URL follows the API");
  await page.getByLabel("Base URL").fill("http://127.0.0.1:4000/v1");
  assert.equal(await where.textContent(), "Made by the server at 127.0.0.1:4000 on this machine.");
  await page.getByLabel("Base URL").fill("https://gateway.example/v1");
  assert.equal(await where.textContent(), "Prompt, image and credential go to gateway.example.");
  await look(page, "video-elsewhere");
});
