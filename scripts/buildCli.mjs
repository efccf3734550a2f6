import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { enginePlugin } from "./enginePlugin.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "dist-cli");

/** The command line as one file that needs nothing but Node. */
export const bundle = join(folder, "backstep.js");

/** Folders that the command line is made of. */
const layers = ["formula", "calculus", "derivation", "check", "cli"].map((layer) => join(root, "src", layer));

/** Bundles the command line; runs that build at the same time do not see each other's half-written files. */
export async function buildCli() {
  const scratch = join(folder, `.building-${process.pid}`);
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [enginePlugin(root)],
    ssr: { noExternal: true },
    build: {
      ssr: "src/cli/main.ts",
      target: "node20",
      outDir: scratch,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: "backstep.js", codeSplitting: false } },
    },
  });
  mkdirSync(folder, { recursive: true });
  chmodSync(join(scratch, "backstep.js"), 0o755);
  renameSync(join(scratch, "backstep.js"), bundle);
  rmSync(scratch, { recursive: true, force: true });
}

/** True where there is no bundle, or one that is older than what it was made of. */
export function isStale() {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  const sources = layers.flatMap((layer) =>
    readdirSync(layer, { recursive: true }).map((name) => join(layer, String(name))),
  );
  return [...sources, join(root, "package.json"), join(root, "package-lock.json")].some(
    (path) => statSync(path).mtimeMs > built,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCli();
