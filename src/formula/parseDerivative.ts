import { afterSign, beginsWithDifferential, differentialsIn, isPartial } from "./differentials";
import type { Derivative, Expression } from "./Expression";
import { bareWordFunction } from "./functionAt";
import type { Parser, Stretch } from "./Parser";
import { takeArgumentList } from "./parseArguments";
import { parseProduct } from "./parseProduct";
import { takeScripts } from "./parseScripts";
import type { Span } from "./Span";
import { sameTree } from "./sameTree";
import { cutAt, positionsIn, takeArgument } from "./stretches";
import type { Token } from "./Token";

/** A fraction of two stretches: a derivative where d or ∂ says so, else a quotient. */
export function fractionOf(parser: Parser, numerator: Stretch, denominator: Stretch, start: number): Expression {
  return (
    derivativeOf(parser, numerator, denominator, start) ?? {
      kind: "quotient",
      numerator: parser.expressionIn(numerator, parser.spanFrom(start)),
      denominator: parser.expressionIn(denominator, parser.spanFrom(start)),
      span: parser.spanFrom(start),
    }
  );
}

function derivativeOf(parser: Parser, numerator: Stretch, denominator: Stretch, start: number): Expression | null {
  const above = beginsWithDifferential(parser, numerator);
  const below = differentialsIn(parser, denominator);
  const partial = (at: number): boolean => isPartial(parser.tokens[at]);
  const isOperator = above && (below.length > 0 || partial(afterSign(parser, numerator)));
  // \frac{L}{\partial w}: the ∂ above was forgotten. A forgotten d is not repaired: d w may be a product.
  if (!isOperator && !below.some(partial)) return null;
  const span = parser.spanFrom(start);
  const [firstBelow] = below;
  if (firstBelow !== undefined && firstBelow !== denominator.start)
    parser.refuse("ambiguous", "\\partial", parser.spanOf(denominator));

  const head = above ? headOf(parser, numerator) : { order: 1, rest: numerator, negative: false };
  const by = variablesOf(parser, denominator, below, head.order, span);
  const [first] = by;
  if (first === undefined) parser.refuse("missing-argument", "\\partial", span);
  const isTotal = [afterSign(parser, numerator), ...below].every((at) => parser.tokens[at]?.kind !== "command");
  const style = isTotal || !above ? (below.some(partial) ? "partial" : "total") : "partial";
  const of = operandOf(parser, head.rest, first, span);
  const derivative: Derivative = { kind: "derivative", of, by, style, span: parser.spanFrom(start) };
  return head.negative ? { kind: "negative", operand: derivative, span: derivative.span } : derivative;
}

/** What stands above: \partial^2 L has order 2 and the rest L. */
function headOf(
  parser: Parser,
  numerator: Stretch,
): { readonly order: number; readonly rest: Stretch; readonly negative: boolean } {
  const mark = afterSign(parser, numerator);
  const negative = mark > numerator.start && parser.tokens[numerator.start]?.text === "-";
  let next = mark + 1;
  let order = 1;
  if (next < numerator.end && parser.tokens[next]?.kind === "sup") {
    const { at, end } = parser;
    parser.at = next;
    parser.end = numerator.end;
    const { sup } = takeScripts(parser);
    next = parser.at;
    parser.at = at;
    parser.end = end;
    const text =
      sup === null
        ? ""
        : parser.tokens
            .slice(sup.start, sup.end)
            .map((token) => token.text)
            .join("");
    if (!/^[1-9]$/u.test(text)) parser.refuse("unsupported", `\\partial^{${text}}`, parser.spanOf(numerator));
    order = Number(text);
  }
  return { order, rest: { start: next, end: numerator.end }, negative };
}

/** ∂x ∂y, ∂x^2, ∂(wx+b): one entry per order. */
function variablesOf(
  parser: Parser,
  denominator: Stretch,
  marks: readonly number[],
  order: number,
  span: Span,
): readonly Expression[] {
  const pieces = marks.length === 0 ? [denominator] : cutAt(denominator, marks).slice(1);
  const read = pieces.map((piece) => parser.expressionIn(piece, span));
  // \partial a^L: nobody differentiates by a power of a symbol; the superscript is an index that is not known as one.
  const power = read.find(
    (by) => by.kind === "power" && by.exponent.kind === "variable" && by.base.kind === "variable",
  );
  if (power !== undefined) parser.refuse("ambiguous", "\\partial", power.span);
  if (order === read.length) return read;
  const repeated = read.flatMap((by) =>
    by.kind === "power" && by.exponent.kind === "number" ? repeat(by.base, by.exponent.text) : [by],
  );
  if (repeated.length !== order) parser.refuse("unexpected", `\\partial^{${order}}`, span);
  return repeated;
}

function repeat(by: Expression, times: string): readonly Expression[] {
  return /^[1-9]$/u.test(times) ? Array.from({ length: Number(times) }, () => by) : [by];
}

/** What is differentiated: the rest of the numerator, or for \frac{d}{dx} what follows the fraction. */
function operandOf(parser: Parser, rest: Stretch, by: Expression, span: Span): Expression {
  if (rest.end <= rest.start) return operandAfter(parser, span);
  const fn = functionIn(parser, rest);
  if (fn !== null) return { kind: "call", name: fn, args: [by], primes: 0, indices: [], span: parser.spanOf(rest) };
  return parser.expressionIn(rest, span);
}

