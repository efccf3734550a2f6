import { describe, expect, it } from "vitest";
import { excerpt } from "../../src/cli/excerpt";

/** Lines with the span's part between ‹ and ›. */
function shown(marked: string): string[] {
  const start = marked.indexOf("‹");
  const end = marked.indexOf("›") - 1;
  return excerpt(marked.replace(/[‹›]/g, ""), { start, end }).map(
    ({ line, text, from, to }) => `${line}: ${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`,
  );
}

describe("an excerpt", () => {
  it.each([
    ["a\nb = ‹c + d›\ne", ["2: b = ‹c + d›"]],
    ["‹a›", ["1: ‹a›"]],
    ["a =‹ \n b ›\n", ["2:  ‹b› "]],
    ["x = ‹a \\\\\r\n  + b›\r\n", ["1: x = ‹a \\\\›", "2:   ‹+ b›"]],
    ["‹›", ["1: ‹›"]],
  ])("of %j", (marked, lines) => {
    expect(shown(marked)).toEqual(lines);
  });

  it("cuts a long line around what matters, and a long display after its beginning", () => {
    const [line = ""] = shown(`${"x".repeat(1000)}‹yyy›${"z".repeat(1000)}`);
    expect(line).toContain("‹yyy›");
    expect(line.length).toBeLessThan(180);
    expect(shown(`‹${"a\n".repeat(50)}›`)).toHaveLength(6);
  });
});
