import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { build } from "vite";

/**
 * The middle of nine fresh processes: wall time and processor time (all threads) of a first check, and of one after
 * what the page's worker does while its reader chooses a document.
 */
export async function coldStart(): Promise<readonly Readonly<Record<string, string | number>>[]> {
  const folder = join(import.meta.dirname, "../../.cache/bench");
  await build({
    root: join(import.meta.dirname, "../.."),
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: "tests/bench/coldEntry.ts",
      target: "node20",
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: "cold.mjs", codeSplitting: false } },
    },
  });
  return ["cold", "warm"].map((start) => ({ start, ...firstCheck(join(folder, "cold.mjs"), start) }));
}

function firstCheck(script: string, start: string): Readonly<Record<string, number>> {
  const runs = Array.from({ length: 9 }, () => {
    const printed = execFileSync(process.execPath, [script, start], { encoding: "utf8" });
    return JSON.parse(printed) as { readonly holds: number; readonly milliseconds: number; readonly processor: number };
  });
  const middle = (values: readonly number[]) => Math.round(values.toSorted((one, other) => one - other)[4] ?? 0);
  return {
    holds: runs[0]?.holds ?? 0,
    milliseconds: middle(runs.map((run) => run.milliseconds)),
    processor: middle(runs.map((run) => run.processor)),
  };
}
