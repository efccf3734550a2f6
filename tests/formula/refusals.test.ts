import { describe, expect, test } from "vitest";
import { parseFormula } from "../../src/formula/parse";

/** TeX with the refused characters between « and », and why. A mark without characters is where something is missing. */
const refusals: Readonly<Record<string, readonly (readonly [tex: string, code: string])[]>> = {
  brackets: [
    ["«(»a+b", "unclosed"],
    ["a+b«)»", "unopened"],
    ["(a«]»", "unopened"],
    ["e^{«(»x}+1)", "unclosed"],
    ["«{»a", "unclosed"],
    ["a«}»", "unopened"],
    ["\\left( x «\\right]»", "unopened"],
    ["«\\Biggl\\{» x", "unclosed"],
    ["«\\text»{a", "unclosed"],
    ["«\\begin»{cases} 1", "unclosed"],
  ],
  "out of reach": [
    ["«\\int» x dx", "unsupported"],
    ["«\\lim»_{x\\to 0} x", "unsupported"],
    ["2 «\\mathbb{E}»[x]", "unsupported"],
    ["«E»[x]", "unsupported"],
    ["«Var»(x)", "unsupported"],
    ["P(a«>»1|b)", "unexpected"],
    ["n«!»!", "unsupported"],
    ["a «\\pm» b", "unsupported"],
    ["«\\binom»{n}{k}", "unsupported"],
    ["«\\operatorname*{arg\\,max}»_k x_k", "unsupported"],
    ["\\boxed{2}«\\boxed»{3}", "unsupported"],
    ["«f^{-1}(x)»", "unsupported"],
    ["«\\nabla» (f + g)", "unsupported"],
    ["\\sum_{«c\\in C»} x_c", "unsupported"],
    ["«\\foo» x", "unknown-command"],
    ["a «\\foo» x", "unknown-command"],
    ["«\\begin{foo}x\\end{foo}»", "unknown-environment"],
    ["x_1 + «\\dots» + x_n", "dots"],
    ["x_1 + «...» + x_n", "dots"],
  ],
  "two meanings": [
    ["a«/»bc", "ambiguous"],
    ["1«/»2x", "ambiguous"],
    ["«\\log» a/b", "ambiguous"],
    ["«\\log» q(x)", "ambiguous"],
    ["\\frac{\\partial C}{\\partial «a^L_j»}", "ambiguous"],
    ["«abcde» f", "ambiguous"],
    ["x^{«(i)2»}", "ambiguous"],
    ["«\\nabla»_x J(x + 1)", "ambiguous"],
    ["«\\nabla»_x J(y)", "ambiguous"],
    ["«\\log(p)^{y}»", "ambiguous"],
    ["«\\sin» x e^x", "ambiguous"],
    ["«e^a_k»", "ambiguous"],
    ["x + «d»x", "ambiguous"],
    ["\\frac{L}{«d»w}", "ambiguous"],
    ["\\frac{\\partial L}{«2\\partial w»}", "ambiguous"],
    ["«W^\\top_{ij}»", "ambiguous"],
    ["«epsilon» x", "ambiguous"],
    ["«\\sum x_i y_j»", "sum-without-index"],
  ],
  "something missing": [
    ["", "empty"],
    ["«»", "empty"],
    ["x +«»", "missing-argument"],
    ["x «\\cdot»", "missing-argument"],
    ["\\frac{a}«»", "missing-argument"],
    ["\\sqrt«»", "missing-argument"],
    ["«\\sum_i»", "missing-argument"],
    ["«\\frac{d}{dx}»", "missing-argument"],
    ["«\\frac{}{}»", "missing-argument"],
    ["«\\log»", "missing-argument"],
    ["f«()»", "missing-argument"],
  ],
  "out of place": [
    ["a «=» b", "unexpected"],
    ["a«,» b", "unexpected"],
    ["x^2«^»3", "unexpected"],
    ["x_i«_»j", "unexpected"],
    ["«*» a", "unexpected"],
    ["a \\cdot «\\cdot» b", "unexpected"],
    ["«\\text{where}» x", "unexpected"],
    ["x\u202e«»", "unexpected"],
  ],
};

describe.each(Object.entries(refusals))("%s", (_, rows) => {
  test.each(rows)("%s is refused: %s", (marked, code) => {
    const tex = marked.replaceAll(/[«»]/gu, "");
    const read = parseFormula(tex);
    const error = read.ok ? null : read.error;
    expect(error?.code).toBe(code);
    const { start, end } = error?.span ?? { start: -1, end: -1 };
    const shown = `${tex.slice(0, start)}«${tex.slice(start, end)}»${tex.slice(end)}`;
    if (marked.includes("«") && !marked.includes("\u202e")) expect(shown).toBe(marked);
  });
});
