import { readFileSync } from "node:fs";
import { documentPaths } from "../../src/build/documentPaths";
import { setFormula } from "../../src/build/setFormula";
import { compileDerivation } from "../../src/derivation/compile";
import { pageFormulas } from "../../src/views/pageFormulas";
import type { SetFormula } from "../../src/views/SetFormula";
import { expect, test } from "./quietTest";

test("marks of parts move nothing: every line of the library has the same boxes with and without", async ({ page }) => {
  const lines = documentPaths("src/library").flatMap((path) =>
    pageFormulas(compileDerivation(readFileSync(path, "utf8")), [], [], () => [])
      .filter(({ style }) => style === "display")
      .map(({ tex, marked }) => ({
        tex,
        plain: setFormula(tex, "display"),
        marked: setFormula(tex, "display", marked),
      })),
  );
  expect(lines.length).toBeGreaterThan(80);
  expect(lines.filter(({ marked }) => JSON.stringify(marked).includes("data-part")).length).toBeGreaterThan(80);
  await page.goto("./");
  const moved = await page.evaluate((all) => {
    const build = ({ tag, class: names, style, attrs, children = [] }: SetFormula): Node => {
      const isMath = tag === "svg" || tag === "path" || tag === "line";
      const element = isMath
        ? document.createElementNS("http://www.w3.org/2000/svg", tag)
        : document.createElement(tag);
      if (names !== undefined) element.setAttribute("class", names);
      for (const [name, value] of Object.entries(attrs ?? {})) element.setAttribute(name, value);
      for (const [property, value] of Object.entries(style ?? {})) element.style.setProperty(property, value);
      for (const child of children)
        if (typeof child === "string") element.append(child);
        else if (child.tag !== "math") element.append(build(child));
      return element;
    };
    const boxes = (formula: SetFormula) => {
      const line = document.createElement("div");
      line.className = "lines formula-display";
      line.append(build(formula));
      document.body.replaceChildren(line);
      const origin = line.querySelector(".katex-html")?.getBoundingClientRect();
      const leaves = [...line.querySelectorAll("*")].flatMap((element) => {
        const text = [...element.childNodes].find((node) => node instanceof Text && node.data.trim() !== "");
        if (text === undefined) return [];
        const { left, top } = element.getBoundingClientRect();
        return [[text.textContent ?? "", left - (origin?.left ?? 0), top - (origin?.top ?? 0)] as const];
      });
      const characters = leaves.flatMap(([text, left, top]) =>
        [...text].map((one, at) => (at === 0 ? [one, left, top] : [one])),
      );
      return { width: origin?.width ?? 0, height: origin?.height ?? 0, characters };
    };
    return all.flatMap(({ tex, plain, marked }) => {
      const [first, second] = [boxes(plain), boxes(marked)];
      const differs =
        Math.abs(first.width - second.width) > 0.05 ||
        Math.abs(first.height - second.height) > 0.05 ||
        first.characters.map(([one]) => one).join("") !== second.characters.map(([one]) => one).join("") ||
        first.characters.some(([, left, top], at) => {
          const [, otherLeft, otherTop] = second.characters[at] ?? [];
          return (
            typeof left === "number" &&
            typeof otherLeft === "number" &&
            (Math.abs(left - otherLeft) > 0.05 || Math.abs(Number(top) - Number(otherTop)) > 0.05)
          );
        });
      return differs ? [tex] : [];
    });
  }, lines);
  expect(moved).toEqual([]);
});
