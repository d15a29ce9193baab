// Solves a challenge, and shows how it goes.

import { PowSolver, verifyPow } from "sorakit-wasm/pow";

const number = new Intl.NumberFormat("en");

/** Solves a new challenge of a difficulty. Never rejects: what went wrong is shown. */
export async function solve(element, difficulty, workers, signal) {
  const challenge = { seed: String(Math.random()), difficulty };
  const expected = 256 ** (difficulty.length / 2) / (parseInt(difficulty, 16) + 1);
  const solver = new PowSolver({ workers });
  const lanes = makeLanes(element("lanes"), workers);
  const began = performance.now();
  let tried = 0;
  const show = () => {
    const seconds = (performance.now() - began) / 1000;
    element("tries").textContent = number.format(tried);
    element("rate").textContent = number.format(Math.round(tried / seconds));
    element("seconds").textContent = seconds.toFixed(1);
    // The chance that a search of so many tries is over.
    element("progress").value = 1 - Math.exp(-tried / expected);
    lanes.show(tried);
  };
  element("answer").textContent = "";
  element("status").textContent = "Searching…";
  const timer = setInterval(show, 100);
  try {
    const onProgress = (tries, { worker, count }) => {
      tried = tries;
      if (worker !== null) lanes.tries[worker] += count;
    };
    const { answer, nonce, tries } = await solver.solve(challenge, { signal, onProgress });
    tried = Math.max(tried, tries);
    show();
    element("progress").value = 1;
    const checked = verifyPow(challenge, answer) ? "checked" : "but it does not check";
    element("status").textContent = `Solved at nonce ${number.format(nonce)}, ${checked}.`;
    element("answer").textContent = answer;
  } catch (error) {
    element("status").textContent = error.kind === "cancelled" ? "Stopped." : error.message;
  } finally {
    clearInterval(timer);
    solver.close();
  }
}

/** A bar for each worker. */
function makeLanes(list, workers) {
  const tries = Array(workers).fill(0);
  const items = tries.map(() => document.createElement("li"));
  list.replaceChildren(...items);
  const show = (all) => {
    for (const [i, item] of items.entries()) {
      item.textContent = `Worker ${i + 1}: ${number.format(tries[i])}`;
      item.style.setProperty("--share", `${(100 * tries[i]) / Math.max(all, 1)}%`);
    }
  };
  show(0);
  return { tries, show };
}
