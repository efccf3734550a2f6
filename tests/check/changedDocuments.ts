import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { documentPaths } from "../../src/build/documentPaths";

/** A document and the same one after an edit. */
export interface Edited {
  readonly before: string;
  readonly after: string;
}

/** Displays and sentences that reach into each other: each can change what another one means. */
const blocks = [
  "$$ z = w x + b $$",
  "$$ z = w x - b $$",
  "$$ a = \\sigma(z) $$",
  "$$ \\sigma(t) = \\frac{1}{1 + e^{-t}} $$",
  "$$ \\frac{da}{dz} = a (1 - a) $$",
  "$$ \\frac{dz}{dw} = x $$",
  "$$ \\frac{dL}{dw} = \\frac{dL}{dz} \\frac{dz}{dw} = \\frac{dL}{dz} x $$",
  "$$ L = \\frac12 (a - y)^2 $$",
  "$$ \\frac{dL}{da} = y - a % a slip $$",
  "$$ p_k = \\frac{e^{s_k}}{\\sum_{j=1}^K e^{s_j}} $$",
  "$$ \\frac{\\partial p_k}{\\partial s_k} = p_k (1 - p_k) $$",
  "$$ \\ell = -\\sum_k t_k \\log p_k $$",
  "$$ \\frac{\\partial \\ell}{\\partial s_k} = p_k - t_k $$",
  "$$ \\frac{\\partial \\ell}{\\partial s_k} = t_k - p_k $$",
  "$$ \\sum_k t_k u_k = t_k u_k $$",
  "$$ \\sum_{i=1}^{m} c = m c $$",
  "$$ q = \\mathbf{w}^T \\mathbf{x} + b $$",
  "$$ \\frac{\\partial q}{\\partial \\mathbf{x}} = \\mathbf{w} $$",
  "$$ \\|\\mathbf{x}\\|^2 = \\mathbf{x}^T \\mathbf{x} $$",
  "$$ W \\in \\mathbb{R}^{m \\times n} $$",
  "$$ v = W x $$",
  "$$ h_t = \\tanh(u h_{t-1} + x_t) $$",
  "$$ \\frac{\\partial h_t}{\\partial h_{t-1}} = u (1 - h_t^2) $$",
  "$$ \\sqrt{r^2} = r $$",
  "$$ |w x| = |w| |x| $$",
  "Take $x = 2$, $w = 0.5$ and $b = 0.1$.",
  "$$ w x + b = 0.5 \\cdot 2 + 0.1 = 1.1 $$",
  "$$ a = b + c $$",
  "$$ \\hat y = a $$",
  "$$ f(x) = x^2 + b $$",
  "$$ f'(x) = 2x $$",
  "Assume $r > 0$.",
  "$$ \\oint a = b $$",
  "$$ \\Phi'(x) = \\phi(x) $$",
  "$$ (u v)' = u' v + u v' $$",
  "For $i \\ne j$:\n\n$$ \\frac{\\partial s_i}{\\partial s_j} = 0 $$",
  "<!-- where: r > 0; 0 < a < 1 -->",
  "<!-- where: \\sum_k t_k = 1 -->",
  "## Another section",
  "> [!CAUTION] As published\n> $$ \\frac{dz}{dw} = w $$",
] as const;

const inputs = [
  "  x: {value: 0.8, range: [-3, 3]}",
  "  y: {choices: [0, 1]}",
  "  r: {value: 1, range: [0, 2]}",
  "  K: 2",
  "  t: {value: [0, 1], set: one-hot}",
] as const;

const assumptions = ["  - \\sum_k t_k = 1", "  - b > 0", "  - z = w x", "  - \\|\\mathbf{x}\\| = 1"] as const;

const document = fc
  .record({
    inputs: fc.subarray([...inputs]),
    assumptions: fc.subarray([...assumptions], { maxLength: 2 }),
    blocks: fc.shuffledSubarray([...blocks], { minLength: 5, maxLength: 16 }),
  })
  .map((parts) =>
    [
      "---",
      ...(parts.inputs.length > 0 ? ["inputs:", ...parts.inputs] : []),
      ...(parts.assumptions.length > 0 ? ["where:", ...parts.assumptions] : []),
      "---",
      "",
      "# A document",
      ...parts.blocks.flatMap((block) => ["", block]),
      "",
    ].join("\n"),
  );

/** What an edit does, with numbers in [0, 1) for its choices. */
const edit = fc.record({
  kind: fc.constantFrom("sign", "character", "remove", "insert", "insert", "replace", "move", "range"),
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  choice: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});

function pick<T>(from: readonly T[], share: number): T | undefined {
  return from[Math.floor(share * from.length)];
}

/** The document with one line, sign, character, number of its front matter or paragraph changed. */
function changed(text: string, { kind, place, choice }: { kind: string; place: number; choice: number }): string {
  const at = (pattern: RegExp, within = text) => pick([...within.matchAll(pattern)], place)?.index;
  const put = (index: number | undefined, length: number, by: string) =>
    index === undefined ? text : text.slice(0, index) + by + text.slice(index + length);
  const lines = text.split("\n");
  const line = Math.floor(place * lines.length);
  switch (kind) {
    case "sign": {
      const index = at(/[+-](?!-)/g);
      return put(index, 1, text[index ?? 0] === "+" ? "-" : "+");
    }
    case "character":
      return put(at(/(?<![\\a-zA-Z])[a-zA-Z0-9](?![a-zA-Z])/g), 1, pick([..."abhkprstuwxyzL0123"], choice) ?? "x");
    case "range":
      return put(at(/\d/g, text.split("\n# ")[0]), 1, pick([..."0123"], choice) ?? "1");
    case "remove":
      return lines.filter((_, index) => index !== line).join("\n");
    case "replace":
      return put(at(/\$\$[^$]*\$\$/g), 0, `${pick(blocks, choice)}\n\n`);
    case "insert":
      return lines
        .flatMap((one, index) => (index === line && one === "" ? ["", pick(blocks, choice) ?? "", ""] : [one]))
        .join("\n");
    default:
      return [...lines.slice(0, line), ...lines.slice(line + 1), "", lines[line]].join("\n");
  }
}

/** Small documents of the blocks above, each with one edit. */
export const editedDocuments: fc.Arbitrary<Edited> = fc
  .tuple(document, edit)
  .map(([before, how]) => ({ before, after: changed(before, how) }));

const library = documentPaths(join(import.meta.dirname, "../../src/library")).map((path) => readFileSync(path, "utf8"));

/** The documents of the site and those of the tests' own, each with one edit. */
export const editedLibrary: fc.Arbitrary<Edited> = fc
  .tuple(
    fc.constantFrom(
      ...library,
      ...["roles", "scopes", "statements", "links"].map((name) =>
        readFileSync(join(import.meta.dirname, `../golden/${name}.md`), "utf8"),
      ),
    ),
    edit,
  )
  .map(([before, how]) => ({ before, after: changed(before, how) }));
