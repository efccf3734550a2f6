import type { RawToken } from "./lex";
import type { Span } from "./Span";
import { cover } from "./Span";
import type { Supply } from "./Supply";
import type { Token } from "./Token";
import type { TokenSink } from "./TokenSink";
import { accentOfCombining, unicodeMeaning } from "./unicodeSymbols";

/** Two characters typed for one sign. */
const pairs: ReadonlyMap<string, readonly [Token["kind"], string]> = new Map([
  [":=", ["mark", ":="]],
  ["!=", ["command", "ne"]],
  ["<=", ["command", "le"]],
  [">=", ["command", "ge"]],
  ["=>", ["command", "Rightarrow"]],
  ["->", ["command", "to"]],
  ["==", ["mark", "="]],
  ["||", ["command", "|"]],
]);

const kinds: ReadonlyMap<string, Token["kind"]> = new Map([
  ["^", "sup"],
  ["_", "sub"],
  ["'", "prime"],
  ["&", "align"],
]);

/** One character and those that join it. */
export function assembleCharacter(token: RawToken, supply: Supply, sink: TokenSink): void {
  const { text, span } = token;
  const next = supply.peek();
  const joined = next?.kind === "char" && !next.spaced ? text + next.text : "";
  const pair = pairs.get(joined);
  if (/^[A-Za-z]$/u.test(text)) letter(token, supply, sink);
  else if (/^[0-9]$/u.test(text) || (/^\.[0-9]$/u.test(joined) && !endsOperand(sink.output.at(-1), sink.spaced)))
    number(token, supply, sink);
  else if (text === "." && supply.startsWith("..")) sink.emit("command", "dots", cover(span, supply.skip(2)));
  else if (pair !== undefined) sink.emit(...pair, cover(span, supply.skip(1)));
  else single(text, span, supply, sink);
}

function single(text: string, span: Span, supply: Supply, sink: TokenSink): void {
  const kind = kinds.get(text);
  if (text === "{") sink.open(span);
  else if (text === "}") sink.close(span);
  else if (text === "~") sink.spaced = true;
  else if (kind !== undefined) sink.emit(kind, text, span);
  else if (text.length === 1 && text < "\u007f") sink.emit("mark", text, span);
  else unicode(text, span, supply, sink);
}

function letter(token: RawToken, supply: Supply, sink: TokenSink): void {
  const next = supply.peek();
  const accent = next?.kind === "char" ? accentOfCombining(next.text) : null;
  if (accent !== null) {
    supply.skip(1);
    sink.emit("command", accent, token.span);
  }
  if (sink.style() === "roman") romanRun(token, supply, sink);
  else sink.letter(token.text, token.span);
}

function romanRun(token: RawToken, supply: Supply, sink: TokenSink): void {
  let { text, span } = token;
  const continues = (next: RawToken | undefined): next is RawToken =>
    next?.kind === "char" && /^[A-Za-z]$/u.test(next.text) && !next.spaced;
  for (let next = supply.peek(); continues(next); next = supply.peek()) {
    text += next.text;
    span = cover(span, supply.skip(1));
  }
  sink.emit("text", text, span);
}

/** Digits, with a decimal point inside them and `{,}` between thousands. */
function number(token: RawToken, supply: Supply, sink: TokenSink): void {
  let text = token.text === "." ? "0." : token.text;
  let { span } = token;
  const isDigit = (ahead: number): boolean => {
    const next = supply.peek(ahead);
    return next?.kind === "char" && !next.spaced && /^[0-9]$/u.test(next.text);
  };
  for (;;) {
    if (isDigit(0)) {
      text += supply.peek()?.text ?? "";
      span = cover(span, supply.skip(1));
    } else if (!text.includes(".") && supply.startsWith(".") && isDigit(1)) {
      text += ".";
      supply.skip(1);
    } else if (supply.startsWith("{,}") && isDigit(3)) supply.skip(3);
    else break;
  }
  sink.emit("digits", text, span);
}

function unicode(text: string, span: Span, supply: Supply, sink: TokenSink): void {
  const meaning = unicodeMeaning(text);
  switch (meaning?.kind) {
    case undefined:
      sink.emit("mark", text, span);
      break;
    case "command":
      sink.command(meaning.name, span);
      break;
    case "plain":
      for (const part of meaning.text) {
        if (/[A-Za-z]/u.test(part)) sink.letter(part, span);
        else if (/[0-9]/u.test(part)) sink.emit("digits", part, span);
        else single(part, span, supply, sink);
      }
      break;
    case "accented":
      sink.emit("command", meaning.accent, span);
      sink.letter(meaning.letter, span);
      break;
    case "alphabet":
      sink.emit("command", meaning.alphabet, span);
      sink.emit("letter", meaning.letter, span);
      break;
    case "script":
      script(meaning.script, meaning.text, span, supply, sink);
      break;
  }
}

/** x₁₂ is x_{12}: a run of small characters is one script. */
function script(kind: "sup" | "sub", first: string, span: Span, supply: Supply, sink: TokenSink): void {
  let text = first;
  let whole = span;
  for (let next = supply.peek(); next !== undefined; next = supply.peek()) {
    const meaning = next.kind === "char" && !next.spaced ? unicodeMeaning(next.text) : null;
    if (meaning?.kind !== "script" || meaning.script !== kind) break;
    text += meaning.text;
    whole = cover(whole, supply.skip(1));
  }
  sink.emit(kind, kind === "sup" ? "^" : "_", whole);
  sink.open(whole);
  for (const part of text.match(/[0-9]+|./gu) ?? [])
    sink.emit(/[0-9]/u.test(part) ? "digits" : /[A-Za-z]/u.test(part) ? "letter" : "mark", part, whole);
  sink.close(whole);
}

/** "p_j.5" is a product, "+ .5" a decimal. */
function endsOperand(token: Token | undefined, spaced: boolean): boolean {
  if (token === undefined || spaced) return false;
  if (token.kind === "mark") return token.text === ")" || token.text === "]" || token.text === "|";
  return token.kind === "letter" || token.kind === "digits" || token.kind === "close";
}
