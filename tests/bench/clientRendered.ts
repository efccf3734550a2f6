import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";
import { enginePlugin } from "../../scripts/enginePlugin.mjs";
import { katexStyles } from "../../src/build/katexStyles";
import { libraryPlugin } from "../../src/build/libraryPlugin";

const root = join(import.meta.dirname, "../..");

/** Where documents have their formulas set at build time, a page that is made in the browser asks KaTeX there. */
const katexInPage: Plugin = {
  name: "bench:katex-in-page",
  enforce: "pre",
  load: (id) =>
    id.endsWith(".md?formulas")
      ? `import { setFormula } from ${JSON.stringify(join(root, "src/build/setFormula.ts"))};
const known = new Map();
export default new Proxy({}, { get: (_, key) => {
  if (typeof key !== "string" || !/^(display|inline) /.test(key)) return undefined;
  if (!known.has(key)) known.set(key, setFormula(key.slice(key.indexOf(" ") + 1), key.split(" ")[0]));
  return known.get(key);
} });`
      : undefined,
};

/**
 * The same pages, made in the browser from an empty one: in one bundle, or split as the site is. Documents are compiled
 * and judged at build time here too; formulas are set by KaTeX when they are shown, without the colours of symbols.
 */
export async function buildClientRendered(kind: "bundle" | "split"): Promise<string> {
  const folder = join(root, ".cache/bench", kind);
  await build({
    root,
    configFile: false,
    logLevel: "error",
    base: "/",
    plugins: [react(), enginePlugin(root), katexStyles(), katexInPage, libraryPlugin(join(root, "src/library"))],
    worker: { format: "es", plugins: () => [enginePlugin(root)] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "es2023",
      assetsInlineLimit: 0,
      ...(kind === "bundle" ? { rolldownOptions: { output: { codeSplitting: false } } } : {}),
    },
  });
  return folder;
}
