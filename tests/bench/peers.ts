import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

/** The other programs that `bench/package.json` names; their modules are typed as far as the bench calls them. */
export interface Peers {
  readonly mathjs: () => Promise<MathJs>;
  readonly computeEngine: () => Promise<ComputeEngineModule>;
}

export interface MathJs {
  readonly compile: (expression: string) => { readonly evaluate: (scope: Record<string, unknown>) => unknown };
}

export interface ComputeEngineModule {
  readonly ComputeEngine: new () => {
    readonly parse: (latex: string) => BoxedExpression;
    readonly declare: (name: string, type: string) => unknown;
  };
  readonly compile: (
    expression: BoxedExpression,
    options?: Record<string, unknown>,
  ) => {
    readonly success: boolean;
    readonly run?: (vars: Readonly<Record<string, number>>) => number | { readonly re: number };
  };
}

/** `isEqual` answers true, false, or undefined where it can't tell. */
export interface BoxedExpression {
  readonly isEqual: (other: BoxedExpression) => boolean | undefined;
}

const folder = join(import.meta.dirname, "../../bench");

/** The peers, installed on first use into a folder of their own: nothing but the bench needs them. */
export async function openPeers(): Promise<Peers> {
  install();
  return (await import(pathToFileURL(join(folder, "peers.mjs")).href)) as Peers;
}

/** Builds the page that is made of other libraries, for the bench's own server; answers the folder it is in. */
export async function buildPeerPage(): Promise<string> {
  install();
  const outDir = resolve(".cache/bench/page");
  await build({
    root: join(folder, "page"),
    configFile: false,
    base: "./",
    logLevel: "warn",
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  return outDir;
}

function install(): void {
  if (existsSync(join(folder, "node_modules", ".package-lock.json"))) return;
  console.log("Installing what the bench measures against …");
  const isWindows = process.platform === "win32";
  // A build before it has left NODE_ENV at "production", where npm would leave out what the bench is for.
  const { status } = spawnSync(isWindows ? "npm.cmd" : "npm", ["ci", "--include=dev", "--prefix", folder], {
    stdio: "inherit",
    shell: isWindows,
  });
  if (status !== 0) throw new Error("npm ci --prefix bench failed");
}
