// The package as a page without a bundler has it.

import * as sorakit from "../dist/pow.js";

globalThis.sorakit = sorakit;
