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
