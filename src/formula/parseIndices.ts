import type { Expression } from "./Expression";
import { areIndices, isGreek, isLetterCommand } from "./letters";
import type { Parser, Stretch } from "./Parser";
import { cutAt, positionsIn } from "./stretches";
import type { Token } from "./Token";

/** What a subscript says: words that belong to the name, and indices. */
export interface Subscript {
  readonly words: readonly string[];
  readonly indices: readonly Expression[];
}

/**
 * Reads a subscript: `{i,j}`, `{ij}`, `1j`, `max`, `o1`, `\text{pred}`, `y_i`, `i+1`. A list without operators is split
 * in its letters and numbers; anything else is one expression between commas. `base` is the name that it stands below.
 */
export function parseSubscript(parser: Parser, stretch: Stretch, base = ""): Subscript {
  const words: string[] = [];
  const indices: Expression[] = [];
  const commas = positionsIn(
    parser,
    stretch,
    (token) => token.kind === "mark" && (token.text === "," || token.text === ";"),
  );
  const alphabet = parser.alphabet;
  parser.alphabet = null;
  for (const part of cutAt(stretch, commas)) {
    if (part.end <= part.start) continue;
    const tokens = parser.tokens.slice(part.start, part.end);
    const letters = tokens.map((token) => token.text).join("");
    if (tokens.every((token) => token.kind === "text")) words.push(tokens.map((token) => token.text).join(" "));
    else if (tokens.every((token) => token.kind === "letter") && !areIndicesOf(base, letters.replaceAll("'", "")))
      words.push(letters);
    else if (tokens.length === 1 && tokens[0]?.kind === "command" && isGreek(tokens[0].text))
      words.push(tokens[0].text);
    else if (tokens.length === 1 && isNamingMark(tokens[0])) words.push(tokens[0]?.text ?? "");
    else if (/^[efghowxyz][0-9]+$/u.test(letters)) words.push(letters);
    else if (tokens.every(isPlainIndex)) indices.push(...tokens.map(plainIndex));
    else indices.push(parser.within(part, parser.grammar.expression));
  }
  parser.alphabet = alphabet;
  return { words, indices };
}

/** δ_{wv} is Kronecker's, whatever its letters are, and A_{kl} an entry, where D_{kl} is a divergence. */
function areIndicesOf(base: string, letters: string): boolean {
  if (base === "delta" && letters.length === 2) return true;
  if (letters === "kl" && base !== "" && !/^(?:(?:cal|bb) )?[DLJER]$/u.test(base)) return true;
  return areIndices(letters);
}

/** x_+ and x_* name another x. */
function isNamingMark(token: Token | undefined): boolean {
  return token?.kind === "mark" && (token.text === "+" || token.text === "-" || token.text === "*");
}

function isPlainIndex(token: Token): boolean {
  return (
    token.kind === "letter" || token.kind === "digits" || (token.kind === "command" && isLetterCommand(token.text))
  );
}

function plainIndex({ kind, text, span }: Token): Expression {
  return kind === "digits" ? { kind: "number", text, span } : { kind: "variable", name: text, indices: [], span };
}
