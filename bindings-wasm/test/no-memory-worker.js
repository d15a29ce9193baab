// A worker of the pool that has not the memory for a module: when it is started, or (`?later`)
// when it searches.

import "./no-memory.js";
import "../dist/pow-worker.js";
