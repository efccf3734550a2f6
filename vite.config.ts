import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, runnerImport } from "vite";
import { enginePlugin } from "./scripts/enginePlugin.mjs";

/** BACKSTEP_BASE is the path that the site will be hosted under; only the page for unknown addresses needs it. */
const base = process.env.BACKSTEP_BASE ?? "/";
const root = import.meta.dirname;

/**
 * The plugins use the engine, whose imports have no extensions: Vite's runner reads them as the bundler does. The page
 * renderer that the build makes is loaded by Node itself, for the runner is closed by then.
 */
const { sitePlugins } = (
  await runnerImport<typeof import("./src/build/sitePlugins")>(join(root, "src/build/sitePlugins.ts"))
).module;

export default defineConfig({
  plugins: [react(), enginePlugin(root), ...sitePlugins(root, base, (url) => import(url))],
  worker: { format: "es", plugins: () => [enginePlugin(root)] },
  build: { target: "es2023", assetsInlineLimit: 0, reportCompressedSize: true },
});
