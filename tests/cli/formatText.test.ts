import { describe, expect, it } from "vitest";
import type { CheckedFile } from "../../src/cli/CheckedFile";
import { formatFile, formatSummary } from "../../src/cli/formatText";
import { type Style, styleFor } from "../../src/cli/Style";
import { failing, file, plainOptions, step } from "./checkedFiles";

const plain: Style = (_, text) => text;

function text(checked: CheckedFile, options = plainOptions): string {
  return formatFile(checked, options, plain);
}

describe("text output", () => {
  it("groups steps by section and underlines what fails", () => {
    const steps = [step({ right: "(a + b)(a + b)" }), failing, step({ section: "Slope" })];
    expect(text(file(steps))).toBe(`notes/square.md · Squares

  The loss
    notes/square.md:3:5  ✓ holds
        (a + b)^2
      = (a + b)(a + b)
    notes/square.md:3:5  ✗ fails  expand
        (a + b)^2
      = a^2 + b^2
      At a = 0.5, b = -2 the left side is 2.25 and the right side 4.25.
      It would hold with 2ab added.
      3 │   = a^2 + b^2 \\\\
        │     ^^^^^^^^^

  Slope
    notes/square.md:3:5  ✓ holds
        (a + b)^2
      = a^2 + b^2

`);
  });

  it("says condition, reason and notes", () => {
    const conditional = step({
      verdict: "holds-if",
      condition: "the labels sum to one",
      notes: ["all branches reached"],
    });
    const open = step({ verdict: "not-checked", reason: "∫ is not understood." });
    const lines = text(file([conditional, open]))
      .split("\n")
      .map((line) => line.trim());
    expect(lines).toContain("notes/square.md:3:5  ◐ holds if the labels sum to one");
    expect(lines).toContain("all branches reached");
    expect(lines).toContain("notes/square.md:3:5  ? not checked");
    expect(lines).toContain("∫ is not understood.");
  });

  it("marks a known erratum as published", () => {
    expect(text(file([{ ...failing, asPublished: true }]))).toContain("✗ fails, as published");
  });

  it("shows enough figures for two near values to differ", () => {
    const near = { ...failing, counterexample: { inputs: {}, left: 0.123456789, right: 0.123456788 } };
    expect(text(file([near]))).toContain("The left side is 0.123456789 and the right side 0.123456788.");
  });

  it("calls what is no number undefined", () => {
    const undefinedLeft = { ...failing, counterexample: { inputs: { x: 0 }, left: null, right: 1 } };
    expect(text(file([undefinedLeft]))).toContain("At x = 0 the left side is undefined and the right side 1.");
  });

  it("keeps tabs before the underlined characters", () => {
    const tabbed = { ...failing, excerpt: [{ line: 12, text: "\t\tx = y", from: 6, to: 7 }] };
    expect(text(file([tabbed]))).toContain("      12 │ \t\tx = y\n         │ \t\t    ^\n");
  });

  it("lets no escape sequence of a document through", () => {
    const hostile = step({ section: "\u001b[31mred", left: "\u001b]0;title\u0007", right: "\u202ea" });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point.
    expect(text(file([hostile]))).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  it("prints only faults when quiet, and nothing of a sound file", () => {
    const quiet = { ...plainOptions, quiet: true };
    expect(text(file([step(), { ...failing, asPublished: true }]), quiet)).toBe("");
    expect(text(file([step(), failing]), quiet).match(/:3:5/g)).toHaveLength(1);
    expect(text(file([step({ verdict: "not-checked" })]), quiet)).toBe("");
    expect(text(file([step({ verdict: "not-checked" })]), { ...quiet, strict: true })).toContain("? not checked");
  });

  it("shows problems with their place", () => {
    const place = { line: 9, column: 1, endLine: 9, endColumn: 3 };
    const excerpt = [{ line: 9, text: "$$ a = b", from: 0, to: 2 }];
    const problem = {
      place,
      message: "This display is never closed.",
      severity: "error",
      code: "unclosed-display",
      excerpt,
    } as const;
    expect(text(file([], { problems: [problem] }))).toBe(`notes/square.md · Squares

  notes/square.md:9:1  This display is never closed.
    9 │ $$ a = b
      │ ^^

`);
  });

  it("sums up", () => {
    const steps = [
      step(),
      step({ verdict: "holds-if" }),
      failing,
      { ...failing, asPublished: true },
      step({ verdict: "not-checked" }),
    ];
    expect(formatSummary([file(steps), file([])], plain)).toBe(
      "2 files, 5 steps: 1 holds, 1 holds on a condition, 2 fail (1 as published), 1 not checked\n",
    );
    expect(formatSummary([file([step(), step()])], plain)).toBe("1 file, 2 steps: 2 hold, 0 fail, 0 not checked\n");
  });
});

describe("colour", () => {
  it.each<[boolean, Record<string, string>, boolean]>([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
    [true, { TERM: "dumb" }, false],
  ])("terminal %s with %o: %s", (terminal, environment, coloured) => {
    expect(styleFor(terminal, environment)("bad", "fails") !== "fails").toBe(coloured);
  });
});
