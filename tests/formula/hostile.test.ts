import fc from "fast-check";
import { expect, test } from "vitest";
import { headOf } from "../../src/formula/headOf";
import { parseCondition, parseFormula } from "../../src/formula/parse";
import { print } from "../../src/formula/print";
import { tokenize } from "../../src/formula/tokenize";
import { walk } from "../../src/formula/traverse";

const repeated: readonly (readonly [name: string, tex: string])[] = [
  ["braces", `${"{".repeat(9_000)}x${"}".repeat(9_000)}`],
  ["open braces", "{".repeat(10_000)],
  ["brackets", `${"(".repeat(9_000)}x${")".repeat(9_000)}`],
  ["signs", `${"-".repeat(19_000)}x`],
  ["slashes", `a${"/a".repeat(9_000)}`],
  ["bars", "|".repeat(19_000)],
  ["sums", `${"\\sum_i ".repeat(2_500)}x_i`],
  ["sums of terms", `${"\\sum_i a_i+".repeat(1_700)}a`],
  ["accents", `${"\\hat".repeat(4_900)}x`],
  ["primes", `x${"'".repeat(19_000)}`],
  ["operators", `${"\\frac{d}{dx}".repeat(1_600)}x`],
  ["fractions", "\\frac".repeat(3_900)],
  ["powers", `${"x^{".repeat(4_000)}x${"}".repeat(4_000)}`],
  ["environments", "\\begin{cases}".repeat(1_400)],
  ["letters", "d".repeat(19_000)],
  ["colours", "\\color[".repeat(2_500)],
];

test.each(repeated)("%s without end are refused", (_, tex) => {
  const read = parseFormula(tex);
  // Signs cancel, and so do they here; nothing else of these is a formula.
  expect(read.ok).toBe(tex.startsWith("-"));
});

const pieces = [
  ..."x y_i { } ( ) [ ] _ ^ ' d e 1 2.5 + - * / . , ; | = & \\\\ $ f T".split(" "),
  ..."\\frac \\sum \\partial \\cdot \\left( \\right) \\left. \\right| \\{ \\} \\hat \\log log \\max \\sigma \\ne \\in".split(
    " ",
  ),
  ..."\\delta \\mathbb 1_{ i=j \\over \\sqrt \\nabla \\top \\dots \\quad \\boxed \\prod \\left\\{ \\right. \\odot \\pdv".split(
    " ",
  ),
  ..."\\begin{cases} \\end{cases} \\begin{matrix} \\end{matrix} \\text{if} \\text{j=k} \\newcommand{\\a} \\a #1 % \\bf".split(
    " ",
  ),
  ..."\\rm Loss \\color \\not \\substack σ ² ŷ e^ \\underbrace \\cases \\cr \\Big \\operatorname".split(" "),
];

test("whatever is typed is read or refused, with spans inside the source", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom("", " ")), { maxLength: 14 }),
      (typed) => {
        const tex = typed.flat().join("");
        const inside = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
          0 <= start && start <= end && end <= tex.length;
        const read = parseFormula(tex);
        if (read.ok) {
          walk(read.value, (part) => expect(inside(part.span)).toBe(true));
          expect(parseFormula(print(read.value)).ok).toBe(true);
        } else expect(inside(read.error.span)).toBe(true);
        const condition = parseCondition(tex);
        if (!condition.ok) expect(inside(condition.error.span)).toBe(true);
        const tokens = tokenize(tex);
        if (tokens.ok) headOf(tokens.value);
      },
    ),
    { seed: 7, numRuns: 4_000 },
  );
});