/** \frac{d\tanh}{dZ}: a function's name alone stands for its value at the variable. */
function functionIn(parser: Parser, rest: Stretch): string | null {
  const { at, end } = parser;
  parser.at = rest.start;
  parser.end = rest.end;
  const fn = bareWordFunction(parser);
  parser.at = at;
  parser.end = end;
  return fn !== null && fn.length === rest.end - rest.start ? fn.name : null;
}

/**
 * \frac{d}{dx} acts on the product that follows, up to + or −, or to the next derivative: x ∂σ ∂(βx) is a product of
 * two. A bracket right after it is all of its operand where an explicit sign of multiplication follows.
 */
function operandAfter(parser: Parser, span: Span): Expression {
  const token = parser.peek();
  if (token === undefined) parser.refuse("missing-argument", "\\frac{d}{dx}", span);
  const bracketed = token.kind === "mark" && (token.text === "(" || token.text === "[");
  if (token.kind === "mark" && !bracketed && token.text !== "|")
    parser.refuse("missing-argument", "\\frac{d}{dx}", span);
  return parseProduct(parser, bracketed ? "bracketed operand" : "operand");
}

/** \pdv{f}{x}, \pdv{x}, \pdv[2]{f}{x}, \dv{f}{x} of the physics package. */
export function parsePackagedDerivative(parser: Parser): Expression {
  const start = parser.at;
  const style = parser.take().text === "pdv" ? "partial" : "total";
  let order = 1;
  if (parser.sees("mark", "[")) {
    const inside = parser.bracketed();
    const digit = parser.tokens[inside.start];
    if (digit?.kind !== "digits" || !/^[1-9]$/u.test(digit.text))
      parser.refuse("unsupported", "\\pdv[…]", parser.spanFrom(start));
    order = Number(digit.text);
  }
  const stretches = [takeArgument(parser)];
  while (parser.sees("open") && stretches.length < 4) stretches.push(takeArgument(parser));
  const span = parser.spanFrom(start);
  const variables = (stretches.length === 1 ? stretches : stretches.slice(1)).map((stretch) =>
    parser.expressionIn(stretch, span),
  );
  const [only] = variables;
  const by =
    order > 1 && variables.length === 1 && only !== undefined ? Array.from({ length: order }, () => only) : variables;
  const [of] = stretches;
  const operand =
    stretches.length === 1 || of === undefined ? operandAfter(parser, span) : parser.expressionIn(of, span);
  return { kind: "derivative", of: operand, by, style, span: parser.spanFrom(start) };
}

function isNumeric(factor: Expression): boolean {
  if (factor.kind === "quotient") return isNumeric(factor.numerator) && isNumeric(factor.denominator);
  return factor.kind === "number";
}

/**
 * J(θ) right after ∇_θ: the letter below the ∇ between the parentheses is an argument, whatever J is; and after a bare ∇
 * symbols are.
 */
function argued(parser: Parser, of: Expression, by: readonly Expression[], start: number): Expression | null {
  if (of.kind !== "variable" || !parser.sees("mark", "(") || parser.peek()?.spaced === true) return null;
  const { at } = parser;
  const args = takeArgumentList(parser, of.name) ?? [];
  const isArgument =
    args.every(({ kind }) => kind === "variable") &&
    (by.length === 0 || args.some((arg) => by.some((one) => sameTree(arg, one))));
  if (isArgument)
    return { kind: "call", name: of.name, args, primes: 0, indices: of.indices, span: parser.spanFrom(start) };
  parser.at = at;
  return null;
}

/** ∇_x f: the gradient by what is written below, or by all of f's parameters; its operand is the next factor, a number before it included. */
export function parseNabla(parser: Parser): Expression {
  const start = parser.at;
  const nabla = parser.take();
  const { sub, sup, primes } = takeScripts(parser);
  if (sup !== null || primes > 0) parser.refuseToken("unsupported", nabla);
  const isSeparator = (token: Token) => token.kind === "mark" && token.text === ",";
  const variables =
    sub === null
      ? []
      : cutAt(sub, positionsIn(parser, sub, isSeparator)).map((stretch) => parser.expressionIn(stretch, nabla.span));
  if (variables.length > 1 || parser.peek() === undefined) parser.refuseToken("unsupported", nabla);
  const at = parser.at;
  const factor = parser.grammar.factor(parser);
  // ∇_x x^T A x: a row has no gradient of its own, the number that begins with it has.
  const isBegun = isNumeric(factor) || (factor.kind === "transpose" && variables.length > 0);
  if (isBegun) parser.at = at;
  const of = isBegun ? operandAfter(parser, parser.spanFrom(start)) : (argued(parser, factor, variables, at) ?? factor);
  // ∇_θ J(θ) where J is not known as a function: an argument, or a factor behind the gradient?
  if (of.kind === "variable" && parser.sees("mark", "(")) parser.refuseToken("ambiguous", nabla);
  // ∇f is by the parameters of f: of nothing but a function's name or value can it be said.
  if (variables.length === 0 && of.kind !== "variable" && of.kind !== "call") parser.refuseToken("unsupported", nabla);
  return { kind: "derivative", of, by: variables, style: "gradient", span: parser.spanFrom(start) };
}
