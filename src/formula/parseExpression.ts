import { absorbTerms, type Term } from "./absorbTerms";
import type { Expression } from "./Expression";
import type { Parser } from "./Parser";
import { fractionOf } from "./parseDerivative";
import { parseProduct } from "./parseProduct";
import { positionsIn } from "./stretches";

/** Terms joined by + and −; TeX's \over splits all of its group. */
export function parseExpression(parser: Parser): Expression {
  return parser.nested(() => overFraction(parser) ?? terms(parser));
}

function overFraction(parser: Parser): Expression | null {
  if (!parser.hasOver) return null;
  const start = parser.at;
  const whole = { start, end: parser.end };
  const [over, second] = positionsIn(parser, whole, (token) => token.kind === "command" && token.text === "over");
  if (over === undefined) return null;
  if (second !== undefined) parser.refuse("unexpected", "\\over", parser.tokens[second]?.span ?? parser.lastSpan());
  const numerator = { start, end: over };
  const denominator = { start: over + 1, end: parser.end };
  parser.at = parser.end;
  return fractionOf(parser, numerator, denominator, start);
}

function terms(parser: Parser): Expression {
  const start = parser.at;
  const read: Term[] = [];
  const openBefore = parser.openSums.length;
  for (;;) {
    const from = parser.at;
    let negative = false;
    while (parser.sees("mark", "-", "+")) if (parser.take().text === "-") negative = !negative;
    const value = parseProduct(parser);
    read.push({ negative, value, span: parser.spanFrom(from) });
    if (!parser.sees("mark", "+", "-")) break;
  }
  const kept = absorbTerms(read, parser.openSums.slice(openBefore), parser.outside);
  const signed = kept.map(
    ({ negative, value, span }): Expression => (negative ? { kind: "negative", operand: value, span } : value),
  );
  const [only] = signed;
  return signed.length === 1 && only !== undefined
    ? only
    : { kind: "sum", terms: signed, span: parser.spanFrom(start) };
}
