import { beginsWithDifferential, slashAt } from "./differentials";
import type { Expression } from "./Expression";
import type { Parser, Stretch } from "./Parser";
import { fractionOf, parseNabla, parsePackagedDerivative } from "./parseDerivative";
import { parseEnvironment } from "./parseEnvironment";
import { parseIndexed } from "./parseIndexed";
import { strangeness } from "./strangeness";
import { positionsIn, takeArgument } from "./stretches";
import type { Token } from "./Token";

/** A number, bracket, fraction, root, sum, environment: whatever is not a name. */
export function parseAtom(parser: Parser): Expression {
  const token = parser.peek();
  if (token === undefined) parser.refuse("missing-argument", "", parser.lastSpan());
  switch (token.kind) {
    case "digits":
      return number(parser);
    case "open":
      return group(parser);
    case "mark":
      return marked(parser, token);
    case "command":
      return command(parser, token);
    case "letter":
    case "text":
    case "close":
    case "sup":
    case "sub":
    case "prime":
    case "align":
    case "row":
      return parser.refuseToken("unexpected", token);
  }
}

function number(parser: Parser): Expression {
  const start = parser.at;
  const { text } = parser.take();
  return { kind: "number", text: text + exponentOf(parser), span: parser.spanFrom(start) };
}

/** The e-5 of 1e-5: digits close by, and no letter after them. */
function exponentOf(parser: Parser): string {
  const [e, second, third] = [parser.peek(), parser.peek(1), parser.peek(2)];
  if (e?.kind !== "letter" || (e.text !== "e" && e.text !== "E") || e.spaced || second === undefined || second.spaced)
    return "";
  const isInteger = (token: Token | undefined): boolean =>
    token?.kind === "digits" && /^[0-9]{1,3}$/u.test(token.text) && !token.spaced;
  if (isInteger(second)) {
    parser.at += 2;
    return `e${second.text}`;
  }
  const follows = parser.peek(3);
  const letterFollows =
    follows !== undefined && !follows.spaced && (follows.kind === "letter" || follows.kind === "sup");
  if (second.kind !== "mark" || !/^[+-]$/u.test(second.text) || !isInteger(third) || letterFollows) return "";
  parser.at += 3;
  return `e${second.text}${third?.text ?? ""}`;
}

/** `{…}`: invisible, but scripts apply to all of it. */
function group(parser: Parser): Expression {
  const start = parser.at;
  const slash = slashAt(parser, start);
  if (slash !== null) return parseSlashDerivative(parser);
  const inside = parser.bracketed();
  const operator = operatorIn(parser, inside);
  if (operator !== null) return fractionOf(parser, operator.numerator, operator.denominator, start);
  if (inside.end > inside.start) {
    const { alphabet } = parser;
    const value = parser.expressionIn(inside, parser.spanFrom(start));
    parser.alphabet = alphabet;
    return value;
  }
  return parser.grammar.factor(parser);
}

/** {d \\over dx}: an operator on what follows the group, as \\frac{d}{dx} is. */
function operatorIn(
  parser: Parser,
  inside: Stretch,
): { readonly numerator: Stretch; readonly denominator: Stretch } | null {
  const [over, second] = parser.hasOver
    ? positionsIn(parser, inside, (token) => token.kind === "command" && token.text === "over")
    : [];
  if (over === undefined || second !== undefined) return null;
  const numerator = { start: inside.start, end: over };
  const isBare = over === inside.start + 1 || (over === inside.start + 3 && parser.tokens[over - 2]?.kind === "sup");
  return isBare && beginsWithDifferential(parser, numerator)
    ? { numerator, denominator: { start: over + 1, end: inside.end } }
    : null;
}

/** ∂a/∂b or dL/dw, set with a slash. */
export function parseSlashDerivative(parser: Parser): Expression {
  const start = parser.at;
  const slash = slashAt(parser, start);
  const token = parser.peek();
  if (slash === null)
    return token === undefined
      ? parser.refuse("empty", "", parser.lastSpan())
      : parser.refuseToken("unsupported", token);
  parser.at = slash.next;
  return fractionOf(parser, slash.numerator, slash.denominator, start);
}

function marked(parser: Parser, token: Token): Expression {
  if (token.text === "(" || token.text === "[") {
    const start = parser.at;
    if (slashAt(parser, start) !== null) return parseSlashDerivative(parser);
    return parser.expressionIn(parser.bracketed(), token.span);
  }
  if (token.text === "|") return absolute(parser, "|");
  return parser.refuseToken("unexpected", token);
}

