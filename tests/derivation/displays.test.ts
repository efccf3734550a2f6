import { describe, expect, it } from "vitest";
import { findMathematics } from "../../src/derivation/displays";
import { originOf } from "../../src/derivation/Formula";

/** What is found, as "kind: TeX". */
function found(source: string): readonly string[] {
  return findMathematics(source).found.flatMap((one) =>
    one.kind === "replacement" ? [] : [`${one.kind}: ${one.formula.tex.trim()}`],
  );
}

describe("delimiters", () => {
  it.each<[string, string, readonly string[]]>([
    ["dollars", "$$\na = b\n$$", ["dollars: a = b"]],
    ["dollars on one line with text", "so $$a$$ and $$b$$.", ["dollars: a", "dollars: b"]],
    ["two displays on one line", "$$a=b$$ $$c=d$$", ["dollars: a=b", "dollars: c=d"]],
    [
      "a blank line inside",
      "$$\n\\begin{align}\na &= b \\\\\n\n\\end{align}\n$$",
      ["dollars: \\begin{align}\na &= b \\\\\n\n\\end{align}"],
    ],
    ["an escaped dollar inside", "$$\\text{\\$} = b$$", ["dollars: \\text{\\$} = b"]],
    ["brackets", "\\[\na = b\n\\]", ["block: a = b"]],
    ["doubled brackets", "where\n\\\\[\n a = b,\n\\\\]", ["block: a = b,"]],
    ["doubled brackets around a row break with length", "\\\\[ a \\\\[1.6em] b \\\\]", ["block: a \\\\[1.6em] b"]],
    ["parentheses", "for \\(x\\) and \\(x = 1\\)", ["inline: x", "inline: x = 1"]],
    ["doubled parentheses over two lines", "targets \\\\( {\\bf\ny} = 1 \\\\)", ["inline: {\\bf\ny} = 1"]],
    ["a bare environment", "\\begin{align}\na &= b\n\\end{align}", ["block: \\begin{align}\na &= b\n\\end{align}"]],
    [
      "an environment with an escaped star",
      "\\begin{align\\*}\na\\_i &= b \\\\\\\\\n&= c\n\\end{align\\*}",
      ["block: \\begin{align*}\na_i &= b \\\\\n&= c\n\\end{align*}"],
    ],
    ["a math fence", "```math\na = b\n```", ["block: a = b"]],
    ["a MyST math fence", "```{math}\na = b\n```", ["block: a = b"]],
    ["a math fence in a list", "- ```math\n  a = b\n  ```", ["block: a = b"]],
    ["dollars and backticks", "real $`x_1`$ and $`y`$", ["inline: x_1", "inline: y"]],
    ["a script", '<script type="math/tex; mode=display"> a < b </script>', ["block: a < b"]],
    ["an inline script", 'so <script type="math/tex">a</script>', ["inline: a"]],
    ["a shortcode", "{{< katex display=true >}}\na = b\n{{< /katex >}}", ["block: a = b"]],
    ["a shortcode in a line", "so {{< katex >}}a{{< /katex >}}", ["dollars: a"]],
    [
      "an image that draws TeX",
      "![x](https://latex.codecogs.com/svg.latex?\\\\frac{a}{b}&space;=&space;c)",
      ["dollars: \\frac{a}{b}&space;=&space;c"],
    ],
    ["HTML entities", "$$a &amp;= b &lt; c$$", ["dollars: a &= b < c"]],
    ["an indented display", "    $$\n    a = b\n    $$", ["dollars: a = b"]],
    ["a list item", "1. $$ a = b $$", ["dollars: a = b"]],
    ["a display in a div", "<div>\n$$a = b$$\n</div>", ["dollars: a = b"]],
    ["a quote", "> $$\n> a = b\n> $$", ["dollars: a = b"]],
    ["a quote without space", ">$$ a = b $$", ["dollars: a = b"]],
    ["a quote in a quote", "> > $$\n> > a\n> > = b\n> > $$", ["dollars: a\n= b"]],
    ["a directive's live text", "```{note}\nHere $a$.\n```\n\n$$b$$", ["inline: a", "dollars: b"]],
    ["a comment that declares", "<!-- where: a = b; c > 0 -->", ["where: a = b; c > 0"]],
  ])("finds %s", (_, source, expected) => {
    expect(found(source)).toEqual(expected);
  });

  it.each<[string, string]>([
    ["prices", "It costs $5 and then $10, or US$5 to US$7."],
    ["a price and a name", "between $20 and $30 a month"],
    ["an escaped dollar", "\\$x = 1\\$"],
    ["a dollar before a space", "a $ or two $ more"],
    ["a code span", "`$a = b$` and ``$$c$$``"],
    ["a code fence", "```python\nx = '$$a$$'\n```"],
    ["a tilde fence", "~~~\n$$a$$\n~~~"],
    ["an HTML code block", "<pre>$a$ and $$b$$</pre>"],
    ["a comment", "<!-- $a$ -->"],
    ["escaped brackets", "as shown in \\[1\\] and \\(see below\\)"],
    ["a dollar over two paragraphs", "a $x\n\ny$ b"],
    ["a dollar in a tag", '<a href="?a=$x$">link</a>'],
  ])("leaves %s alone", (_, source) => {
    expect(found(source)).toEqual([]);
  });
});

