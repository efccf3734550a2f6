import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faults, layers } from "./architecture/rules";
import { readModule } from "./architecture/SourceModule";

const domGlobals = readDomGlobals();

describe("the source", () => {
  const paths = readdirSync("src", { recursive: true })
    .map((name) => join("src", String(name)).replaceAll("\\", "/"))
    .filter((path) => /\.tsx?$/.test(path));
  const modules = paths.map((path) => readModule(path, readFileSync(path, "utf8")));

  it("keeps the rules of the house", () => {
    expect(faults(modules, domGlobals)).toEqual([]);
  });

  it("has files in every layer", () => {
    const found = new Set(paths.map((path) => path.split("/")[1]));
    const expected = Object.keys(layers).filter((layer) => layer !== "library" && layer !== "main");
    expect(expected.filter((layer) => !found.has(layer))).toEqual([]);
  });
});

describe("the rules", () => {
  it("know the DOM's names", () => {
    expect([...domGlobals]).toEqual(
      expect.arrayContaining(["Document", "Node", "Range", "Text", "Selection", "Option"]),
    );
  });

  it("let a sound tree pass", () => {
    const tree = {
      "src/formula/Expression.ts": "export interface Expression { readonly kind: string }",
      "src/formula/parse.ts":
        'import type { Expression } from "./Expression"; export const parse = (): Expression => ({ kind: "" });',
      "src/check/judge.ts":
        'import { parse } from "../formula/parse"; export const judge = () => Math.abs(Number(parse()));',
      "src/views/StepView.tsx":
        'import { judge } from "../check/judge"; export function StepView() { return <b>{judge()}</b>; }',
      "src/main.tsx": 'import { StepView } from "./views/StepView"; StepView();',
      "src/cli/main.ts": 'import "node:fs"; import { judge } from "../check/judge"; judge();',
    };
    expect(faultsOf(tree)).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      "an import upwards",
      {
        "src/formula/parse.ts": 'import type { A } from "../calculus/A"; export type B = A;',
        "src/calculus/A.ts": "export type A = 1;",
      },
      "src/formula/parse.ts imports src/calculus/A.ts, against the direction of the layers",
    ],
    [
      "calculus that knows derivation",
      {
        "src/calculus/plan.ts": 'const load = () => import("../derivation/compile"); load();',
        "src/derivation/compile.ts": "export {};",
      },
      "src/calculus/plan.ts imports src/derivation/compile.ts, against the direction of the layers",
    ],
    [
      "a command line that knows the store",
      {
        "src/cli/main.ts": 'export { a } from "../store/a"; export const b = 1;',
        "src/store/a.ts": "export const a = 1;",
      },
      "src/cli/main.ts imports src/store/a.ts, against the direction of the layers",
    ],
    [
      "a worker reached upwards",
      {
        "src/check/spawn.ts": 'new Worker(new URL("../views/work.ts", import.meta.url));',
        "src/views/work.ts": "export {};",
      },
      "src/check/spawn.ts imports src/views/work.ts, against the direction of the layers",
    ],
    ["an unknown layer", { "src/helpers/a.ts": "export const a = 1;" }, "src/helpers/a.ts stands in no known layer"],
    [
      "a circle",
      {
        "src/formula/a.ts": 'import { b } from "./b"; export const a = b;',
        "src/formula/b.ts": 'import { c } from "./c"; export const b = c;',
        "src/formula/c.ts": 'import type { a } from "./a"; export type C = typeof a;',
      },
      "src/formula/a.ts → src/formula/b.ts → src/formula/c.ts → src/formula/a.ts is a circle",
    ],
    ["an index file", { "src/formula/index.ts": "export const a = 1;" }, "src/formula/index.ts is an index file"],
    [
      "a barrel by another name",
      { "src/formula/all.ts": 'export { a } from "./a";', "src/formula/a.ts": "export const a = 1;" },
      "src/formula/all.ts passes on what other files export",
    ],
    [
      "a star",
      { "src/formula/some.ts": 'export * from "katex-free"; export const b = 1;' },
      "src/formula/some.ts passes on what other files export",
    ],
    [
      "KaTeX in the engine",
      { "src/check/a.ts": 'import katex from "katex"; katex;' },
      "src/check/a.ts imports katex, which is not for this place",
    ],
    [
      "React in the store",
      { "src/store/a.ts": 'import { useState } from "react"; useState;' },
      "src/store/a.ts imports react, which is not for this place",
    ],
    [
      "Node in a view",
      { "src/views/a.ts": 'import "node:fs";' },
      "src/views/a.ts imports node:, which is not for this place",
    ],
    ["eval", { "src/views/a.ts": 'export const a = () => eval("1");' }, "src/views/a.ts uses eval"],
    ["new Function", { "src/cli/a.ts": 'export const a = new Function("1");' }, "src/cli/a.ts uses new Function"],
    ["chance", { "src/check/a.ts": "export const a = Math.random();" }, "src/check/a.ts uses Math.random"],
    ["the clock", { "src/calculus/a.ts": "export const a = Date.now();" }, "src/calculus/a.ts uses Date"],
    [
      "a DOM name",
      { "src/derivation/Text.ts": "export interface Text { readonly a: 1 }" },
      "src/derivation/Text.ts names a type after the DOM's Text",
    ],
    [
      "a file with a dash",
      { "src/formula/to-tex.ts": "export const a = 1;" },
      "src/formula/to-tex.ts is named neither like a type nor like a function",
    ],
    [
      "a type that is not there",
      { "src/formula/Span.ts": "export const a = 1;" },
      "src/formula/Span.ts is named like a type and exports nothing of that name",
    ],
    [
      "a view by another name",
      { "src/views/Step.tsx": "export const Step = () => <b />;" },
      "src/views/Step.tsx is no …View.tsx",
    ],
  ])("find %s", (_, tree, fault) => {
    expect(faultsOf(tree)).toContain(fault);
  });
});

function faultsOf(tree: Readonly<Record<string, string>>): readonly string[] {
  const modules = Object.entries(tree).map(([path, text]) => readModule(path, text));
  return faults(modules, domGlobals);
}

/** The compiler's own list: each name that its DOM library declares as an interface. */
function readDomGlobals(): ReadonlySet<string> {
  const packages = readdirSync("node_modules/@typescript").filter((name) => name.startsWith("typescript-"));
  const [library = ""] = packages.map((name) =>
    readFileSync(`node_modules/@typescript/${name}/lib/lib.dom.d.ts`, "utf8"),
  );
  return new Set([...library.matchAll(/^(?:interface|declare var|type) ([A-Z]\w*)/gm)].map(([, name = ""]) => name));
}
