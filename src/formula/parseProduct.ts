import { startsDerivative } from "./differentials";
import type { Expression } from "./Expression";
import type { Parser } from "./Parser";
import { startsSymbol } from "./parseSymbol";
import type { Token } from "./Token";

/**
 * Where a product ends. An "operand" of \frac{d}{dx} ends before the next derivative; a "bracketed operand" also at an
 * explicit sign of multiplication.
 */
export type ProductMode = "plain" | "operand" | "bracketed operand";

/** Factors joined by ·, ×, *, ., / or nothing; ⊙ binds weaker than all of these. */
export function parseProduct(parser: Parser, mode: ProductMode = "plain"): Expression {
  return parser.nested(() => {
    const start = parser.at;
    const operands = [parseOrdinary(parser, mode)];
    while (isHadamard(parser.peek())) {
      if (mode !== "plain" && startsDerivative(parser, 1)) break;
      parser.at++;
      operands.push(parseOrdinary(parser, mode));
    }
    return joined(operands, "hadamard", parser, start);
  });
}

function parseOrdinary(parser: Parser, mode: ProductMode): Expression {
  const start = parser.at;
  const factors = [signedFactor(parser)];
  for (let token = parser.peek(); token !== undefined; token = parser.peek()) {
    if (isTimes(token)) {
      if (mode === "bracketed operand" || (mode === "operand" && startsDerivative(parser, 1))) break;
      parser.at++;
      if (parser.peek() === undefined) parser.refuseToken("missing-argument", token);
      factors.push(signedFactor(parser));
    } else if (token.kind === "mark" && token.text === "/") {
      parser.at++;
      const numerator = factors.pop();
      const denominator = signedFactor(parser);
      refuseUnclearSlash(parser, token);
      if (numerator !== undefined)
        factors.push({ kind: "quotient", numerator, denominator, span: parser.spanFrom(start) });
    } else if (startsFactor(parser, token)) {
      if (mode !== "plain" && startsDerivative(parser)) break;
      const factor = parser.grammar.factor(parser);
      if (parser.boxed.has(factor) && parser.boxed.has(factors.at(-1) ?? factor) && factors.at(-1) !== factor)
        parser.refuseToken("unsupported", token);
      factors.push(factor);
    } else break;
  }
  return joined(factors, "ordinary", parser, start);
}

function joined(
  factors: readonly Expression[],
  style: "ordinary" | "hadamard",
  parser: Parser,
  start: number,
): Expression {
  const [only] = factors;
  return factors.length === 1 && only !== undefined
    ? only
    : { kind: "product", factors, style, span: parser.spanFrom(start) };
}

/** A factor that may carry a sign: \cdot -1, * -e^{-x}. */
function signedFactor(parser: Parser): Expression {
  const start = parser.at;
  let negative = false;
  while (parser.sees("mark", "-", "+")) if (parser.take().text === "-") negative = !negative;
  const factor = parser.grammar.factor(parser);
  return negative ? { kind: "negative", operand: factor, span: parser.spanFrom(start) } : factor;
}

/** a/bc and 1/2\sigma: nobody can tell whether the last letter stands below. With white space, a/b c, it does not. */
function refuseUnclearSlash(parser: Parser, slash: Token): void {
  const next = parser.peek();
  if (next === undefined || next.spaced || !startsSymbol(next)) return;
  const last = parser.tokens[parser.at - 1];
  if (last?.kind === "letter" || last?.kind === "digits" || last?.kind === "command")
    parser.refuseToken("ambiguous", slash);
}

/** A full stop between factors multiplies; one at the end of a formula was taken off before. */
function isTimes(token: Token): boolean {
  if (token.kind === "command") return token.text === "cdot" || token.text === "times";
  return token.kind === "mark" && (token.text === "*" || token.text === ".");
}

function isHadamard(token: Token | undefined): boolean {
  return token?.kind === "command" && (token.text === "odot" || token.text === "circ");
}

const factorCommands: ReadonlySet<string> = new Set(
  [
    "frac sqrt sum prod partial nabla pdv dv infty boxed cancel bcancel xcancel underbrace overbrace",
    "underset overset stackrel begin left. left| left|2 abs norm cases mathrel mathbin mathord mathopen",
    "mathclose mathinner coprod Sigma bigodot log ln lg exp sin cos tan sinh cosh tanh sec csc cot sech csch coth max min tr Tr erf",
  ]
    .join(" ")
    .split(" "),
);

/** Commands that can't be read wherever they stand; a factor's reader says so by name. */
const unreadable: ReadonlySet<string> = new Set(
  [
    "int iint oint lim limsup liminf arg argmax argmin det dots binom langle lfloor lceil arctan arcsin",
    "arccos inf sup Pr forall exists dd",
  ]
    .join(" ")
    .split(" "),
);

export function startsFactor(parser: Parser, token: Token): boolean {
  switch (token.kind) {
    case "letter":
    case "digits":
    case "open":
    case "text":
      return true;
    case "mark":
      return (
        token.text === "(" ||
        token.text === "[" ||
        (token.text === "|" && parser.bars === 0 && parser.peek(1)?.kind !== "sub")
      );
    case "command":
      if (token.text === "|") return parser.bars === 0;
      if (token.text === "{") return parser.partner() >= 0 || parser.peek(1)?.text === "begin";
      return factorCommands.has(token.text) || unreadable.has(token.text) || startsSymbol(token);
    case "close":
    case "sup":
    case "sub":
    case "prime":
    case "align":
    case "row":
      return false;
  }
}
