import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainsIn, findLine } from "../../src/derivation/addresses";
import { compileDerivation } from "../../src/derivation/compile";
import { originOf } from "../../src/derivation/Formula";
import { summaryOf } from "./summary";

/** Steps as "role: left = right". */
function roles(text: string): readonly string[] {
  return summaryOf(text).steps.map((step) =>
    step.replace(/^\S+ /, "").replace(/ \[(?!an? |fixes|says|follows).*$/, ""),
  );
}

function problems(text: string): readonly string[] {
  return summaryOf(text).problems;
}

const display = (...lines: readonly string[]) => lines.map((line) => `$$\n${line}\n$$\n`).join("\n");

describe("what an equation is", () => {
  it.each<[string, string, readonly string[]]>([
    ["a first equation defines", display("z = wx + b"), ["definition: z = wx + b"]],
    ["a second one claims", display("z = wx + b", "z = b + wx"), ["definition: z = wx + b", "claim: z = b + wx"]],
    [
      "indices may be renamed",
      display("p_i = e^{z_i}", "p_k = e^{z_k}"),
      ["definition: p_i = e^{z_i}", "claim: p_k = e^{z_k}"],
    ],
    [
      "numbered symbols are two",
      display("x_1 = a + b", "x_2 = a - b"),
      ["definition: x_1 = a + b", "definition: x_2 = a - b"],
    ],
    [
      "L and L_i are two",
      display("L_i = x_i^2", "L = \\sum_i L_i"),
      ["definition: L_i = x_i^2", "definition: L = \\sum_i L_i"],
    ],
    [
      "a definition's other links claim",
      display("f(x) = (x + 1)^2 = x^2 + 2x + 1"),
      ["definition: f(x) = (x + 1)^2", "claim: (x + 1)^2 = x^2 + 2x + 1"],
    ],
    [
      "an alias defines both",
      display("\\hat{y} = a = \\sigma(z)"),
      ["definition: \\hat{y} = a", "definition: a = \\sigma(z)"],
    ],
    [
      "no definition leads back to itself",
      display("y = e^x", "x = \\log y"),
      ["definition: y = e^x", "claim: x = \\log y"],
    ],
    [
      "a parameter is not the symbol of that name",
      display("z = 3y", "y = \\sigma(b)", "\\sigma(z) = \\frac{1}{1 + e^{-z}}"),
      ["definition: z = 3y", "definition: y = \\sigma(b)", "definition: \\sigma(z) = \\frac{1}{1 + e^{-z}}"],
    ],
    ["an equation written backwards defines", display("wx + b = z"), ["definition: wx + b = z"]],
    ["but not of a symbol that was there", `For $x$ and $y$:\n\n${display("x + x = y")}`, ["claim: x + x = y"]],
    ["a left side that is no symbol claims", display("x + x = 2x"), ["claim: x + x = 2x"]],
    [
      "numbers do not define",
      display("L = -\\log(0.5) = 0.693"),
      ["equation: L = -\\log(0.5) [a value for one example]", "claim: -\\log(0.5) = 0.693"],
    ],
    [
      "a variance is defined by its square",
      display("\\sigma_B^2 = \\frac{1}{m} \\sum_i x_i^2"),
      ["definition: \\sigma_B^2 = \\frac{1}{m} \\sum_i x_i^2"],
    ],
    [
      "a likelihood by what it is made of",
      display("L(a; x_1, \\dots, x_N) = \\prod_n L(a; x_n) = \\prod_n e^{-a x_n}"),
      [
        "definition: L(a; x_1, \\dots, x_N) = \\prod_n L(a; x_n)",
        "definition: \\prod_n L(a; x_n) = \\prod_n e^{-a x_n}",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(roles(text)).toEqual(expected);
  });
});

describe("a new meaning", () => {
  const first = `## One\n\nLet $s = xy$.\n\n`;
  it("needs a new heading and its announcement", () => {
    expect(roles(`${first}## Two\n\nNow let\n\n${display("s = x + y")}`)).toEqual([
      "definition: s = xy",
      "definition: s = x + y",
    ]);
    expect(roles(`${first}Now let\n\n${display("s = x + y")}`)).toEqual(["definition: s = xy", "claim: s = x + y"]);
    expect(roles(`${first}## Two\n\nTherefore\n\n${display("s = x + y")}`)).toEqual([
      "definition: s = xy",
      "claim: s = x + y",
    ]);
  });

  it("holds from its place on, and the old one before", () => {
    const derivation = compileDerivation(
      `${first}${display("\\frac{ds}{dx} = y")}\n## Two\n\nNow let $s = x + y$.\n\n${display("\\frac{ds}{dx} = 1")}`,
    );
    const bodies = derivation.steps.map((step) => derivation.scopes[step.scope]?.definitions[0]?.body.kind);
    expect(bodies).toEqual(["product", "product", "sum", "sum"]);
  });

  it("is never taken over what the author declares", () => {
    expect(roles(`---\nwhere:\n  - s = xy\n---\n\n## Two\n\nNow let\n\n${display("s = x + y")}`)).toEqual([
      "claim: s = x + y",
    ]);
  });
});

describe("running text", () => {
  it.each<[string, readonly string[]]>([
    ["Let $\\hat{y} = a = wx + b$, then", ["definition: \\hat{y} = a", "definition: a = wx + b"]],
    ["where $p_i = e^{z_i}$ and $i = 1$", ["definition: p_i = e^{z_i}"]],
    ["if $x = y$ the loss is least", []],
    ["for $x = 2$ it is 4", []],
    ["we choose $\\log C = - \\max_k a_k$", []],
    ["with $z = x^2$ the slope is $\\frac{dz}{dx} = 2x$", ["definition: z = x^2", "claim: \\frac{dz}{dx} = 2x"]],
    ["at $x = 4$, with $z = x^2$, it is $\\frac{dz}{dx} = 8$", ["definition: z = x^2"]],
    ["the labels obey $\\sum_k y_k = 1$", []],
    ["so $y_i + \\sum_{k \\neq 1} y_k = 1$", ["claim: y_i + \\sum_{k \\neq 1} y_k = 1"]],
  ])("%s", (text, expected) => {
    expect(roles(text)).toEqual(expected);
  });

  it("states assumptions", () => {
    const [scope] = compileDerivation(
      "Take $C > 0$ and $0 < p_k < 1$, with $\\sum_k y_k = 1$. When $z < 0$, stop.",
    ).scopes;
    expect(scope?.assumptions.map(({ condition }) => condition.relations.join(""))).toEqual([">", "<<", "="]);
  });

  it("contradicting itself assumes nothing", () => {
    expect(compileDerivation("Here $z > 0$.\n\nThere $z < 0$.").scopes[0]?.assumptions).toEqual([]);
  });

  it.each<[string, number]>([
    ["For $i \\ne j$:", 1],
    ["When $i = j$,", 1],
    ["for $j \\ne k$.", 1],
    ["The symbol is 1 for $i = j$ and 0 otherwise.", 0],
    ["All of $i = 1$.", 0],
  ])("%s conditions the next display", (text, count) => {
    const derivation = compileDerivation(`${text}\n\n${display("x_i + y_j = y_j + x_i")}`);
    expect(derivation.steps.map(({ conditions }) => conditions.length)).toEqual([count]);
  });
});

describe("bad input", () => {
  it.each<[string, string, string]>([
    ["nothing", "", "1:1 error empty-document"],
    ["blank lines", "\n \n", "1:1 error empty-document"],
    ["no mathematics", "Only words.", "1:1 warning no-mathematics"],
    ["a byte that no text has", "a\0b", "1:2 error not-text"],
    ["bad YAML", "---\na: [\n---\n\n$$x + x = 2x$$", "3:1 warning front-matter"],
    ["an unclosed display", "$$x", "1:1 error unclosed-display $$"],
    ["a macro without end", "$$\\def\\a{\\a\\a} \\a = 1$$", "1:16 warning macro-loop \\a"],
    ["unbalanced braces", "$$\\frac{1}{x = 1$$", "1:11 warning unclosed {"],
  ])("%s is said with its place", (_, text, expected) => {
    expect(problems(text).join("\n")).toContain(expected);
  });

  it("that is too long is refused before it is read", () => {
    expect(problems("x".repeat(200_001))).toEqual(["1:200001 error too-large 200001|200000"]);
    expect(compileDerivation("x ".repeat(150_000), { maxCharacters: 1_000_000 }).problems[0]?.code).toBe(
      "no-mathematics",
    );
  });

  it("with too many displays is read to the limit", () => {
    const derivation = compileDerivation(display(...Array.from({ length: 12 }, () => "x + x = 2x")), {
      maxFormulas: 10,
    });
    expect(derivation.steps).toHaveLength(10);
    expect(derivation.problems.map(({ code }) => code)).toEqual(["too-many-formulas"]);
  });

  it("nested ten thousand deep is refused in its line", () => {
    const text = display(`${"{".repeat(9000)}x${"}".repeat(9000)} = 1`, "x + x = 2x");
    expect(compileDerivation(text).problems.map(({ code }) => code)).toEqual(["too-deep"]);
    expect(roles(text)).toEqual(["claim: x + x = 2x"]);
  });

  it("loses nothing of a document of two thousand steps", () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `x_{${index}} + x = x + x_{${index}}`);
    expect(compileDerivation(display(...rows), { maxFormulas: 2000 }).steps).toHaveLength(2000);
  });
});

describe("every document", () => {
  const piece = fc.constantFrom(
    "$",
    "$$",
    "\\[",
    "\\]",
    "\\(",
    "\\)",
    "`",
    "```math\n",
    "```\n",
    "> ",
    "- ",
    "# ",
    "## ",
    "\n",
    "\n\n",
    "a",
    "x_i",
    " = ",
    "\\frac{a}{b}",
    "\\begin{align}",
    "\\end{align}",
    "\\\\",
    "&",
    "{",
    "}",
    "(",
    ")",
    "\\sum_i ",
    "\\text{for } ",
    "i = j",
    ", ",
    "\\quad ",
    "Let ",
    "for ",
    "where ",
    "---\n",
    "<!-- where: a = b -->",
    "> [!CAUTION] As published\n",
    "\uE000",
    "1",
    "'",
    "% why\n",
    "\\Rightarrow ",
    "\\left. ",
    "\\right|",
    "|",
    "\\tag{1}",
    "\\newcommand{\\a}[1]{#1}",
    "<div>",
    "&lt;",
    "\r\n",
    ":= ",
    "\\approx ",
  );
  const document = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

  it("compiles to steps whose lines exist and stand where they say", () => {
    fc.assert(
      fc.property(document, (text) => {
        const derivation = compileDerivation(text);
        for (const step of derivation.steps) {
          const line = findLine(derivation, step.right);
          expect(line).not.toBeNull();
          expect(findLine(derivation, step.left)).not.toBeNull();
          expect(derivation.scopes[step.scope]).toBeDefined();
          if (line !== null) expect(originOf(line.formula, 0)).toBeLessThanOrEqual(text.length);
        }
        for (const { span } of derivation.problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(Math.max(text.length, 1));
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("is plain data", () => {
    fc.assert(
      fc.property(document, (text) => {
        const derivation = compileDerivation(text);
        expect(JSON.parse(JSON.stringify(derivation))).toEqual(derivation);
      }),
      { numRuns: 200 },
    );
  });

  it("has chains and sections of different names", () => {
    fc.assert(
      fc.property(document, (text) => {
        const { sections } = compileDerivation(text);
        expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
        const chains = sections.flatMap(({ blocks }) => chainsIn(blocks)).map(({ id }) => id);
        expect(new Set(chains).size).toBe(chains.length);
      }),
      { numRuns: 200 },
    );
  });
});
