import { defineConfig } from "vite";

export default defineConfig({
  worker: { format: "es" },
  // The package finds its worker and its modules beside its own code.
  optimizeDeps: { exclude: ["sorakit-wasm"] },
  // The client loads the solver when it needs it; the other page has it from its beginning.
  build: {
    rolldownOptions: { input: ["index.html", "proof-of-work.html"], checks: { ineffectiveDynamicImport: false } },
  },
  // It is linked here, from outside of this folder.
  server: { fs: { allow: ["../.."] } },
});
