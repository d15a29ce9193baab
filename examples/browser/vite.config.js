import { defineConfig } from "vite";

export default defineConfig({
  worker: { format: "es" },
  // The package finds its worker and its modules beside its own code.
  optimizeDeps: { exclude: ["sorakit-wasm"] },
  // It is linked here, from outside of this folder.
  server: { fs: { allow: ["../.."] } },
});
