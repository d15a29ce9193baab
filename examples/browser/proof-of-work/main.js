// The page of the proof of work: a form that solves a challenge, and a comparison.

import { PowSolver } from "sorakit-wasm/pow";

import { busy, element, isBusy, keepFragment, number, show } from "../parts.js";
import { compare } from "./compare.js";
import { expectedTries, solve } from "./solve.js";

const DIFFICULTIES = ["0fffff", "061a80", "000fff", "000032", "00000f"];
const form = element("solve");
const [start, comparison] = ["start", "compare"].map(element);
let controller;

keepFragment();
element("kernel").textContent = new PowSolver().kernel;
form.workers.value = navigator.hardwareConcurrency;
for (const difficulty of DIFFICULTIES) {
  const tries = number.format(Math.round(expectedTries(difficulty)));
  form.difficulty.add(new Option(`${difficulty} (about ${tries} tries)`, difficulty));
}
form.difficulty.value = "000032";
show(element("solver"), ["idle"]);
show(element("comparison"), ["idle"]);

/** One of the two at a time: each would take the other's time. */
const isAtWork = () => isBusy(start) || isBusy(comparison);

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (isAtWork()) return;
  controller = new AbortController();
  busy(start, true);
  busy(comparison, true);
  await solve(form.difficulty.value, form.workers.valueAsNumber, controller.signal);
  busy(start, false);
  busy(comparison, false);
});

element("stop").addEventListener("click", () => controller.abort());

comparison.addEventListener("click", async () => {
  if (isAtWork()) return;
  busy(start, true);
  busy(comparison, true);
  await compare();
  busy(start, false);
  busy(comparison, false);
});
