import { attach } from "./attachScripts";
import { isDifferential, slashAt } from "./differentials";
import type { Expression } from "./Expression";
import { bareWordFunction } from "./functionAt";
import type { Parser } from "./Parser";
import { parseAtom, parseSlashDerivative } from "./parseAtom";
import { parseFunction } from "./parseFunction";
import { parseSetCondition, seesIndicator } from "./parseIndicator";
import { parseName } from "./parseName";
import { startsSymbol, takeStem } from "./parseSymbol";
import { alphabetOf, skipFactor } from "./stretches";

/** One factor: a number, symbol, call, bracket, fraction, sum …, with everything that is attached to it. */
export function parseFactor(parser: Parser): Expression {
  return parser.nested(() => {
    const start = parser.at;
    const token = parser.peek();
    if (token === undefined) parser.refuse("missing-argument", "", parser.lastSpan());
    const fn =
      token.kind === "letter" || token.kind === "text" || token.kind === "command" ? bareWordFunction(parser) : null;
    if (fn !== null) return attach(parser, parseFunction(parser, fn), start);
    if (isDifferential(parser, token) && slashAt(parser, start) !== null)
      return attach(parser, parseSlashDerivative(parser), start);
    if (seesIndicator(parser)) return attach(parser, parseSetCondition(parser), start);
    if (startsSymbol(token))
      return isStyledGroup(parser)
        ? attach(parser, styledGroup(parser), start)
        : parseName(parser, takeStem(parser), start);
    const atom = parseAtom(parser);
    if (atom.kind === "variable" && token.kind === "open")
      return parseName(parser, { name: atom.name, indices: atom.indices }, start);
    return attach(parser, atom, start);
  });
}

/** \mathbf{W x + b}: the alphabet holds for every letter inside. */
function isStyledGroup(parser: Parser): boolean {
  const token = parser.peek();
  if (token?.kind !== "command" || alphabetOf(token.text) === null) return false;
  const open = parser.at + 1;
  if (parser.peek(1)?.kind !== "open") return false;
  return skipFactor(parser, open + 1) < parser.partner(open);
}

function styledGroup(parser: Parser): Expression {
  const token = parser.take();
  const outer = parser.alphabet;
  parser.alphabet = alphabetOf(token.text) ?? outer;
  const inside = parser.expressionIn(parser.bracketed(), token.span);
  parser.alphabet = outer;
  return inside;
}
