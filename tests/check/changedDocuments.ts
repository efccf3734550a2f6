import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { documentPaths } from "../../src/build/documentPaths";

/** A document and the same one after an edit. */
export interface Edited {
  readonly before: string;
  readonly after: string;
}

/** One place of a document with what may stand there; an empty string is nothing. */
type Choices = readonly string[];

interface Theme {
  readonly inputs: readonly Choices[];
  readonly where: readonly Choices[];
  readonly blocks: readonly Choices[];
}

const $ = (...formulas: readonly string[]): Choices => formulas.map((tex) => (tex === "" ? "" : `$$ ${tex} $$`));

/** Formulas that are about each other: whatever is chosen at one place can change what the others mean. */
const themes: readonly Theme[] = [
  {
    inputs: [
      ["", "y: {choices: [0, 1]}", "y: {range: [0, 1]}"],
      ["", "z: {range: [1, 2]}", "r: {range: [0, 3]}", "r: {range: [-3, 3]}"],
    ],
    where: [["", "r > 0", "0 < a < 1", "\\sigma(t) = t^3"]],
    blocks: [
      $("z = w x + b", "z = w x - b", "z = w^2 x", ""),
      $("a = \\sigma(z)", "a = z^2", "\\hat y = a", ""),
      $("\\sigma(t) = \\frac{1}{1 + e^{-t}}", "\\sigma(t) = t^2", ""),
      $("L = \\frac12 (a - y)^2", "L = (a - y)^2", "L = -y \\log a", ""),
      $("\\frac{dL}{da} = a - y", "\\frac{dL}{da} = y - a"),
      $("\\frac{da}{dz} = a (1 - a)", "\\frac{da}{dz} = 2 z"),
      $("\\frac{dL}{dw} = \\frac{dL}{dz} x", "\\frac{dL}{dw} = \\frac{dL}{da} \\frac{da}{dz} w"),
      $("\\sqrt{r^2} = r", "|r z| = r |z|"),
      $("\\frac{d \\hat y}{dw} = \\frac{da}{dw}", "(\\hat y - y)^2 = 2 L", "y^2 = y"),
    ],
  },
  {
    inputs: [
      ["", "K: 2", "K: 5"],
      ["", "t: {set: one-hot}", "t: {set: simplex}", "t: {range: [0, 1]}"],
    ],
    where: [["", "\\sum_k t_k = 1", "\\sum_k t_k = 2"]],
    blocks: [
      $("p_k = \\frac{e^{s_k}}{\\sum_{j=1}^K e^{s_j}}", "p_k = \\frac{e^{s_k}}{\\sum_j e^{s_j}}", "p_k = s_k^2", ""),
      $("\\ell = -\\sum_k t_k \\log p_k", "\\ell = -\\log p_t", "\\ell_i = -\\sum_k t_{ik} \\log p_{ik}", ""),
      $("\\frac{\\partial p_k}{\\partial s_k} = p_k (1 - p_k)", "\\frac{\\partial p_k}{\\partial s_j} = -p_k p_j"),
      $("\\frac{\\partial \\ell}{\\partial s_k} = p_k - t_k", "\\frac{\\partial \\ell}{\\partial s_k} = t_k - p_k"),
      $("\\sum_k p_k = 1", "\\sum_{k=1}^{3} c = 3 c", "\\sum_k c = K c", "\\sum_{k=1}^K c = 3 c", ""),
      $("t_k u_k = \\sum_k t_k u_k", "t_k u_k = u_k t_k", "p_i q_j = q_j p_i", ""),
      $("x_k = x_j", "x_1 = x_2", "\\mu_B = \\mu", "\\sum_B \\mu_B = 0", ""),
      ["", "For $k \\ne j$:"],
      $("\\frac{\\partial s_k}{\\partial s_j} = 0", "\\frac{\\partial s_k}{\\partial s_k} = 1"),
    ],
  },
  {
    inputs: [["", "m: 2", "n: 4"]],
    where: [["", "W \\in \\mathbb{R}^{m \\times n}", "x \\in \\mathbb{R}^n", "A = A^T", "\\|u\\| = 1"]],
    blocks: [
      $("v = W x", "v = x^T x", "v = 2 x", "v = \\mathbf{x}", ""),
      $("q = \\mathbf{w}^T \\mathbf{x} + b", "q = w x + b", "q = \\|x\\|", ""),
      $("\\frac{\\partial q}{\\partial x} = w", "\\frac{\\partial q}{\\partial \\mathbf{x}} = \\mathbf{w}"),
      $("x^T x = \\|x\\|^2", "x y = y x", "x_i = x_i", "\\mathbf{x}^T \\mathbf{x} = \\sum_i x_i^2"),
      $("u^T u = 1", "\\|u\\|^2 = u^T u", "u u = u^2"),
      $("A^T x = A x", "W^T v = W v", "(W x)^T = x^T W^T"),
      $("v w = w v", "v_i = \\sum_j W_{ij} x_j", "v = x^2"),
    ],
  },
  {
    inputs: [["", "T: 4"]],
    where: [["", "h_0 = 0", "u > 0"]],
    blocks: [
      $("h_t = \\tanh(u h_{t-1} + x_t)", "h_t = u h_{t-1}", "h_t = u x_t", ""),
      $("\\frac{\\partial h_t}{\\partial h_{t-1}} = u (1 - h_t^2)", "\\frac{\\partial h_t}{\\partial h_{t-1}} = u"),
      $("\\frac{\\partial h_t}{\\partial u} = h_{t-1}", "h_1 = u h_0", "h_t = u^2 h_{t-2}"),
      $("E = \\sum_t h_t^2", "E = \\sum_{t=1}^T h_t", "E_t = h_t^2", ""),
      $("\\frac{\\partial E}{\\partial h_t} = 2 h_t", "\\frac{\\partial E_t}{\\partial h_t} = 2 h_t", "E = 0"),
      ["Take $x = 2$ and $w = 0.5$.", "Take $x = 3$ and $w = 0.5$.", "Take $w = 1$.", ""],
      $("w x + 0.1 = 0.5 \\cdot 2 + 0.1", "w x + 0.1 = 1.1", "\\oint u = w"),
      $("f(x) = x^2 + b", "f(x) = g(x)", ""),
      $("f'(x) = 2x", "f'(x) = g'(x)", "(u v)' = u' v + u v'", "\\Phi'(x) = \\phi(x)"),
      $("\\frac{dw}{dx} = 2", "\\frac{dG}{dx} = \\frac{dG}{dw} \\frac{dw}{dx}"),
      $("\\frac{dG}{dw} = 3", "\\frac{dG}{dw} = x", ""),
    ],
  },
];

