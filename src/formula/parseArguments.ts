import type { Expression } from "./Expression";
import type { Parser, Stretch } from "./Parser";
import { cutAt, positionsIn } from "./stretches";
import type { Token } from "./Token";

/** `(a, b)` or `(x; \mu)` right here, read as a function's arguments; null where no parenthesis stands next. */
export function takeArgumentList(
  parser: Parser,
  name: string,
  brackets: readonly string[] = ["("],
): readonly Expression[] | null {
  const open = parser.peek();
  if (open === undefined || !(open.kind === "mark" || open.kind === "command") || !brackets.includes(open.text))
    return null;
  if (parser.partner() < 0) return null;
  const inside = parser.bracketed();
  const span = parser.spanOf({ start: inside.start - 1, end: inside.end + 1 });
  if (inside.end <= inside.start) parser.refuse("missing-argument", name, span);
  const { alphabet } = parser;
  parser.alphabet = null;
  const bar = conditionalBar(parser, inside);
  const cuts = positionsIn(parser, inside, isSeparator);
  const args = cutAt(inside, bar === null ? cuts : [...cuts, bar].toSorted((one, other) => one - other)).map(
    (part) => dotsIn(parser, part) ?? parser.expressionIn(part, span),
  );
  parser.alphabet = alphabet;
  return args;
}

/** The bar of p(y | x) and KL(p ‖ q): the only one between the parentheses, so that it encloses nothing. */
export function conditionalBar(parser: Parser, inside: Stretch): number | null {
  const bars = positionsIn(
    parser,
    inside,
    (token) => (token.kind === "mark" || token.kind === "command") && token.text === "|",
  );
  const [bar] = bars;
  const isBetween = bar !== undefined && bar > inside.start && bar < inside.end - 1;
  return bars.length === 1 && isBetween ? bar : null;
}

/** The dots of L(Y_1, \dots, Y_N) are an argument named "…": they stand for the same in the definition and in a use. */
function dotsIn(parser: Parser, { start, end }: Stretch): Expression | null {
  const token = parser.tokens[start];
  if (end !== start + 1 || token?.kind !== "command" || token.text !== "dots") return null;
  return { kind: "variable", name: "…", indices: [], span: token.span };
}

export function isSeparator(token: Token): boolean {
  return token.kind === "mark" && (token.text === "," || token.text === ";");
}
