import type { Expression } from "./Expression";
import type { Parser, Stretch } from "./Parser";
import { takeArgument } from "./stretches";
import type { Token } from "./Token";

/** Sub- and superscript of a factor, in any order, with its primes. */
export interface Scripts {
  readonly sub: Stretch | null;
  readonly sup: Stretch | null;
  readonly primes: number;
  /** The superscript was braced: x^{-} against x^-1. */
  readonly braced: boolean;
}

const maxPrimes = 9;

/** Takes all scripts that stand next. Two subscripts or two superscripts are refused, as TeX does. */
export function takeScripts(parser: Parser): Scripts {
  let sub: Stretch | null = null;
  let sup: Stretch | null = null;
  let primes = 0;
  let braced = false;
  for (let token = parser.peek(); token !== undefined; token = parser.peek()) {
    if (token.kind === "prime") {
      // (…)^{-1}' is the derivative of the power.
      if (sup !== null) break;
      parser.at++;
      primes++;
    } else if (token.kind === "sub") {
      if (sub !== null) parser.refuseToken("unexpected", token);
      parser.at++;
      const argument = takeArgument(parser);
      // An empty subscript, as in x_{}^2, says nothing.
      if (argument.end > argument.start) sub = argument;
    } else if (token.kind === "sup") {
      parser.at++;
      const isGroup = parser.sees("open");
      const argument = takeSuperscript(parser);
      const marks = primesIn(parser, argument);
      if (marks > 0) primes += marks;
      else if (argument.end > argument.start) {
        if (sup !== null) parser.refuseToken("unexpected", token);
        sup = argument;
        braced = isGroup;
      }
    } else break;
    if (primes > maxPrimes) parser.refuseToken("unsupported", token);
  }
  return { sub, sup, primes, braced };
}

/** `e^-x` is typed for e^{-x}: a bare sign takes the atom after it along, if one stands close. */
function takeSuperscript(parser: Parser): Stretch {
  const start = parser.at;
  const sign = parser.peek();
  const next = parser.peek(1);
  const operand =
    next?.kind === "letter" || next?.kind === "digits" || next?.kind === "open" || next?.kind === "command";
  if (sign?.kind === "mark" && sign.text === "-" && operand && !next.spaced && !isOperator(next)) {
    parser.at++;
    takeArgument(parser);
    return { start, end: parser.at };
  }
  return takeArgument(parser);
}

function isOperator(token: Token): boolean {
  return (
    token.kind === "command" &&
    ["cdot", "times", "odot", "quad", "right.", "right|", "}", "rangle"].includes(token.text)
  );
}

function primesIn(parser: Parser, { start, end }: Stretch): number {
  const tokens = parser.tokens.slice(start, end);
  return tokens.every((token) => token.kind === "prime") ? tokens.length : 0;
}

/** What a superscript means to the symbol it stands on. */
export type Superscript =
  | { readonly kind: "none" }
  | { readonly kind: "power"; readonly exponent: Expression }
  | { readonly kind: "transpose" }
  /** y^*, \eta^-: part of the name. */
  | { readonly kind: "mark"; readonly text: string }
  /** x^{(i)}, a^{[1]}, or x^k where superscripts of x are indices. */
  | {
      readonly kind: "index";
      readonly brackets: "()" | "[]" | "";
      readonly index: Expression;
      readonly isTransposed: boolean;
    };

export function isTranspose(parser: Parser, { start, end }: Stretch): boolean {
  const token = parser.tokens[start];
  if (end !== start + 1 || token === undefined) return false;
  if (token.kind === "command") return token.text === "top";
  return (
    (token.kind === "text" || token.kind === "letter") && token.text === "T" && !parser.vocabulary.ordinary.has("T")
  );
}

export function exponentIn(parser: Parser, stretch: Stretch): Expression {
  const alphabet = parser.alphabet;
  parser.alphabet = null;
  const exponent = parser.expressionIn(stretch, parser.spanOf(stretch));
  parser.alphabet = alphabet;
  return exponent;
}

/** Reads a superscript on the symbol `name`. */
export function readSuperscript(parser: Parser, name: string, stretch: Stretch | null): Superscript {
  if (stretch === null) return { kind: "none" };
  if (isTranspose(parser, stretch)) return { kind: "transpose" };
  const [first, second] = parser.tokens.slice(stretch.start, stretch.end);
  const mark = first === undefined || second !== undefined ? null : namingMark(first);
  if (mark !== null) return { kind: "mark", text: mark };
  const brackets = first?.text === "[" ? "[]" : "()";
  const end = first?.kind === "mark" ? parser.partner(stretch.start) + 1 : 0;
  const inside = end > stretch.start ? bracketedIndex(parser, { start: stretch.start, end }) : null;
  if (inside !== null) {
    const rest = { start: end, end: stretch.end };
    const isTransposed = isTranspose(parser, rest);
    if (end < stretch.end && !isTransposed) parser.refuse("ambiguous", "^(…)…", parser.spanOf(stretch));
    return { kind: "index", brackets, index: exponentIn(parser, inside), isTransposed };
  }
  if (parser.vocabulary.superscripts.has(name) && first?.kind !== "digits")
    return { kind: "index", brackets: "", index: exponentIn(parser, stretch), isTransposed: false };
  return { kind: "power", exponent: exponentIn(parser, stretch) };
}

function namingMark(token: Token): string | null {
  if (token.kind === "mark" && (token.text === "*" || token.text === "+" || token.text === "-")) return token.text;
  return token.kind === "command" && (token.text === "dagger" || token.text === "circ") ? token.text : null;
}

/**
 * `(i)`, `(l-1)`, `[1]` and nothing else: an index. `(1-y)` and `(a+b)` are exponents: an index starts with its
 * letter, and only a number is added to it.
 */
function bracketedIndex(parser: Parser, { start, end }: Stretch): Stretch | null {
  const open = parser.tokens[start];
  if (open?.kind !== "mark" || (open.text !== "(" && open.text !== "[") || parser.partner(start) !== end - 1)
    return null;
  const inside = { start: start + 1, end: end - 1 };
  const tokens = parser.tokens.slice(inside.start, inside.end);
  if (open.text === "[") return inside;
  const [letter, sign, number] = tokens;
  const isLetter =
    letter?.kind === "letter" || (letter?.kind === "command" && letter.text === "ell") || letter?.kind === "text";
  if (tokens.length === 1) return isLetter || letter?.kind === "digits" ? inside : null;
  const shifted =
    isLetter && sign?.kind === "mark" && (sign.text === "+" || sign.text === "-") && number?.kind === "digits";
  return tokens.length === 3 && shifted ? inside : null;
}
