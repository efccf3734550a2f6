import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../src/derivation/frontMatter";

const between = (...lines: readonly string[]) => `---\n${lines.join("\n")}\n---\nText\n`;

describe("front matter", () => {
  it("gives title, source, inputs, formulas, scenarios and sizes", () => {
    const text = between(
      "title: A title",
      "source: {title: Page, author: Someone, url: 'https://example.org', licence: MIT}",
      "inputs:",
      "  x: {value: 0.8, range: [-3, 3]}",
      "  y: {choices: [0, 1], set: one-hot}",
      "  \\hat y: 2",
      "  z: [1, 2.5]",
      "where:",
      "  - S_{i,j} = \\frac{e^{z_{i,j}}}{\\sum_l e^{z_{i,l}}}",
      '  - "0 < p < 1"',
      "sizes: {K: 4}",
      "scenarios:",
      "  - {name: Sure, look: Nothing is lost., values: {x: 3, z: [1, 2]}, section: first}",
    );
    const front = readFrontMatter(text);
    expect(front.problems).toEqual([]);
    expect(front.title).toBe("A title");
    expect(front.source).toEqual({ title: "Page", author: "Someone", url: "https://example.org", licence: "MIT" });
    expect(front.inputs.map(({ name, value, range, choices, set }) => [name, value, range, choices, set])).toEqual([
      ["x", 0.8, [-3, 3], null, null],
      ["y", null, null, [0, 1], "one-hot"],
      ["\\hat y", 2, null, null, null],
      ["z", [1, 2.5], null, null, null],
    ]);
    expect(front.sizes).toEqual({ K: 4 });
    expect(front.scenarios).toEqual([
      { name: "Sure", look: "Nothing is lost.", values: { x: 3, z: [1, 2] }, section: "first" },
    ]);
    for (const { tex, segments } of front.where) expect(text.startsWith(tex, segments[0]?.source)).toBe(true);
    expect(text.slice(front.end)).toBe("Text\n");
  });

  it.each<[string, string]>([
    [
      "strangers' fields",
      between("layout: post", "mathjax: true", "tags: [a, b]", "source: somewhere", "refs:", " - key: a"),
    ],
    ["none at all", "# Title\n\n---\n\ntitle: no\n"],
    ["a rule at the top", "---\n\nText without an end"],
    ["an empty block", "---\n---\nText"],
    ["a byte order mark", `\uFEFF${between("title: A")}`],
    ["carriage returns", "---\r\ntitle: A\r\n---\r\nText"],
  ])("is silent about %s", (_, text) => {
    expect(readFrontMatter(text).problems).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ["bad YAML", between("title: [a"), "front-matter", ""],
    ["a list", between("- a"), "front-matter", "- a"],
    ["a field that is nearly ours", between("titel: A"), "unknown-field", "titel"],
    ["an unknown field of an input", between("inputs:", "  x: {valeu: 1}"), "unknown-field", "valeu"],
    ["a word for a number", between("inputs:", "  x: {value: one}"), "bad-declaration", "one"],
    ["an empty interval", between("inputs:", "  x: {range: [1, 1]}"), "bad-declaration", "[1, 1]"],
    ["an unknown set", between("inputs:", "  x: {set: small}"), "bad-declaration", "small"],
    ["inputs that are no map", between("inputs: 3"), "bad-declaration", "3"],
    ["a size that is no number of things", between("sizes: {K: 2.5}"), "bad-declaration", "K"],
    ["the same field twice", between("title: A", "title: B"), "front-matter", ""],
    ["a bomb of references", between("a: &a [1]", "b: [*a, *a]", "title: *a"), "", ""],
  ])("says %s with its place", (_, text, code, place) => {
    const { problems } = readFrontMatter(text);
    expect(problems.map((problem) => problem.code)).toEqual(code === "" ? [] : [code]);
    for (const { span } of problems) expect(text.slice(span.start, span.end).startsWith(place)).toBe(true);
  });

  it("follows no address that could run", () => {
    expect(readFrontMatter(between("source: {title: A, url: 'javascript:alert(1)'}")).source?.url).toBeNull();
  });
});
