import type { CaseBranch, Condition, Expression } from "./Expression";
import type { Parser, Stretch } from "./Parser";
import { relationOf } from "./relations";
import { cutAt, positionsIn } from "./stretches";
import type { Token } from "./Token";

const matrices: ReadonlySet<string> = new Set(["matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix", "array"]);
const layouts: ReadonlySet<string> = new Set([
  "aligned",
  "align",
  "split",
  "gathered",
  "equation",
  "gather",
  "alignedat",
]);

/** cases, matrices, and a lone brace before rows, which is how cases are drawn without the environment. */
export function parseEnvironment(parser: Parser): Expression {
  const token = parser.peek();
  if (token === undefined) parser.refuse("missing-argument", "", parser.lastSpan());
  if (token.text === "{") return braced(parser, token);
  if (token.text === "cases") {
    const start = parser.at++;
    if (!parser.sees("open")) parser.refuseToken("missing-argument", token);
    return cases(parser, parser.bracketed(), start);
  }
  const start = parser.at;
  const name = parser.peek(1)?.text ?? "";
  const inside = takeEnvironment(parser);
  if (/^[dr]?cases$/u.test(name)) return cases(parser, inside, start);
  if (matrices.has(name)) return matrix(parser, inside, start);
  if (layouts.has(name)) {
    const cells = rowsIn(parser, inside).flat();
    const [only] = cells;
    if (cells.length === 1 && only !== undefined) return parser.expressionIn(only, token.span);
  }
  return parser.refuse("unknown-environment", name, parser.spanFrom(start));
}

/** Inside of \begin{x} … \end{x}, stepped over. */
function takeEnvironment(parser: Parser): Stretch {
  const end = parser.partner();
  const inside = { start: parser.at + 2, end };
  parser.at = end + 2;
  return inside;
}

/** \{ … \}: a bracket, or the brace of cases that are set as a matrix. */
function braced(parser: Parser, token: Token): Expression {
  const start = parser.at;
  const close = parser.partner();
  const next = parser.peek(1);
  const isEnvironment = next?.kind === "command" && next.text === "begin";
  if (
    isEnvironment &&
    (close < 0 || parser.tokens[close]?.text === "right." || parser.partner(start + 1) + 2 === close)
  ) {
    parser.at = start + 1;
    const inside = takeEnvironment(parser);
    if (close >= 0) parser.at = close + 1;
    return cases(parser, inside, start);
  }
  if (close < 0) parser.refuseToken("unclosed", token);
  return parser.expressionIn(parser.bracketed(), token.span);
}

/** Cells of the rows that hold anything: `\\ \\` makes an empty row, a trailing & an empty cell. */
function rowsIn(parser: Parser, inside: Stretch): readonly (readonly Stretch[])[] {
  const rows = cutAt(
    inside,
    positionsIn(parser, inside, (token) => token.kind === "row"),
  );
  const cells = rows.map((row) =>
    cutAt(
      row,
      positionsIn(parser, row, (token) => token.kind === "align"),
    ),
  );
  return cells
    .map((row) => row.map((cell) => trimmed(parser, cell)).filter((cell) => cell.end > cell.start))
    .filter((row) => row.length > 0);
}

/** Without the comma or full stop that ends a cell, and wide space around it. */
function trimmed(parser: Parser, cell: Stretch): Stretch {
  let { start, end } = cell;
  const isSpace = (token: Token | undefined): boolean => token?.kind === "command" && token.text === "quad";
  const isStop = (token: Token | undefined): boolean => token?.kind === "mark" && /^[.,;:]$/u.test(token.text);
  while (start < end && isSpace(parser.tokens[start])) start++;
  while (end > start && (isSpace(parser.tokens[end - 1]) || isStop(parser.tokens[end - 1]))) end--;
  return { start, end };
}