describe("a display that is never closed", () => {
  it("is a problem with its place, and the page goes on", () => {
    const source = "Before $a$.\n\n$$\nx = 1\n\nSo this is plain prose, and\n\n$$\ny = 2\n$$\n";
    const scan = findMathematics(source);
    expect(scan.problems.map(({ code, span }) => [code, span])).toEqual([["unclosed-display", { start: 13, end: 15 }]]);
    expect(found(source)).toEqual(["inline: a", "dollars: y = 2"]);
  });

  it("ends at a heading", () => {
    const source = "$$\nx = 1\n## Next\n$$y = 2$$";
    expect(found(source)).toEqual(["dollars: y = 2"]);
    expect(findMathematics(source).problems).toHaveLength(1);
  });

  it("ends with its quote", () => {
    expect(found("> $$\n> x = 1\n\n$$y = 2$$")).toEqual(["dollars: y = 2"]);
  });
});

describe("the way back to the document", () => {
  it.each([
    "$$\na = b\n$$",
    "> Text\n> $$\n> a &= b \\\\\n> &= c\n> $$",
    "> > $$\n> > a\n> > = b\n> > $$",
    "$$a &amp;= b &lt; c + d$$",
    "\\begin{align\\*}\na\\_i &= b \\\\\\\\ &= c\n\\end{align\\*}",
    "- ```math\n  a = b\n  ```",
    "$$a\r\n= b$$",
  ])("leads each character of %j to its own", (source) => {
    const entities: Readonly<Record<string, string>> = { "<": "&lt;", "&": "&amp;" };
    for (const one of findMathematics(source).found) {
      if (one.kind === "replacement") continue;
      [...one.formula.tex].forEach((character, index) => {
        const origin = originOf(one.formula, index);
        const stands =
          source.startsWith(character, origin) || source.startsWith(entities[character] ?? character, origin);
        expect(stands, `${character} at ${index} from ${origin}`).toBe(true);
      });
    }
  });
});

describe("linear scans", () => {
  it.each<[string, string]>([
    ["unclosed dollars", "a $x b\n".repeat(4000)],
    ["unclosed displays", "$$ a b c\n\n".repeat(4001)],
    ["single backticks", "` a `` b ``` ".repeat(4000)],
    ["escaped brackets", "\\[ a \\( b ".repeat(6000)],
    ["open environments", "\\begin{align} a\n\n".repeat(4000)],
    ["open tags", "<pre> <script> <!-- ".repeat(4000)],
  ])("end for %s", (_, source) => {
    expect(findMathematics(source).found.length).toBeLessThan(source.length);
  });
});

describe("a display that is too long", () => {
  it.each([
    ["dollars", `$$ ${"a + ".repeat(6000)} a = b $$`],
    ["brackets", `\\[ ${"a + ".repeat(6000)} a = b \\]`],
    ["an environment", `\\begin{align} ${"a + ".repeat(6000)} a = b \\end{align}`],
  ])("is said to be too long, not to lack its end: %s", (_, source) => {
    const { found, problems } = findMathematics(`${source}\n\nText.\n\n$$ c = d $$\n`);
    expect(problems.map(({ code }) => code)).toEqual(["too-long"]);
    expect(found).toHaveLength(1);
  });
});
