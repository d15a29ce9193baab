// The page: a form that makes a video, one that solves a challenge, and a comparison.

import { PowSolver } from "sorakit-wasm/pow";
import { compare } from "./compare.js";
import { solve } from "./solve.js";
import { wireVideoForm } from "./video-form.js";

const element = (id) => document.getElementById(id);
const form = element("solve");
const buttons = ["start", "stop", "compare"].map(element);
const [start, stop, comparison] = buttons;

element("kernel").textContent = new PowSolver().kernel;
form.workers.value = navigator.hardwareConcurrency;

wireVideoForm(element);

let controller;

function busy(is) {
  start.disabled = is;
  comparison.disabled = is;
  stop.disabled = !is;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  controller = new AbortController();
  busy(true);
  const workers = form.workers.valueAsNumber;
  await solve(element, form.difficulty.value, workers, controller.signal);
  busy(false);
});

stop.addEventListener("click", () => controller.abort());

comparison.addEventListener("click", async () => {
  busy(true);
  stop.disabled = true;
  await compare(element("results"));
  busy(false);
});
