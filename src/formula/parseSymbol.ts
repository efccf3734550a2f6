import type { Expression, Variable } from "./Expression";
import { bareFunctionAt, isLetterCommand, isNameText, isSpelledName } from "./letters";
import type { Parser, Stretch } from "./Parser";
import { accentOf, alphabetOf, takeArgument } from "./stretches";
import type { Token } from "./Token";

/** A symbol's canonical name as its accents, alphabet and letter make it, with indices that stood under an accent. */
export interface Stem {
  readonly name: string;
  readonly indices: readonly Expression[];
}

/** Joins letters to the longest name of the vocabulary, or to a function's, that starts here. */
export function wordAt(
  parser: Parser,
): { readonly word: string; readonly length: number; readonly isFunction: boolean } | null {
  const letters = lettersAt(parser, parser.at);
  if (letters.joined.length < 2) return null;
  let best = "";
  for (const word of parser.vocabulary.words) {
    const text = word.length >= 3 && /^[A-Z]+$/u.test(word) ? letters.all : letters.joined;
    if (word.length > 1 && word.length > best.length && text.startsWith(word)) best = word;
  }
  const bare = bareFunctionAt(letters.joined);
  if (best === "" && parser.alphabet === null && isRunStart(parser)) {
    // Loss, out: nobody multiplies four variables so. Lower-case letters might be, or not.
    if (isSpelledName(letters.joined) || isDifferentiatedWord(parser, letters.joined))
      return { word: letters.joined, length: letters.joined.length, isFunction: false };
    if (/^[a-z]{5,}$/u.test(letters.joined) && !hasFunction(letters.joined))
      parser.refuse(
        "ambiguous",
        letters.joined,
        parser.spanOf({ start: parser.at, end: parser.at + letters.joined.length }),
      );
  }
  if (best !== "" && best.length >= (bare ?? "").length) return { word: best, length: best.length, isFunction: false };
  if (bare === null || parser.alphabet !== null) return null;
  return { word: bare, length: bare.length, isFunction: true };
}

/** \partial RSS, {\rm d} Net: what is differentiated is one thing. */
function isDifferentiatedWord(parser: Parser, letters: string): boolean {
  const before = parser.tokens[parser.at - 1];
  const mark = before?.kind === "open" ? parser.tokens[parser.at - 2] : before;
  const isMark = (mark?.kind === "command" && mark.text === "partial") || (mark?.kind === "text" && mark.text === "d");
  return isMark && /^(?:[A-Z]{3,}|[A-Z][a-z]{2,})$/u.test(letters);
}

function isRunStart(parser: Parser): boolean {
  const before = parser.tokens[parser.at - 1];
  return parser.at === 0 || before?.kind !== "letter" || parser.peek()?.spaced === true;
}

function hasFunction(letters: string): boolean {
  for (let at = 0; at < letters.length; at++) if (bareFunctionAt(letters.slice(at)) !== null) return true;
  return false;
}

/** The letters from here on: `joined` up to the first white space, `all` regardless of it (R S S). */
function lettersAt(parser: Parser, from: number): { readonly joined: string; readonly all: string } {
  let joined = "";
  let all = "";
  const limit = Math.min(parser.end, from + 24);
  for (let at = from; at < limit; at++) {
    const token = parser.tokens[at] as Token;
    if (token.kind !== "letter") break;
    if (all === joined && (at === from || !token.spaced)) joined += token.text;
    all += token.text;
  }
  return { joined, all };
}

/** True where an atom that is a symbol's name starts. */
export function startsSymbol(token: Token): boolean {
  if (token.kind === "letter" || token.kind === "text") return true;
  if (token.kind !== "command") return false;
  const { text } = token;
  return isLetterCommand(text) || accentOf(text) !== null || alphabetOf(text) !== null;
}

/** Reads a letter, a word, or an accent or alphabet with what it stands on. */
export function takeStem(parser: Parser): Stem {
  const token = parser.take();
  if (token.kind === "letter") {
    parser.at--;
    const word = wordAt(parser);
    parser.at += word !== null && !word.isFunction ? word.length : 1;
    return { name: styled(parser, word !== null && !word.isFunction ? word.word : token.text), indices: [] };
  }
  if (token.kind === "text") {
    if (!isNameText(token.text) && !parser.vocabulary.words.has(token.text)) parser.refuseToken("unexpected", token);
    return { name: styled(parser, token.text), indices: [] };
  }
  const accent = accentOf(token.text);
  if (accent !== null) return accented(parser, accent, token);
  const alphabet = alphabetOf(token.text);
  if (alphabet === null) return { name: styled(parser, token.text), indices: [] };
  const outer = parser.alphabet;
  parser.alphabet = alphabet;
  const stem = stemIn(parser, takeArgument(parser), token);
  parser.alphabet = outer;
  return stem;
}

function styled(parser: Parser, name: string): string {
  return parser.alphabet === null ? name : `${parser.alphabet} ${name}`;
}

function accented(parser: Parser, accent: string, token: Token): Stem {
  const inner = stemIn(parser, takeArgument(parser), token);
  return { name: `${accent} ${inner.name}`, indices: inner.indices };
}

/** The one symbol inside an accent's or alphabet's argument: y, y_i, \mathbf y. Anything more is refused. */
function stemIn(parser: Parser, stretch: Stretch, owner: Token): Stem {
  const only = parser.tokens[stretch.start];
  if (stretch.end === stretch.start + 1 && only?.kind === "digits" && only.text.length === 1)
    return { name: styled(parser, only.text), indices: [] };
  const letters = parser.tokens.slice(stretch.start, stretch.end);
  if (
    letters.length > 1 &&
    letters.every((part) => part.kind === "letter" && !part.spaced) &&
    !parser.vocabulary.words.has(letters.map((part) => part.text).join("")) &&
    accentOf(owner.text) !== null
  ) {
    const word = letters.map((part) => part.text).join("");
    if (/^[A-Z]{2,}$/u.test(word)) return { name: styled(parser, word), indices: [] };
    parser.refuse("unsupported", `\\${owner.text}`, owner.span);
  }
  const inner = parser.expressionIn(stretch, owner.span);
  if (inner.kind === "variable") return { name: inner.name, indices: inner.indices };
  if (inner.kind === "constant") return { name: styled(parser, inner.name), indices: [] };
  parser.refuse("unsupported", `\\${owner.text}`, owner.span);
}

/**
 * A name with its word subscripts and marks: "o_max", "hat y_pred", "y^*". A mark that was there already (x^()) stays
 * behind the words.
 */
export function nameWith(stem: string, words: readonly string[], mark: string): string {
  const caret = stem.lastIndexOf("^");
  const [root, old] = caret > 0 ? [stem.slice(0, caret), stem.slice(caret)] : [stem, ""];
  return root + words.map((word) => `_${word}`).join("") + old + mark;
}

export function variable(name: string, indices: readonly Expression[], span: Variable["span"]): Variable {
  return { kind: "variable", name, indices, span };
}
