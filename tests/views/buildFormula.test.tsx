// @vitest-environment jsdom
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { setFormula } from "../../src/build/setFormula";
import { buildFormula } from "../../src/views/buildFormula";
import { SetFormulaView } from "../../src/views/SetFormulaView";

const formulas = [
  "\\frac{\\partial L}{\\partial z}",
  "\\sqrt{\\hat{y}_{i,k}}",
  "\\sum_{j \\ne k} e^{-z_j}",
  "\\begin{cases} a & b \\\\ c & d \\end{cases}",
];

test.each(formulas)("%s built in the page is what is prerendered", (tex) => {
  const tree = setFormula(tex, "display");
  const built = buildFormula(tree, document);
  const prerendered = document.createElement("div");
  prerendered.innerHTML = renderToStaticMarkup(<SetFormulaView formula={tree} />);
  const [first, second] = [built, prerendered.firstElementChild].map((element) =>
    element?.outerHTML.replace(/ style="[^"]*"/g, ""),
  );
  expect(first).toBe(second);
  expect(built?.querySelector("math")?.namespaceURI).toBe("http://www.w3.org/1998/Math/MathML");
});

test.each(formulas)("the styles of %s are kept", (tex) => {
  const tree = setFormula(tex, "display");
  const styles = (element: Element | null) =>
    [...(element?.querySelectorAll<HTMLElement>("[style]") ?? [])].map(({ style }) => style.cssText);
  const prerendered = document.createElement("div");
  prerendered.innerHTML = renderToStaticMarkup(<SetFormulaView formula={tree} />);
  const built = styles(buildFormula(tree, document));
  expect(built.length).toBeGreaterThan(0);
  expect(built).toEqual(styles(prerendered.firstElementChild));
});

test("what no formula has is left out", () => {
  const hostile = {
    tag: "span",
    attrs: { onclick: "alert(1)", id: "root", "aria-hidden": "true" },
    style: { "background-image": "url(//host/x)", position: "fixed", color: "red" },
    children: [
      { tag: "script", children: ["alert(1)"] },
      { tag: "a", attrs: { href: "javascript:alert(1)" }, children: ["link"] },
      "<b>text</b>",
    ],
  };
  const built = buildFormula(hostile, document) as HTMLElement;
  expect(built.outerHTML).toBe('<span aria-hidden="true" style="color: red;">&lt;b&gt;text&lt;/b&gt;</span>');
  expect(renderToStaticMarkup(<SetFormulaView formula={hostile} />)).toBe(
    '<span aria-hidden="true" style="color:red">&lt;b&gt;text&lt;/b&gt;</span>',
  );
  expect(buildFormula({ tag: "script" }, document)).toBeNull();
});