type Places = readonly string[];

function written({ inputs, where, blocks }: Theme, places: Places): string {
  const lines = (from: number, count: number) => places.slice(from, from + count).filter((one) => one !== "");
  const list = (name: string, items: readonly string[]) => (items.length === 0 ? [] : [`${name}:`, ...items]);
  return [
    "---",
    ...list(
      "inputs",
      lines(0, inputs.length).map((one) => `  ${one}`),
    ),
    ...list(
      "where",
      lines(inputs.length, where.length).map((one) => `  - ${one}`),
    ),
    "---",
    "",
    "# A document",
    ...lines(inputs.length + where.length, blocks.length).flatMap((one) => ["", one]),
    "",
  ].join("\n");
}

/** A document of a theme, and the same with another choice at one of its places. */
const themed: fc.Arbitrary<Edited> = fc.constantFrom(...themes).chain((theme) => {
  const all = [...theme.inputs, ...theme.where, ...theme.blocks];
  return fc
    .record({
      places: fc.tuple(...all.map((choices) => fc.constantFrom(...choices))),
      at: fc.nat(all.length - 1),
      other: fc.nat(10),
      order: fc.constantFrom("kept", "kept", "swapped"),
    })
    .map(({ places, at, other, order }) => {
      const after = places.with(at, all[at]?.[other % (all[at]?.length ?? 1)] ?? "");
      const next = at + 1 < places.length && at >= theme.inputs.length + theme.where.length ? at + 1 : at;
      const swapped = places.with(at, places[next] as string).with(next, places[at] as string);
      return { before: written(theme, places), after: written(theme, order === "kept" ? after : swapped) };
    });
});

/** What may be inserted into any document. */
const insertions = [
  ...themes.flatMap(({ blocks }) => blocks.flat().filter((one) => one !== "")),
  "<!-- where: r > 0; 0 < a < 1 -->",
  "<!-- where: \\sum_k t_k = 1 -->",
  "## Another section",
  "> [!CAUTION] As published\n> $$ \\frac{dz}{dw} = w $$",
];

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
      return put(at(/\$\$[^$]*\$\$/g), 0, `${pick(insertions, choice)}\n\n`);
    case "insert":
      return lines
        .flatMap((one, index) => (index === line && one === "" ? ["", pick(insertions, choice) ?? "", ""] : [one]))
        .join("\n");
    default:
      return [...lines.slice(0, line), ...lines.slice(line + 1), "", lines[line]].join("\n");
  }
}

/** Small documents, each with one edit. */
export const editedDocuments: fc.Arbitrary<Edited> = fc.oneof(
  { weight: 3, arbitrary: themed },
  {
    weight: 1,
    arbitrary: fc.tuple(themed, edit).map(([{ before }, how]) => ({ before, after: changed(before, how) })),
  },
);

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
