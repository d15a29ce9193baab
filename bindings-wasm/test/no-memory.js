// WebAssembly as it is on a machine that runs out of memory.

const { instantiate } = WebAssembly;
const out = () => new RangeError("WebAssembly.instantiate(): Out of memory");

WebAssembly.instantiate = async (module) => {
  if (location.search !== "?later") throw out();
  const { exports } = await instantiate(module);
  const scan = () => {
    throw out();
  };
  return { exports: { ...exports, scan } };
};
