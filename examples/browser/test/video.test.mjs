// Making a video through a simulator.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { simulator } from "../simulator.mjs";
import { NARROW, says, shot, startPage } from "./page.mjs";

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

const open = async (t, options) => {
  const { part, ...rest } = await pages.open(t, { fragment: server.fragment, ...options });
  return { ...rest, video: part("Make a video") };
};

/** A picture that the browser makes, as a user's file. */
async function picture(page) {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(900, 900);
    const context = canvas.getContext("2d");
    const sky = context.createLinearGradient(0, 0, 0, 900);
    sky.addColorStop(0, "#2456c9");
    sky.addColorStop(1, "#ffd8a8");
    context.fillStyle = sky;
    context.fillRect(0, 0, 900, 900);
    const blob = await canvas.convertToBlob({ type: "image/jpeg" });
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  });
  return { name: "sky.jpg", mimeType: "image/jpeg", buffer: Buffer.from(bytes) };
}

/** The player: what it plays, once it does. */
async function played(video) {
  const player = video.getByLabel("The video", { exact: true });
  await player.waitFor();
  return player.evaluate(async (element) => {
    await element.play();
    while (element.currentTime === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const { duration, videoWidth, videoHeight } = element;
    return { lasts: duration > 3, wide: videoWidth > videoHeight, size: videoWidth > 0 };
  });
}

test("a native video is made, with its proof of work, and plays", async (t) => {
  const { page, errors, video } = await open(t);
  await video.getByRole("combobox", { name: "API" }).selectOption("sora");
  await video.getByRole("button", { name: "Make" }).click();
  await says(video, /^Generating: [1-9]/);
  await shot(page, "generating");
  const bar = video.getByRole("progressbar", { name: "Progress of the video" });
  const progress = await bar.evaluate((element) => element.value);
  assert.ok(progress > 0 && progress <= 1, String(progress));
  await says(video, "Done.");
  assert.deepEqual(await played(video), { lasts: true, wide: true, size: true });
  assert.match(await video.locator("#facts").textContent(), /s, \d+ × \d+ · [\d,]+ kB · proof of work: [\d,]+ tries/);
  assert.match(await video.getByRole("link", { name: "Save" }).getAttribute("href"), /^blob:/);
  await shot(page, "video");
  assert.deepEqual(errors, []);
});

test("an image of any shape is uploaded as the first frame, and a portrait comes back", async (t) => {
  const { page, errors, video } = await open(t);
  await video.getByRole("combobox", { name: "API" }).selectOption("openai");
  await video.getByLabel("Orientation").selectOption("portrait");
  await video.getByLabel("First frame").setInputFiles(await picture(page));
  await video.getByAltText("The chosen first frame").waitFor();
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await video.getByRole("button", { name: "Make" }).click();
  assert.match((await (await sent).allHeaders())["content-type"], /^multipart\/form-data/);
  await says(video, "Done.");
  assert.deepEqual(await played(video), { lasts: true, wide: false, size: true });
  await shot(page, "uploaded");
  assert.deepEqual(errors, []);
});

test("a chosen image can be taken away", async (t) => {
  const { page, video } = await open(t);
  await video.getByLabel("First frame").setInputFiles(await picture(page));
  await video.getByRole("button", { name: "Remove" }).click();
  assert.ok(await video.getByAltText("The chosen first frame").isHidden());
  assert.equal(await video.getByLabel("First frame").inputValue(), "");
});

test("a video that is stopped ends at once, and the next one is made", async (t) => {
  const { errors, video } = await open(t);
  await video.getByRole("button", { name: "Make" }).click();
  await says(video, /^(Waiting|Generating)/);
  await video.getByRole("button", { name: "Stop" }).click();
  await says(video, "Stopped.");
  assert.ok(await video.getByLabel("The video", { exact: true }).isHidden());
  await video.getByRole("button", { name: "Make" }).click();
  await says(video, "Done.");
  assert.deepEqual(errors, []);
});

test("what goes wrong is said", async (t) => {
  const { video } = await open(t);
  await video.getByText("Server").click();
  await video.getByLabel("Access token").fill("not a token");
  await video.getByRole("button", { name: "Make" }).click();
  await says(video, /token/);
  assert.ok(await video.getByRole("button", { name: "Make" }).isEnabled());
});

test("a narrow screen shows it all, also the video", async (t) => {
  const { page, errors, video } = await open(t, { viewport: NARROW });
  await video.getByText("Server").click();
  await video.getByRole("button", { name: "Make" }).click();
  await says(video, "Done.");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= NARROW.width, `the page is ${width} pixels wide`);
  await shot(page, "video-narrow");
  assert.deepEqual(errors, []);
});
