import type { Parser, Stretch } from "./Parser";
import { startsSymbol } from "./parseSymbol";
import { positionsIn, skipAtom, skipFactor } from "./stretches";
import type { Token } from "./Token";

/** Two stretches of a fraction, and the index after it. */
export interface Slash {
  readonly numerator: Stretch;
  readonly denominator: Stretch;
  readonly next: number;
}

/** ∂, or a d or δ that the document does not use as a number. */
export function isDifferential(parser: Parser, token: Token | undefined): boolean {
  if (token?.kind === "command")
    return (
      token.text === "partial" ||
      token.text === "dd" ||
      (token.text === "delta" && !parser.vocabulary.ordinary.has("delta"))
    );
  const isD = token?.text === "d" && (token.kind === "letter" || token.kind === "text");
  return isD && (token.kind === "text" || !parser.vocabulary.ordinary.has("d"));
}

export function isPartial(token: Token | undefined): boolean {
  return token?.kind === "command" && token.text === "partial";
}

/** Positions of the differentials of a denominator, \partial x \partial y; a d counts where something follows it. */
export function differentialsIn(parser: Parser, stretch: Stretch): readonly number[] {
  const found = positionsIn(parser, stretch, (token) => isDifferential(parser, token));
  return found.filter((at) => isPartial(parser.tokens[at]) || isFollowedByOperand(parser, at, stretch.end));
}

function isFollowedByOperand(parser: Parser, at: number, end: number): boolean {
  const next = parser.tokens[at + 1];
  if (next === undefined || at + 1 >= end) return false;
  if (next.kind === "open" || next.kind === "digits") return true;
  return startsSymbol(next) || (next.kind === "mark" && (next.text === "(" || next.text === "["));
}

/** True where d or ∂ begins the stretch as a differential, after a sign at most: dL, \partial^2 L, d alone. */
export function beginsWithDifferential(parser: Parser, stretch: Stretch): boolean {
  const start = afterSign(parser, stretch);
  if (start >= stretch.end || !isDifferential(parser, parser.tokens[start])) return false;
  return parser.tokens[start + 1]?.kind !== "sub" || start + 1 >= stretch.end;
}

export function afterSign(parser: Parser, { start, end }: Stretch): number {
  const sign = parser.tokens[start];
  return start < end && sign?.kind === "mark" && (sign.text === "-" || sign.text === "+") ? start + 1 : start;
}

/** True where a fraction with d or ∂ above starts here, or ∂a/∂b: a product under an operator ends before it. */
export function startsDerivative(parser: Parser, ahead = 0): boolean {
  const at = parser.at + ahead;
  const token = at < parser.end ? parser.tokens[at] : undefined;
  if (token === undefined) return false;
  if (
    isPartial(token) ||
    (token.kind === "command" && (token.text === "pdv" || token.text === "dv" || token.text === "nabla"))
  )
    return true;
  if (token.kind === "command" && token.text === "frac") {
    const second = skipAtom(parser, at + 1);
    return (
      beginsWithDifferential(parser, argumentAt(parser, at + 1)) &&
      holdsDifferential(parser, argumentAt(parser, second))
    );
  }
  return slashAt(parser, at) !== null;
}

function argumentAt(parser: Parser, at: number): Stretch {
  return parser.tokens[at]?.kind === "open" ? { start: at + 1, end: parser.partner(at) } : { start: at, end: at + 1 };
}

function holdsDifferential(parser: Parser, stretch: Stretch): boolean {
  return isPartial(parser.tokens[afterSign(parser, stretch)]) || differentialsIn(parser, stretch).length > 0;
}

/** \partial a/\partial b, dL/dw, d/dx, {\partial a}/{\partial b}, starting at a token; null where none does. */
export function slashAt(parser: Parser, at: number): Slash | null {
  const numerator = differentialFactor(parser, at, true);
  if (numerator === null) return null;
  const slash = parser.tokens[numerator.next];
  if (numerator.next >= parser.end || slash?.kind !== "mark" || slash.text !== "/") return null;
  const denominator = differentialFactor(parser, numerator.next + 1, false);
  if (denominator === null) return null;
  return { numerator: numerator.stretch, denominator: denominator.stretch, next: denominator.next };
}

/** `\partial^2 x`, `{\partial x}` or, below the slash, `\partial x \partial y`. */
function differentialFactor(
  parser: Parser,
  from: number,
  above: boolean,
): { readonly stretch: Stretch; readonly next: number } | null {
  const first = from < parser.end ? parser.tokens[from] : undefined;
  if (first?.kind === "open" || (first?.kind === "mark" && first.text === "(")) {
    const stretch = { start: from + 1, end: parser.partner(from) };
    const begins = stretch.end > stretch.start && isDifferential(parser, parser.tokens[stretch.start]);
    return begins ? { stretch, next: stretch.end + 1 } : null;
  }
  if (!isDifferential(parser, first)) return null;
  let at = from + 1;
  if (above && parser.tokens[at]?.kind === "sup") at = skipAtom(parser, at + 1);
  const isEmpty = above && parser.tokens[at]?.text === "/" && parser.tokens[at]?.kind === "mark";
  if (!isEmpty) {
    if (!isFollowedByOperand(parser, at - 1, parser.end) && !isPartial(first)) return null;
    at = skipFactor(parser, at);
    const more = parser.tokens[at];
    if (above && more?.kind === "mark" && more.text === "(" && at < parser.end) at = parser.partner(at) + 1;
  }
  if (!above && isPartial(first))
    while (at < parser.end && isPartial(parser.tokens[at]) && slashAt(parser, at) === null)
      at = skipFactor(parser, at + 1);
  return { stretch: { start: from, end: Math.min(at, parser.end) }, next: at };
}
