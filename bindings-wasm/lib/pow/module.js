// Which WebAssembly module this engine runs, and its code.

/** A function that splats a byte over 128 bits and counts its bits. */
const SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
];
const EMPTY = [0, 97, 115, 109, 1, 0, 0, 0];

/** The best kernel here: `simd128`, `scalar`, or `javascript` where WebAssembly is off. */
export function bestKernel() {
  try {
    // A content security policy without `wasm-unsafe-eval` refuses every module.
    new WebAssembly.Module(new Uint8Array(EMPTY));
  } catch {
    return "javascript";
  }
  return WebAssembly.validate(new Uint8Array(SIMD)) ? "simd128" : "scalar";
}

/** The module of a kernel; none for `javascript`. */
export async function loadModule(kernel, wasmUrl) {
  if (kernel === "javascript") return null;
  const url = new URL(wasmUrl ?? builtIn(kernel), globalThis.location?.href ?? import.meta.url);
  return WebAssembly.compile(await load(url));
}

// Written out, so that bundlers find the files.
function builtIn(kernel) {
  return kernel === "simd128"
    ? new URL("./pow-simd128.wasm", import.meta.url)
    : new URL("./pow-scalar.wasm", import.meta.url);
}

async function load(url) {
  // Node's fetch reads no files.
  if (url.protocol === "file:") return process.getBuiltinModule("fs").readFileSync(url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered with status ${response.status}`);
  return response.arrayBuffer();
}
