import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { katexStyles } from "./src/build/katexStyles";
import { libraryPlugin } from "./src/build/libraryPlugin";
import { prerender } from "./src/build/prerender";

/** BACKSTEP_BASE is the path that the site will be hosted under; only the page for unknown addresses needs it. */
const base = process.env.BACKSTEP_BASE ?? "/";

export default defineConfig({
  plugins: [react(), katexStyles(), libraryPlugin(join(import.meta.dirname, "src/library")), prerender(base)],
  build: { target: "es2023", assetsInlineLimit: 0 },
});
