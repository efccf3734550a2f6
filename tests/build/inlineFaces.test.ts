import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import subsetFont from "subset-font";
import { describe, expect, it } from "vitest";
import { formulaText, inlineFaces } from "../../src/build/inlineFaces";
import { setFormula } from "../../src/build/setFormula";
import { SetFormulaView } from "../../src/views/SetFormulaView";

const fonts = join(dirname(createRequire(import.meta.url).resolve("katex/package.json")), "dist/fonts");
const read = (face: string) => readFileSync(join(fonts, `${face}.woff2`));

function markup(tex: string): string {
  return renderToStaticMarkup(createElement(SetFormulaView, { formula: setFormula(tex, "display") }));
}

describe("the text of formulas", () => {
  it.each([
    ["<p>words</p>", ""],
    ['<span class="katex"><math><mi>x</mi></math><span class="katex-html"><span>y</span>z</span>a</span>b', "yz"],
    ['<span class="katex-html">a&lt;b&amp;c</span>', "a<b&c"],
  ])("of %s is %j", (html, text) => {
    expect(formulaText(html)).toBe(text);
  });

  it("has every sign of a formula that is set", () => {
    const text = formulaText(markup("\\sum_j \\hat{y}_{i,j} \\le \\sigma(z)"));
    for (const sign of "∑jy^i,≤σ(z)") expect(text).toContain(sign);
  });
});

describe("faces within a page", () => {
  const html = `<p>words that no formula has</p>${markup("\\frac{\\partial L}{\\partial w} = a - y")}`;

  it("name family, weight and style as the sheet does", async () => {
    const css = await inlineFaces(html, ["KaTeX_Main-Regular", "KaTeX_Math-Italic", "KaTeX_Main-Bold"], read);
    expect(css.match(/font-family:[^;]*;font-weight:[^;]*;font-style:[^;]*/g)).toEqual([
      "font-family:KaTeX_Main;font-weight:400;font-style:normal",
      "font-family:KaTeX_Math;font-weight:400;font-style:italic",
      "font-family:KaTeX_Main;font-weight:700;font-style:normal",
    ]);
  });

  it("are claimed for the characters of the formulas and for figures, no others", async () => {
    const css = await inlineFaces(html, ["KaTeX_Math-Italic"], read);
    const ranges = (/unicode-range:([^}]*)/.exec(css)?.[1] ?? "").split(",");
    for (const character of "∂Lway=−0123456789")
      expect(ranges).toContain(`U+${character.codePointAt(0)?.toString(16)}`);
    expect(ranges).not.toContain("U+68");
  });

  it("hold the glyphs that they are claimed for, in a fifth of the size", async () => {
    const css = await inlineFaces(html, ["KaTeX_Main-Regular"], read);
    const cut = Buffer.from(/base64,([^)]*)/.exec(css)?.[1] ?? "", "base64");
    expect(cut.length).toBeLessThan(read("KaTeX_Main-Regular").length / 5);
    const again = await subsetFont(cut, "∂=0", { targetFormat: "woff2" });
    const nothing = await subsetFont(cut, "☃", { targetFormat: "woff2" });
    expect(again.length).toBeGreaterThan(nothing.length);
  });
});
