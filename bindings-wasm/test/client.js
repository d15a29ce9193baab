// The client as a page without a bundler has it.

import * as sorakit from "../dist/index.js";

await sorakit.init();
globalThis.sorakit = sorakit;
