import type { Span } from "./Span";

/** A character or control sequence as TeX's eyes see it, before macros are expanded. */
export interface RawToken {
  /** "control" has its name without backslash; "char" one code point. */
  readonly kind: "char" | "control";
  readonly text: string;
  readonly span: Span;
  /** True where white space (or a comment) stood before it. */
  readonly spaced: boolean;
}

/** Entities that survive when a formula is cut from HTML-escaped Markdown. */
const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&nbsp;": " ",
  "&#39;": "'",
  "&quot;": '"',
};

const blank = /\s|[\u00a0\u00ad\u200b-\u200d\u2060\ufeff]/u;

/** Cuts TeX into characters and control sequences; comments and white space only leave their mark on the next token. */
export function lex(tex: string): readonly RawToken[] {
  const tokens: RawToken[] = [];
  let at = 0;
  let spaced = false;
  const add = (kind: RawToken["kind"], text: string, end: number): void => {
    tokens.push({ kind, text, span: { start: at, end }, spaced });
    at = end;
    spaced = false;
  };
  while (at < tex.length) {
    const character = String.fromCodePoint(tex.codePointAt(at) ?? 0);
    if (blank.test(character)) {
      at += character.length;
      spaced = true;
    } else if (character === "%") {
      const newline = tex.indexOf("\n", at);
      at = newline < 0 ? tex.length : newline + 1;
      spaced = true;
    } else if (character === "\\") {
      const name = controlName(tex, at + 1);
      add("control", name, at + 1 + name.length);
    } else if (character === "&") {
      const entity = /^&(?:lt|gt|amp|nbsp|quot|#39);/u.exec(tex.slice(at, at + 6))?.[0];
      if (entity === "&nbsp;") {
        at += entity.length;
        spaced = true;
      } else add("char", entity === undefined ? "&" : (entities[entity] ?? "&"), at + (entity ?? "&").length);
    } else add("char", character, at + character.length);
  }
  return tokens;
}

function controlName(tex: string, start: number): string {
  let end = start;
  while (end < tex.length && /[A-Za-z]/u.test(tex.charAt(end))) end++;
  if (end > start) return tex.slice(start, end);
  return start < tex.length ? String.fromCodePoint(tex.codePointAt(start) ?? 0) : "";
}
