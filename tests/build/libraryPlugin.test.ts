import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onlyWoff2 } from "../../src/build/katexStyles";
import { libraryPlugin } from "../../src/build/libraryPlugin";
import type { JudgedDocument, SetFormulas } from "../../src/views/BuiltDocument";
import { formulaKey } from "../../src/views/formulaKey";
import type { LibraryEntry } from "../../src/views/LibraryEntry";

const text = `---
title: Squares
---

## Slope of $u$

$$
\\begin{align}
u & = x^2 \\\\
\\frac{du}{dx} & = 2x \\\\ % power rule
& = 3x % wrong
\\end{align}
$$
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "backstep-library-"));
  writeFileSync(join(folder, "squares.md"), text);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What the plugin makes of a module, without Vite. */
function load(id: string): string {
  const { load: hook } = libraryPlugin(folder);
  if (typeof hook !== "function") throw new Error("no load hook");
  const code = (hook as (this: unknown, id: string) => unknown).call({ addWatchFile: () => {} }, id);
  return String(code);
}

const evaluate = (expression: string): unknown => structuredClone(runInNewContext(`(${expression})`));

describe("a document dropped into the library", () => {
  it("is listed with its title, its sections and what is known of their steps", () => {
    const [, list = ""] = /export const library = (.*);\n/.exec(load("\0virtual:library")) ?? [];
    const library = evaluate(list) as readonly LibraryEntry[];
    expect(library.map(({ id, title }) => [id, title])).toEqual([["squares", "Squares"]]);
    expect(library[0]?.sections.map(({ title, tally }) => [title, tally])).toEqual([
      ["Slope of u", { holds: 1, attention: 0, fails: 1 }],
    ]);
  });

  it("comes as a module with its verdicts", () => {
    const [, data = ""] = /^export default (.*);$/s.exec(load(join(folder, "squares.md"))) ?? [];
    const judged = evaluate(data) as JudgedDocument;
    expect(judged.verdicts.map((verdict) => verdict?.kind ?? null)).toEqual([null, "holds", "fails"]);
  });

  it("has its formulas set in a module of their own", () => {
    const [, data = ""] = /^export default (.*);$/s.exec(load(join(folder, "squares.md?formulas"))) ?? [];
    const formulas = evaluate(data) as SetFormulas;
    expect(formulas[formulaKey("2x", "display")]?.class).toBe("katex-display");
    expect(formulas[formulaKey("u", "inline")]?.class).toBe("katex");
  });
});

it("keeps one format of each of KaTeX's faces", () => {
  const sheet = readFileSync(join(import.meta.dirname, "../../node_modules/katex/dist/katex.min.css"), "utf8");
  const kept = onlyWoff2(sheet);
  expect(kept.match(/url\(/g)).toHaveLength(sheet.match(/@font-face/g)?.length ?? 0);
  expect(kept).not.toMatch(/\.(?:woff|ttf)\)/);
});
