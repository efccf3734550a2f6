import { describe, expect, it } from "vitest";
import type { WorkerMessage } from "../../src/views/WorkerMessage";
import { openOwnText } from "../../src/worker/openOwnText";

const line = "With $z = w x$:\n\n$$\\frac{dz}{dw} = x$$\n";

describe("openOwnText", () => {
  it("judges each step and says how far it is", () => {
    const told: WorkerMessage[] = [];
    const result = openOwnText(line, (message) => told.push(message));
    expect(result.kind === "opened" && result.entry.sections.map(({ tally }) => tally)).toEqual([
      { holds: 1, attention: 0, fails: 0 },
    ]);
    expect(told.map((message) => message.kind === "progress" && message.what)).toEqual(
      expect.arrayContaining(["step", "formula"]),
    );
  });

  it.each([
    ["nothing", "", "The document is empty"],
    ["prose alone", "Only words.", "No equation was found"],
    ["too much", "word ".repeat(50_000), "at most 200000"],
    ["a binary file", "\u0089PNG\0", "not a text file"],
  ])("refuses %s with a sentence", (_, text, sentence) => {
    const result = openOwnText(text, () => {});
    expect(result.kind === "refused" && result.sentence).toContain(sentence);
  });

  it.each<[string, string, RegExp]>([
    ["a display that is never closed", `${line}\n$$\na = b\n`, /never closed/],
    ["braces that do not fit", `${line}\n$$\\frac{a}{b = c$$\n`, /bracket|brace|closed/i],
    ["a macro that expands for ever", `${line}\n$$\\def\\a{\\a\\a} \\a = 1$$\n`, /expand/],
    ["10,000 nested braces", `${line}\n$$${"{".repeat(10_000)}x${"}".repeat(10_000)} = x$$\n`, /too long/],
  ])("opens what can be read beside %s, and says what cannot", (_, text, sentence) => {
    const result = openOwnText(text, () => {});
    if (result.kind !== "opened") throw new Error(JSON.stringify(result));
    const [remark] = result.document.remarks.filter((one) => sentence.test(one.sentence));
    expect(remark?.line).toBe(5);
    expect(result.document.verdicts[1]?.kind).toBe("holds");
  });

  it("judges what stands beside a sum to 10⁹, which it says is too long", () => {
    const result = openOwnText(`${line}\n$$\\sum_{i=1}^{1000000000} x_i + 1 = y + 1$$\n`, () => {});
    const verdicts = result.kind === "opened" ? result.document.verdicts : [];
    expect(verdicts.slice(1)).toMatchObject([
      { kind: "holds" },
      { kind: "not-checked", reason: { code: "too-many-terms" } },
    ]);
  });

  it.each([
    ["a definition that doubles", "\\def\\a{xxxxxxxxxxxxxxxxxxxxxxxx}\\a\\a\\a\\a"],
    ["a link", "\\href{javascript:alert(1)}{x}"],
    ["more than 2,000 characters", `x${"+x".repeat(1_100)}`],
  ])("puts no markup of %s on the page", (_, tex) => {
    const result = openOwnText(`${line}\nAnd $${tex}$ here.`, () => {});
    const text = JSON.stringify(result.kind === "opened" ? Object.values(result.document.formulas ?? {}) : null);
    expect(text).not.toContain('"href"');
    expect(text.length).toBeLessThan(60_000);
  });
});
