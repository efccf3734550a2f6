import type { Parser, Stretch } from "./Parser";
import type { Token } from "./Token";

/** Commands that say how a symbol looks; they take the next atom. */
const accents: ReadonlyMap<string, string> = new Map([
  ["hat", "hat"],
  ["bar", "bar"],
  ["tilde", "tilde"],
  ["vec", "vec"],
  ["dot", "dot"],
  ["ddot", "ddot"],
  ["check", "check"],
  ["breve", "breve"],
  ["acute", "acute"],
  ["grave", "grave"],
  ["underline", "underline"],
  ["mathring", "ring"],
]);

const alphabets: ReadonlyMap<string, string> = new Map([
  ["mathbf", "bold"],
  ["mathcal", "cal"],
  ["mathfrak", "frak"],
  ["mathbb", "bb"],
]);

export const accentOf = (name: string): string | null => accents.get(name) ?? null;
export const alphabetOf = (name: string): string | null => alphabets.get(name) ?? null;

/** Index just past one atom without scripts: a group, an accented letter, a fraction, else one token. */
export function skipAtom(parser: Parser, from: number): number {
  let at = from;
  let wanted = 1;
  while (wanted > 0 && at < parser.end) {
    const token = parser.tokens[at] as Token;
    const partner = parser.partner(at);
    if (partner > at) at = token.text === "begin" && token.kind === "command" ? partner + 2 : partner + 1;
    else {
      if (token.kind === "command") wanted += argumentsOf(token.text);
      at++;
    }
    wanted--;
  }
  return at;
}

function argumentsOf(name: string): number {
  if (name === "frac") return 2;
  return accents.has(name) || alphabets.has(name) || name === "sqrt" || name === "boxed" ? 1 : 0;
}

/** Index just past an atom with its scripts and primes. */
export function skipFactor(parser: Parser, from: number): number {
  let at = skipAtom(parser, from);
  for (let token = parser.tokens[at]; at < parser.end && token !== undefined; token = parser.tokens[at]) {
    if (token.kind === "prime") at++;
    else if (token.kind === "sub" || token.kind === "sup") at = skipAtom(parser, at + 1);
    else break;
  }
  return at;
}

/** Takes a command's argument: the inside of a group, or one atom. */
export function takeArgument(parser: Parser): Stretch {
  const token = parser.peek();
  if (token === undefined) {
    const owner = parser.tokens[parser.at - 1];
    parser.refuse(
      "missing-argument",
      owner?.kind === "command" ? `\\${owner.text}` : (owner?.text ?? ""),
      parser.lastSpan(),
    );
  }
  if (token.kind === "open") return parser.bracketed();
  if (token.kind === "close" || token.kind === "align" || token.kind === "row")
    parser.refuseToken("missing-argument", token);
  const start = parser.at;
  parser.at = skipAtom(parser, start);
  return { start, end: parser.at };
}

/** Positions in a stretch, outside brackets inside it, of tokens that satisfy `wanted`. */
export function positionsIn(parser: Parser, stretch: Stretch, wanted: (token: Token) => boolean): readonly number[] {
  const found: number[] = [];
  for (let at = stretch.start; at < stretch.end; at++) {
    const token = parser.tokens[at] as Token;
    if (wanted(token)) found.push(at);
    const partner = parser.partner(at);
    if (partner > at) at = partner;
  }
  return found;
}

/** The stretch cut at those positions, the tokens there left out. */
export function cutAt(stretch: Stretch, positions: readonly number[]): readonly Stretch[] {
  const starts = [stretch.start, ...positions.map((at) => at + 1)];
  return starts.map((start, i) => ({ start, end: positions[i] ?? stretch.end }));
}
