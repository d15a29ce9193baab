// What goes wrong while a video is made, and what lies between two steps.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { simulator } from "../simulator.mjs";
import { focused, look, says, startPage } from "./page.mjs";

let pages;
let server;
before(
  async () => {
    server = await simulator(60);
    pages = await startPage();
  },
  { timeout: 900_000 },
);
afterEach(async () => {
  await server.control("DELETE", "faults");
  await server.control("POST", "clock", { speed: 60 });
});
after(async () => {
  await pages?.close();
  await server?.stop();
});

/** Opens the page for the API `openai`. */
async function open(t, prompt = "a cat in the snow") {
  const { page } = await pages.open(t, server.fragment);
  await page.getByText("Server", { exact: true }).click();
  await page.getByRole("combobox", { name: "API" }).selectOption("openai");
  await page.getByText("Server", { exact: true }).click();
  await page.getByLabel("Prompt").fill(prompt);
  return { page, button: (name) => page.getByRole("button", { name }) };
}

/** Waits for an error: its title, what to do, and the step at which it stands. */
async function failure(page) {
  const alert = page.getByRole("alert");
  await alert.waitFor();
  return {
    title: await alert.getByRole("heading").textContent(),
    advice: await page.locator("#failure-advice").textContent(),
    step: await page.locator("#steps .failed").textContent(),
    done: await page.locator("#steps .done").allTextContents(),
  };
}

const script = (rule) => server.control("POST", "faults", rule);

test("stopped while it is sent, a video may have been begun, and that is said", async (t) => {
  await script({ operation: "openai.videos.create", action: { kind: "stall", ms: 60_000 } });
  const { page, button } = await open(t);
  await button("Make video").click();
  await says(page, "Sending…");
  assert.equal(await page.locator("#steps .current").textContent(), "Send");
  await look(page, "video-sending");
  await button("Stop").click();
  await says(page, "Stopped");
  assert.match(await page.locator("#note").textContent(), /may have begun one all the same/);
  assert.equal(await focused(page), "make");
  assert.equal(await button("Resume").count(), 0);
  await look(page, "video-stopped-sending");
});

test("a job that waits says so, without a bar", async (t) => {
  await server.control("POST", "clock", { speed: 0 });
  const { page, button } = await open(t);
  await button("Make video").click();
  await says(page, "Waiting in the queue…");
  assert.equal(await page.getByRole("progressbar").count(), 0);
  await look(page, "video-queued");
});

test("a key that is not accepted is marked where it is typed", async (t) => {
  const { page, button } = await open(t);
  await page.getByText("Server", { exact: true }).click();
  await page.getByLabel("API key").fill("sk-of-somebody-else");
  await page.getByText("Server", { exact: true }).click();
  await button("Make video").click();
  assert.deepEqual(await failure(page), {
    title: "The video was not begun",
    advice: "The server does not accept the API key. Check it under “Server”.",
    step: "Send",
    done: [],
  });
  assert.equal(await page.getByLabel("API key").getAttribute("aria-invalid"), "true");
  assert.ok(await page.getByLabel("API key").isVisible(), "the fold is open");
  await look(page, "video-failed-send");
  await page.getByLabel("API key").fill("sk-simulator-first-run");
  await button("Make video").click();
  await page.getByLabel("The finished video").waitFor();
  assert.equal(await page.getByLabel("API key").getAttribute("aria-invalid"), null);
});

test("a server that is not there is named", async (t) => {
  const { page, button } = await open(t);
  await page.getByText("Server", { exact: true }).click();
  await page.getByLabel("Base URL").fill("http://127.0.0.1:9/v1");
  await button("Make video").click();
  const { title, advice, step } = await failure(page);
  // A browser does not tell a page whether anything was sent.
  assert.deepEqual([title, step], ["It is not known whether the video was begun", "Send"]);
  assert.match(advice, /^No answer came from http:\/\/127\.0\.0\.1:9\. Check/);
  await look(page, "video-failed-unreachable");
});

test("a job that fails keeps its step and its id, and cannot be resumed", async (t) => {
  const { page, button } = await open(t, "a cat, simulate:generation_failed");
  await button("Make video").click();
  const { title, step, done } = await failure(page);
  assert.deepEqual([title, step, done], ["The video was not made", "Generate", ["Send"]]);
  assert.match(await page.locator("#job").textContent(), /^Job \S{6,}$/);
  assert.equal(await button("Resume").count(), 0);
  await page.getByText("What was said").click();
  await look(page, "video-failed-generate");
});

test("what the server refuses to show is said", async (t) => {
  const { page, button } = await open(t, "a cat, simulate:refuse_content");
  await button("Make video").click();
  const { advice, step } = await failure(page);
  assert.equal(step, "Send");
  assert.match(advice, /Change them/);
});

test("a video that does not arrive is still at the server, and comes when resumed", async (t) => {
  const { page, button } = await open(t);
  const body = { error: { message: "This key was revoked.", code: "invalid_api_key" } };
  const action = { kind: "status", status: 401, body };
  await script({ operation: "openai.videos.content", times: null, action });
  await button("Make video").click();
  const { title, step, done } = await failure(page);
  assert.deepEqual([title, step, done], ["The video did not arrive", "Download", ["Send", "Generate"]]);
  await look(page, "video-failed-download");
  await server.control("DELETE", "faults");
  await script({ operation: "openai.videos.content", action: { kind: "stall", ms: 10_000 } });
  await button("Resume").click();
  await says(page, "Downloading…");
  await look(page, "video-downloading");
  await page.getByLabel("The finished video").waitFor();
});
