// A worker of the pool that ends itself in its first chunk, without a word.

import "../dist/pow-worker.js";

addEventListener("message", ({ data }) => {
  if (data.action === "scan") close();
});
