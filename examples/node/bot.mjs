// A bot that makes videos for the people in a chat. Each line of the input is a
// prompt; `/cancel 2` takes the second one back. Every prompt has one message,
// which is edited as its video gets on. Here the chat is the terminal: put your
// chat's `send` and `edit` into its place.

import { createInterface } from "node:readline";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { Client, Simulator, SorakitError } from "sorakit";

const AT_ONCE = 2;

/** The chat: messages have numbers, and can be edited. */
const chat = {
  messages: 0,
  send(text) {
    this.messages += 1;
    this.edit(this.messages, text);
    return this.messages;
  },
  edit(message, text) {
    console.log(`[${message}] ${text}`);
  },
};

const simulator = process.env.SORAKIT_BASE_URL ? undefined : new Simulator({ speed: 60 });
const client = new Client(simulator?.options());
const folder = await mkdtemp(path.join(tmpdir(), "bot-"));
const queue = [];
const signals = new Map();
let running = 0;

for await (const line of createInterface({ input: process.stdin })) {
  const [command, number] = line.trim().split(" ");
  if (command === "/cancel") cancel(Number(number));
  else if (line.trim()) enqueue(line.trim());
}

function enqueue(prompt) {
  const message = chat.send(`“${prompt}” is number ${queue.length + 1} in the queue`);
  signals.set(message, new AbortController());
  queue.push({ prompt, message });
  next();
}

function cancel(message) {
  const waiting = queue.findIndex((entry) => entry.message === message);
  if (waiting >= 0) {
    queue.splice(waiting, 1);
    chat.edit(message, "cancelled");
  } else {
    signals.get(message)?.abort();
  }
}

async function next() {
  if (running >= AT_ONCE || queue.length === 0) return;
  running += 1;
  const { prompt, message } = queue.shift();
  chat.edit(message, await make(prompt, message));
  signals.delete(message);
  running -= 1;
  next();
}

/** Makes one video; answers with the last text of its message. */
async function make(prompt, message) {
  const { signal } = signals.get(message);
  try {
    const onProgress = throttled(({ status, progress }) =>
      chat.edit(message, `${status}, ${progress.toFixed(0)} %`),
    );
    const job = await client.videos.generate({ prompt }, { signal, onProgress });
    const file = path.join(folder, `${message}.mp4`);
    const { bytes } = await job.download(file, { signal });
    return `done: ${file}, ${bytes} bytes`;
  } catch (error) {
    if (!(error instanceof SorakitError)) throw error;
    switch (error.kind) {
      case "cancelled":
        return "cancelled";
      case "content_policy":
        return "refused: the prompt is against the content policy";
      case "outcome_unknown":
        return `it is unknown what became of job ${error.job_id}; it is not made again by itself`;
      default:
        return `failed: ${error.message}`;
    }
  }
}

/** Chats limit how often a message is edited. */
function throttled(tell, interval = 500) {
  let last = 0;
  return (job) => {
    if (Date.now() - last < interval) return;
    last = Date.now();
    tell(job);
  };
}
