// Solves a challenge, and shows how it goes.

import { PowSolver, verifyPow } from "sorakit-wasm/pow";

import { element, number, show } from "../parts.js";

const place = element("solver");

/** How many tries a challenge of a difficulty takes on average. */
export function expectedTries(difficulty) {
  return 256 ** (difficulty.length / 2) / (parseInt(difficulty, 16) + 1);
}

/** Solves a new challenge of a difficulty. Never rejects: what went wrong is shown. */
export async function solve(difficulty, workers, signal) {
  const challenge = { seed: String(Math.random()), difficulty };
  const expected = expectedTries(difficulty);
  const solver = new PowSolver({ workers });
  const lanes = makeLanes(workers);
  const began = performance.now();
  const tell = () => {
    // The rate is that of the seconds as they are shown.
    const seconds = Math.max(Math.round((performance.now() - began) / 10), 1) / 100;
    const tries = lanes.show();
    // The chance that a search of so many tries is over.
    const chance = Math.floor(100 * (1 - Math.exp(-tries / expected)));
    element("tries").textContent = number.format(tries);
    element("seconds").textContent = seconds.toFixed(2);
    element("rate").textContent = number.format(Math.round(tries / seconds));
    element("chance").value = chance;
    element("chance-text").textContent = `${chance} %`;
  };
  show(place, ["searching"]);
  element("status").textContent = "Searching…";
  tell();
  const timer = setInterval(tell, 100);
  const end = (state, text) => {
    clearInterval(timer);
    tell();
    show(place, [state], element("start"));
    element("status").textContent = text;
  };
  try {
    const onProgress = (_, { worker, count }) => lanes.add(worker, count);
    const { answer, nonce } = await solver.solve(challenge, { signal, onProgress });
    element("answer").textContent = answer;
    const checked = verifyPow(challenge, answer) ? "checked" : "but it does not check";
    end("solved", `Solved at nonce ${number.format(nonce)}, ${checked}.`);
  } catch (error) {
    if (error.kind === "cancelled") end("stopped", "Stopped.");
    else {
      end("failed", "");
      element("failure").textContent = error.message;
    }
  } finally {
    solver.close();
  }
}

/** A bar for each worker, and one for the page itself, which tries easy challenges first. */
function makeLanes(workers) {
  const names = Array.from({ length: workers }, (_, i) => `Worker ${i + 1}`);
  const lanes = [...names, "This page"].map((name) => ({ name, tries: 0, item: document.createElement("li") }));
  const own = lanes.at(-1);
  element("lanes").replaceChildren(...lanes.map(({ item }) => item));
  return {
    /** Tries of a worker, or of the page itself, which is none. */
    add(worker, count) {
      (lanes[worker] ?? own).tries += count;
    },
    /** Shows them, and gives their sum. */
    show() {
      const all = lanes.reduce((sum, { tries }) => sum + tries, 0);
      for (const { name, tries, item } of lanes) {
        item.textContent = `${name}: ${number.format(tries)}`;
        item.style.setProperty("--share", `${(100 * tries) / Math.max(all, 1)}%`);
      }
      own.item.hidden = own.tries === 0;
      return all;
    },
  };
}
