// A worker of the pool that ends itself in the middle of its third chunk, without a word.

import "../dist/pow-worker.js";

let scans = 0;
addEventListener("message", ({ data }) => {
  if (data.action === "scan" && (scans += 1) === 3) close();
});
