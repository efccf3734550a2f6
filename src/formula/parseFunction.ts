import { startsDerivative } from "./differentials";
import type { Expression } from "./Expression";
import { bareWordFunction, type NamedFunction } from "./functionAt";
import { isUnsupportedWord } from "./letters";
import type { Parser } from "./Parser";
import { takeArgumentList } from "./parseArguments";
import { parseIndexed } from "./parseIndexed";
import { parseSubscript } from "./parseIndices";
import { exponentIn, takeScripts } from "./parseScripts";
import { startsSymbol } from "./parseSymbol";
import type { Span } from "./Span";
import { skipFactor } from "./stretches";
import type { Token } from "./Token";

/** sech is 1/cosh: no operation of its own. */
const reciprocals: ReadonlyMap<string, string> = new Map([
  ["sec", "cos"],
  ["csc", "sin"],
  ["cot", "tan"],
  ["sech", "cosh"],
  ["csch", "sinh"],
  ["coth", "tanh"],
]);

/** Functions of vectors: what is written below is which component. */
const componentFunctions: ReadonlySet<string> = new Set(["softmax", "sigmoid", "softplus", "relu"]);

/** Reads a named function with its base, power, primes and arguments. */
export function parseFunction(parser: Parser, { name, length }: NamedFunction): Expression {
  const start = parser.at;
  const head = parser.peek();
  if (head !== undefined && isUnsupportedWord(head.text)) parser.refuseToken("unsupported", head);
  if ((name === "max" || name === "min") && parser.tokens[start + length]?.kind === "sub")
    return parseIndexed(parser, name, length);
  parser.at += length;
  const scripts = takeScripts(parser);
  const headSpan = parser.spanFrom(start);
  if (name === "exp" && scripts.sup !== null && scripts.sub === null && scripts.primes === 0) {
    // \exp^{x} is typed for e^{x}.
    const base: Expression = { kind: "constant", name: "e", span: headSpan };
    return { kind: "power", base, exponent: exponentIn(parser, scripts.sup), span: headSpan };
  }
  const power = scripts.sup === null ? null : exponentIn(parser, scripts.sup);
  if (power !== null && (power.kind !== "number" || power.text.includes(".")))
    parser.refuse("ambiguous", `\\${name}^{…}`, headSpan);
  const component = scripts.sub !== null && componentFunctions.has(name) ? parseSubscript(parser, scripts.sub) : null;
  const base = scripts.sub === null || component !== null ? null : parser.expressionIn(scripts.sub, headSpan);
  const args = argumentsOf(parser, name, headSpan);
  const span = parser.spanFrom(start);
  const indices = component?.indices ?? [];
  const call = (fn: string): Expression => ({ kind: "call", name: fn, args, primes: scripts.primes, indices, span });
  const under = reciprocals.get(name);
  if (under !== undefined && base === null && scripts.primes === 0) {
    const one: Expression = { kind: "number", text: "1", span: headSpan };
    const inverse: Expression = { kind: "quotient", numerator: one, denominator: call(under), span };
    return power === null ? inverse : { kind: "power", base: inverse, exponent: power, span };
  }
  const value =
    base === null ? call(name) : name === "log" ? logarithm(call, base, span) : refuseBase(parser, name, headSpan);
  return power === null ? value : { kind: "power", base: value, exponent: power, span };
}

function logarithm(call: (name: string) => Expression, base: Expression, span: Span): Expression {
  if (base.kind === "number" && base.text === "2") return call("log2");
  if (base.kind === "number" && base.text === "10") return call("log10");
  if (base.kind === "constant" && base.name === "e") return call("log");
  const denominator: Expression = { kind: "call", name: "log", args: [base], primes: 0, indices: [], span: base.span };
  return { kind: "quotient", numerator: call("log"), denominator, span };
}

function refuseBase(parser: Parser, name: string, span: Span): never {
  parser.refuse("unsupported", `\\${name}_`, span);
}

function argumentsOf(parser: Parser, name: string, head: Span): readonly Expression[] {
  const listed = takeArgumentList(parser, name, ["(", "[", "{"]);
  if (listed !== null) return listed;
  const token = parser.peek();
  if (token === undefined) parser.refuse("missing-argument", `\\${name}`, head);
  if (token.kind === "open") return [parser.grammar.factor(parser)];
  return [juxtaposed(parser, name, token, head)];
}

/**
 * The argument of a function without brackets: the factors that follow side by side (\log xy, \sin 2x, \log 2\pi).
 * It ends at +, −, an operator, a bracket, a fraction or another function: \log p_i (1-y), \log y \log p.
 */
function juxtaposed(parser: Parser, name: string, first: Token, head: Span): Expression {
  if (!startsFactor(parser, first)) parser.refuse("missing-argument", `\\${name}`, head);
  const start = parser.at;
  const factors = [parser.grammar.factor(parser)];
  const simple = first.kind === "digits" || (startsSymbol(first) && bareWord(parser, start) === null);
  for (let token = parser.peek(); token !== undefined; token = parser.peek()) {
    if (!simple || !startsSymbol(token) || bareWordFunction(parser) !== null || startsDerivative(parser)) break;
    if (token.kind === "text") break;
    if (token.kind === "letter" && token.text === "e" && parser.peek(1)?.kind === "sup" && name !== "log")
      parser.refuse("ambiguous", `\\${name}`, head);
    factors.push(parser.grammar.factor(parser));
  }
  const next = parser.peek();
  // \log a/b, and \log q(x) with an unknown q: where does the argument end?
  const isArgument = next?.text === "(" && !next.spaced && skipFactor(parser, parser.at + 1) === parser.partner();
  if (next?.kind === "mark" && (next.text === "/" || isArgument)) parser.refuse("ambiguous", `\\${name}`, head);
  const [only] = factors;
  if (factors.length === 1 && only !== undefined) return only;
  return { kind: "product", factors, style: "ordinary", span: parser.spanFrom(start) };
}

function bareWord(parser: Parser, at: number): NamedFunction | null {
  const now = parser.at;
  parser.at = at;
  const found = bareWordFunction(parser);
  parser.at = now;
  return found;
}

function startsFactor(parser: Parser, token: Token): boolean {
  if (token.kind === "letter" || token.kind === "digits" || token.kind === "text" || token.kind === "open") return true;
  if (token.kind === "mark")
    return (token.text === "|" && parser.bars === 0) || token.text === "(" || token.text === "[";
  return token.kind === "command" && !["cdot", "times", "quad", "dots", "odot", "circ"].includes(token.text);
}