function matrix(parser: Parser, inside: Stretch, start: number): Expression {
  const rows = rowsIn(parser, inside).map((row) => row.map((cell) => parser.expressionIn(cell, parser.spanOf(cell))));
  const span = parser.spanFrom(start);
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width)) parser.refuse("unsupported", "matrix", span);
  return { kind: "matrix", rows, span };
}

function cases(parser: Parser, inside: Stretch, start: number): Expression {
  const branches = rowsIn(parser, inside).map((cells) => branch(parser, cells));
  if (branches.length === 0) parser.refuse("empty", "cases", parser.spanFrom(start));
  return { kind: "cases", branches, span: parser.spanFrom(start) };
}

function branch(parser: Parser, cells: readonly Stretch[]): CaseBranch {
  const [first, ...rest] = cells;
  if (first === undefined) parser.refuse("empty", "cases", parser.lastSpan());
  const last = rest.at(-1);
  if (last !== undefined) {
    const between = rest.slice(0, -1);
    if (!between.every((cell) => isWords(parser, cell))) parser.refuse("unsupported", "cases", parser.spanOf(last));
    return { value: valueIn(parser, first), condition: conditionIn(parser, last) };
  }
  const cut = conditionStart(parser, first);
  if (cut === null) return { value: valueIn(parser, first), condition: null };
  const condition = conditionIn(parser, { start: cut, end: first.end });
  return { value: valueIn(parser, trimmed(parser, { start: first.start, end: cut })), condition };
}

function valueIn(parser: Parser, cell: Stretch): Expression {
  return parser.expressionIn(trimmed(parser, cell), parser.spanOf(cell));
}

/** Where a condition begins in a cell that also holds the value: at "if", or after the comma before a relation. */
function conditionStart(parser: Parser, cell: Stretch): number | null {
  const [words] = positionsIn(
    parser,
    cell,
    (token) => token.kind === "text" && /^(?:if|for|when|where|otherwise|else|and|or)\b|[=≠<>]/u.test(token.text),
  );
  if (words !== undefined && words > cell.start) return words;
  const commas = positionsIn(
    parser,
    cell,
    (token) => (token.kind === "mark" && token.text === ",") || (token.kind === "command" && token.text === "quad"),
  );
  const comma = commas.find(
    (at) => positionsIn(parser, { start: at, end: cell.end }, (token) => relationOf(token) !== null).length > 0,
  );
  return comma === undefined ? null : comma + 1;
}

/** A condition's cell: a relation, a relation inside \text, or a word for "in all other cases", which is null. */
function conditionIn(parser: Parser, cell: Stretch): Condition | null {
  const stretch = withoutIf(parser, trimmed(parser, cell));
  const tokens = parser.tokens.slice(stretch.start, stretch.end);
  if (
    tokens.length > 3 &&
    tokens.every((token) => token.kind === "letter") &&
    /^(?:otherwise|else)$/u.test(tokens.map((token) => token.text).join(""))
  )
    return null;
  const words = tokens.every((token) => token.kind === "text") ? tokens.map((token) => token.text).join(" ") : null;
  if (
    words !== null &&
    /^(?:otherwise|else|elsewhere|in all other cases|if not|other|others|for others|rest|default)\W*$/iu.test(words)
  )
    return null;
  return parser.within(stretch, parser.grammar.condition);
}

/** "if" between value and condition, as words or, in plain TeX, as letters. */
function isWords(parser: Parser, cell: Stretch): boolean {
  return (
    withoutIf(parser, cell).start === cell.end ||
    parser.tokens.slice(cell.start, cell.end).every((token) => token.kind === "text")
  );
}

function withoutIf(parser: Parser, { start, end }: Stretch): Stretch {
  const letters = parser.tokens
    .slice(start, Math.min(end, start + 4))
    .map((token) => (token.kind === "letter" ? token.text : " "))
    .join("");
  const word = /^(?:if|for|when)/u.exec(letters)?.[0] ?? "";
  return { start: start + word.length, end };
}
