import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notebookText } from "../../src/cli/notebookText";
import { originOf } from "../../src/derivation/Formula";

function notebook(
  cells: readonly { cell_type: string; source: string | readonly string[]; [key: string]: unknown }[],
): string {
  return JSON.stringify(
    { cells, metadata: { cells: [{ cell_type: "markdown", source: "not this" }] }, nbformat: 4 },
    null,
    1,
  );
}

describe("a notebook's Markdown cells", () => {
  it("are joined in order, code left out", () => {
    const json = notebook([
      { cell_type: "markdown", source: ["# Title\n", "$$a = b$$"] },
      { cell_type: "code", source: ["print('$$x = y$$')"], outputs: [{ text: ["$$no$$"] }] },
      { metadata: { source: "nor this" }, source: 'one "line" \\frac{a}{b}', cell_type: "markdown" },
    ]);
    expect(notebookText(json)?.tex).toBe('# Title\n$$a = b$$\n\none "line" \\frac{a}{b}\n\n');
  });

  it("keep the way back to the file", () => {
    const json = notebook([{ cell_type: "markdown", source: ["a\n", "\\frac{1}{2} = b"] }]);
    const text = notebookText(json);
    if (text === null) throw new Error("not read");
    expect(json.slice(originOf(text, text.tex.indexOf("= b"))).startsWith("= b")).toBe(true);
    expect(json.slice(originOf(text, text.tex.indexOf("\\frac"))).startsWith("\\\\frac")).toBe(true);
  });

  it("whatever characters they hold", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: "binary" }))), (sources) => {
        const json = notebook(sources.map((source) => ({ cell_type: "markdown", source })));
        expect(notebookText(json)?.tex).toBe(sources.map((source) => `${source.join("")}\n\n`).join(""));
      }),
    );
  });

  it.each(["", "{", "[]", "{}", '{"cells": 3}', '"cells"', "# Markdown"])("are not looked for in %j", (text) => {
    expect(notebookText(text)).toBeNull();
  });
});
