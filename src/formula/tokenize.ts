import { assemble } from "./assemble";
import { expand } from "./expand";
import type { FormulaError, Reading } from "./FormulaError";
import { lex } from "./lex";
import { type Macros, noMacros } from "./macros";
import { primedIndices } from "./primedIndices";
import type { Token } from "./Token";

const maxCharacters = 20_000;

/** Deepest nesting that is read: of braces here, of any bracket and of the tree later. */
export const maxDepth = 200;

/**
 * TeX to tokens. What only moves ink is gone (thin spaces, \displaystyle, \limits, \color, \label, comments); of the
 * rest: `\left(` and `\big(` are one mark "("; `\left|` is the command "left|", `\left\|` "left|2", `\left.` "left.",
 * with "right…" to match; `\{` is the command "{"; wide spaces are the command "quad"; `\begin{x}` is the command
 * "begin" and the text "x" (a column specification is dropped), `\tag{2}` the command "tag" and a text. Commands with
 * one meaning have one name (\neq is "ne", \dfrac "frac", \ldots "dots", \boldsymbol "mathbf", \widehat "hat").
 */
export function tokenize(tex: string, macros: Macros = noMacros): Reading<readonly Token[]> {
  const before = remembered.get(macros) ?? new Map<string, Reading<readonly Token[]>>();
  remembered.set(macros, before);
  const known = before.get(tex);
  if (known !== undefined) return known;
  const reading = tokensOf(tex, macros);
  if (before.size >= mostRemembered) before.clear();
  before.set(tex, reading);
  return reading;
}

/** A formula is read several times, first for its names: its tokens are made once. */
const remembered = new WeakMap<Macros, Map<string, Reading<readonly Token[]>>>();
const mostRemembered = 4096;

function tokensOf(tex: string, macros: Macros): Reading<readonly Token[]> {
  if (tex.length > maxCharacters)
    return refuse("too-long", String(tex.length), { start: maxCharacters, end: tex.length });
  const expanded = expand(lex(tex), macros);
  if (!expanded.ok) return expanded;
  const assembled = assemble(expanded.value);
  if (!assembled.ok) return assembled;
  const error = braceError(assembled.value);
  return error === null ? { ok: true, value: primedIndices(assembled.value) } : { ok: false, error };
}

function braceError(tokens: readonly Token[]): FormulaError | null {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === "open") {
      open.push(token);
      if (open.length > maxDepth) return { code: "too-deep", detail: String(maxDepth), span: token.span };
    } else if (token.kind === "close" && open.pop() === undefined)
      return { code: "unopened", detail: "}", span: token.span };
  }
  const unclosed = open.at(-1);
  return unclosed === undefined ? null : { code: "unclosed", detail: "{", span: unclosed.span };
}

function refuse(code: FormulaError["code"], detail: string, span: FormulaError["span"]): Reading<never> {
  return { ok: false, error: { code, detail, span } };
}
