import { chmodSync } from "node:fs";
import { defineConfig } from "vite";

/** Bundles the command line into one file that needs nothing but Node. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: "src/cli/main.ts",
    target: "node20",
    outDir: "dist-cli",
    minify: false,
    rollupOptions: { output: { entryFileNames: "backstep.js", codeSplitting: false } },
  },
  plugins: [
    {
      name: "executable",
      writeBundle: () => chmodSync("dist-cli/backstep.js", 0o755),
    },
  ],
});
