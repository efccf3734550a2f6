import { posix } from "node:path";
import type { SourceModule } from "./SourceModule";

/** A layer and the layers that it may import from, itself apart. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  formula: [],
  calculus: ["formula"],
  derivation: ["formula"],
  check: ["formula", "calculus", "derivation"],
  store: ["formula", "calculus", "derivation", "check"],
  views: ["formula", "calculus", "derivation", "check", "store"],
  cli: ["formula", "calculus", "derivation", "check"],
  build: ["formula", "calculus", "derivation", "check", "store", "views", "library"],
  library: [],
  worker: ["formula", "calculus", "derivation", "check", "store", "views", "build"],
  main: ["formula", "calculus", "derivation", "check", "store", "views", "library", "worker"],
};

const engine: ReadonlySet<string> = new Set(["formula", "calculus", "derivation", "check"]);

/** Packages that only some places may import; all others are free. */
const confined: Readonly<Record<string, (path: string) => boolean>> = {
  katex: (path) => layerOf(path) === "build" || path === "src/views/setFormulaLive.ts",
  react: (path) => ["views", "main", "build"].includes(layerOf(path)),
  "react-dom": (path) => ["views", "main", "build"].includes(layerOf(path)),
  recharts: (path) => layerOf(path) === "views",
  zustand: (path) => ["store", "views"].includes(layerOf(path)),
  "node:": (path) => ["cli", "build"].includes(layerOf(path)),
};

/** Names that make a result depend on something other than its arguments, or run text as a program. */
const impure = ["Math.random", "Date", "performance", "console", "process", "globalThis"];
const evaluating = ["eval", "new Function", "Function"];

export function layerOf(path: string): string {
  const [, layer = "", ...rest] = path.split("/");
  return rest.length === 0 ? "main" : layer;
}

/** Everything that is against the rules in a set of modules, one sentence each. */
export function faults(modules: readonly SourceModule[], domGlobals: ReadonlySet<string>): readonly string[] {
  const paths = new Set(modules.map(({ path }) => path));
  return [
    ...modules.flatMap((one) => [
      ...upwardImports(one, paths),
      ...confinedImports(one),
      ...barrels(one),
      ...impurities(one),
      ...namingFaults(one),
      ...one.types
        .filter((name) => domGlobals.has(name))
        .map((name) => `${one.path} names a type after the DOM's ${name}`),
    ]),
    ...cycles(modules, paths),
  ];
}

function upwardImports(one: SourceModule, paths: ReadonlySet<string>): readonly string[] {
  const allowed = layers[layerOf(one.path)];
  if (allowed === undefined) return [`${one.path} stands in no known layer`];
  return imported(one, paths)
    .filter((target) => layerOf(target) !== layerOf(one.path) && !allowed.includes(layerOf(target)))
    .map((target) => `${one.path} imports ${target}, against the direction of the layers`);
}

function confinedImports({ path, imports }: SourceModule): readonly string[] {
  return imports.flatMap((specifier) =>
    Object.entries(confined)
      .filter(
        ([name]) =>
          !specifier.endsWith(".css") &&
          (specifier === name || specifier.startsWith(name.endsWith(":") ? name : `${name}/`)),
      )
      .filter(([, mayImport]) => !mayImport(path))
      .map(([name]) => `${path} imports ${name}, which is not for this place`),
  );
}

function barrels({ path, exports, onlyPassesOn }: SourceModule): readonly string[] {
  if (/\/index\.tsx?$/.test(path)) return [`${path} is an index file`];
  return onlyPassesOn || exports.includes("*") ? [`${path} passes on what other files export`] : [];
}

function impurities({ path, names }: SourceModule): readonly string[] {
  const forbidden = engine.has(layerOf(path)) ? [...evaluating, ...impure] : evaluating;
  return forbidden.filter((name) => names.has(name)).map((name) => `${path} uses ${name}`);
}

/** PascalCase for a file about a type (it, its constructors, its kinds), camelCase for functions, …View.tsx for React. */
function namingFaults({ path, exports }: SourceModule): readonly string[] {
  const file = posix.basename(path);
  if (file.endsWith(".d.ts") || layerOf(path) === "main") return [];
  const [name = ""] = file.split(".");
  if (file.endsWith(".tsx") && layerOf(path) === "views")
    return name.endsWith("View") ? [] : [`${path} is no …View.tsx`];
  if (/^[a-z][A-Za-z0-9]*$/.test(name)) return [];
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) return [`${path} is named neither like a type nor like a function`];
  const about = exports.some((exported) => exported.toLowerCase().includes(name.toLowerCase()));
  return about ? [] : [`${path} is named like a type and exports nothing of that name`];
}

/** The circles of imports, each told once, from its first file in the order of the alphabet. */
function cycles(modules: readonly SourceModule[], paths: ReadonlySet<string>): readonly string[] {
  const targets = new Map(modules.map((one) => [one.path, imported(one, paths)]));
  const finished = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const seen = trail.indexOf(path);
    if (seen >= 0) {
      found.push(`${[...trail.slice(seen), path].join(" → ")} is a circle`);
      return;
    }
    if (finished.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const path of [...paths].sort()) visit(path, []);
  return found;
}

/** The project's own files that a module imports. */
function imported(one: SourceModule, paths: ReadonlySet<string>): readonly string[] {
  return one.imports
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => posix.normalize(posix.join(posix.dirname(one.path), specifier.replace(/\?.*$/, ""))))
    .flatMap((base) => [base, `${base}.ts`, `${base}.tsx`].filter((path) => paths.has(path)));
}