/** |x| with free bars: the next free bar at this level closes. */
function absolute(parser: Parser, bar: "|" | "norm"): Expression {
  const start = parser.at;
  const open = parser.take();
  parser.bars++;
  const sums = parser.openSums.length;
  const operand = parser.grammar.expression(parser);
  parser.openSums.length = sums;
  parser.bars--;
  const close = parser.peek();
  const closes =
    bar === "|" ? close?.kind === "mark" && close.text === "|" : close?.kind === "command" && close.text === "|";
  if (!closes) parser.refuseToken("unsupported", open);
  parser.at++;
  return bar === "|"
    ? call("abs", operand, parser, start)
    : { kind: "norm", operand, order: 2, span: parser.spanFrom(start) };
}

function call(name: string, operand: Expression, parser: Parser, start: number): Expression {
  return { kind: "call", name, args: [operand], primes: 0, indices: [], span: parser.spanFrom(start) };
}

function command(parser: Parser, token: Token): Expression {
  const start = parser.at;
  switch (token.text) {
    case "frac": {
      parser.at++;
      const numerator = fractionArgument(parser);
      const denominator = fractionArgument(parser);
      return fractionOf(parser, numerator, denominator, start);
    }
    case "sqrt":
      return root(parser);
    case "partial":
      return parseSlashDerivative(parser);
    case "pdv":
    case "dv":
      return parsePackagedDerivative(parser);
    case "nabla":
      return parseNabla(parser);
    case "sum":
      return parseIndexed(parser, "sum", 1);
    case "prod":
      return parseIndexed(parser, "product", 1);
    case "infty":
      parser.at++;
      return { kind: "constant", name: "infinity", span: token.span };
    case "|":
      return absolute(parser, "norm");
    case "left|":
      return call("abs", parser.expressionIn(parser.bracketed(), token.span), parser, start);
    case "left|2":
      return {
        kind: "norm",
        operand: parser.expressionIn(parser.bracketed(), token.span),
        order: 2,
        span: parser.spanFrom(start),
      };
    case "abs":
    case "norm": {
      parser.at++;
      const operand = parser.expressionIn(takeArgument(parser), token.span);
      return token.text === "abs"
        ? call("abs", operand, parser, start)
        : { kind: "norm", operand, order: 2, span: parser.spanFrom(start) };
    }
    case "left.":
      return evaluated(parser);
    case "{":
    case "begin":
    case "cases":
      return parseEnvironment(parser);
    default:
      return transparent(parser, token);
  }
}

/** \frac12 is a half: an unbraced number gives one digit to each side. */
function fractionArgument(parser: Parser): ReturnType<typeof takeArgument> {
  const token = parser.peek();
  if (token === undefined) parser.refuse("missing-argument", "\\frac", parser.lastSpan());
  return takeArgument(parser);
}

function root(parser: Parser): Expression {
  const start = parser.at;
  const token = parser.take();
  const order = parser.sees("mark", "[") ? parser.expressionIn(parser.bracketed(), token.span) : null;
  const radicand = parser.expressionIn(takeArgument(parser), token.span);
  if (order === null || (order.kind === "number" && order.text === "2")) return call("sqrt", radicand, parser, start);
  const one: Expression = { kind: "number", text: "1", span: order.span };
  const exponent: Expression = { kind: "quotient", numerator: one, denominator: order, span: order.span };
  return { kind: "power", base: radicand, exponent, span: parser.spanFrom(start) };
}

/** \left. f \right|_{x=2}: the bar stays, to be read as the factor's script. */
function evaluated(parser: Parser): Expression {
  const open = parser.take();
  const close = parser.partner(parser.at - 1);
  const value = parser.expressionIn({ start: parser.at, end: close }, open.span);
  parser.at = parser.tokens[close]?.text === "right|" ? close : close + 1;
  return value;
}

/** Commands that only change how their argument looks. */
function transparent(parser: Parser, token: Token): Expression {
  switch (token.text) {
    case "boxed":
    case "cancel":
    case "bcancel":
    case "xcancel":
    case "mathrel":
    case "mathbin":
    case "mathord":
    case "mathopen":
    case "mathclose":
    case "mathinner": {
      parser.at++;
      const value = { ...parser.expressionIn(takeArgument(parser), token.span) };
      if (token.text === "boxed") parser.boxed.add(value);
      return value;
    }
    case "underbrace":
    case "overbrace": {
      parser.at++;
      const value = parser.expressionIn(takeArgument(parser), token.span);
      // What is written under the brace is a remark.
      while (parser.sees("sub") || parser.sees("sup")) {
        parser.at++;
        takeArgument(parser);
      }
      return value;
    }
    case "underset":
    case "overset":
    case "stackrel":
      parser.at++;
      takeArgument(parser);
      return parser.expressionIn(takeArgument(parser), token.span);
    default:
      return parser.refuseToken(strangeness(token), token);
  }
}
