import { describe, expect, it } from "vitest";
import { setFormula } from "../../src/build/setFormula";
import { isAllowedAttribute, isAllowedStyle, namespaceOf } from "../../src/views/formulaMarkup";
import type { SetFormula } from "../../src/views/SetFormula";

function elements(node: SetFormula): readonly SetFormula[] {
  return [node, ...(node.children ?? []).flatMap((child) => (typeof child === "string" ? [] : elements(child)))];
}

function characters(node: SetFormula): string {
  return (node.children ?? []).map((child) => (typeof child === "string" ? child : characters(child))).join("");
}

describe("setFormula", () => {
  const fraction = setFormula("\\frac{a}{\\sqrt{b}}", "display", "\\frac{{\\htmlClass{symbol s-a}{a}}}{\\sqrt{b}}");

  it("sets HTML and MathML together", () => {
    const tags = elements(fraction).map((element) => element.tag);
    expect(fraction.class).toBe("katex-display");
    expect(tags).toContain("math");
    expect(tags).toContain("mfrac");
    expect(tags).toContain("svg");
  });

  it("marks symbols with classes of their own", () => {
    const marked = elements(fraction).filter((element) => element.class?.includes("s-a"));
    expect(marked.map(characters)).toEqual(["a"]);
  });

  it("keeps the document's TeX, without marks, for who copies it", () => {
    const annotation = elements(fraction).find((element) => element.tag === "annotation");
    expect(annotation?.children).toEqual(["\\frac{a}{\\sqrt{b}}"]);
  });

  it("gives each style property apart", () => {
    const strut = elements(fraction).find((element) => element.class?.includes("strut"));
    expect(Object.keys(strut?.style ?? {}).sort()).toEqual(["height", "vertical-align"]);
  });

  it.each([
    "\\Biggl\\{\\begin{matrix} a, & \\text{j=k} \\\\ \\\\ b & j \\ne k \\end{matrix} \\quad (2)",
    "\\left(\\frac{1}{1+e^{-z}}\\right)' + \\sqrt[3]{\\hat{y}_{i,j}} - \\sum_{j \\ne k} \\overline{x} + \\vec{v}",
    "\\begin{cases} x & x > 0 \\\\ 0 & \\text{else} \\end{cases} \\quad \\mathbb{1}\\{i = j\\} \\mathcal{L} \\mathbf{W}^\\top",
    "\\underbrace{a+b}_{c} \\xrightarrow{f} \\boxed{z} \\color{red}{r} \\prod_{i=1}^n \\int_0^1",
  ])("sets %s with nothing that a page would leave out", (tex) => {
    const all = elements(setFormula(tex, "display"));
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(({ tag }) => namespaceOf(tag) === null)).toEqual([]);
    expect(all.flatMap(({ attrs }) => Object.keys(attrs ?? {})).filter((name) => !isAllowedAttribute(name))).toEqual(
      [],
    );
    const styles = all.flatMap(({ style }) => Object.entries(style ?? {}));
    expect(styles.filter(([property, value]) => !isAllowedStyle(property, value))).toEqual([]);
  });

  it.each([
    ["unfinished", "\\frac{a"],
    ["a link", "\\href{javascript:alert(1)}{x}"],
    ["a class of its own", "\\htmlClass{verdict}{x}"],
    ["a picture", "\\includegraphics{x.png}"],
    ["an unknown command", "\\notacommand{x}"],
    ["too long", "x+".repeat(1001)],
  ])("shows %s as its source", (_what, tex) => {
    expect(setFormula(tex, "inline")).toEqual({ tag: "span", class: "formula-source", children: [tex] });
  });

  it("lets no formula define commands, whose output nothing bounds", () => {
    const bomb = `\\def\\a{${"x".repeat(900)}}${"\\a".repeat(400)}`;
    expect(elements(setFormula(bomb, "inline")).length).toBeLessThan(2000);
  });
});
