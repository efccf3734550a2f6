import type { Token } from "../formula/Token";

/** For each token: how many groups enclose it, and whether it only lays out rows and is no part of a formula. */
export interface Groups {
  readonly depth: readonly number[];
  readonly layout: readonly boolean[];
  /** For each opening token, the index of the token that closes it; −1 for all others. */
  readonly closing: readonly number[];
}

const rowEnvironments = new Set(
  "align aligned alignat alignedat equation eqnarray gather gathered split multline displaymath math flalign subequations".split(
    " ",
  ),
);

/**
 * Finds which braces, environments and brackets belong together. Those that only lay out rows (align, split, \eqalign,
 * a box around a whole equation) do not count as depth. A bracket without a partner, as in `\Biggl\{`, encloses nothing.
 */
export function groupTokens(tokens: readonly Token[]): Groups {
  const closing = closings(tokens);
  const layout: boolean[] = tokens.map(() => false);
  const begins: number[] = tokens.map(() => 0);
  const ends: number[] = tokens.map(() => 0);
  tokens.forEach((token, index) => {
    const end = closing[index] ?? -1;
    if (end === -1) return;
    const width = token.kind === "command" && token.text === "begin" ? 2 : 1;
    if (isLayout(tokens, index, end, closing, layout)) {
      for (const at of [index, end]) for (let offset = 0; offset < width; offset++) layout[at + offset] = true;
      if (isCommand(tokens[index - 1], "eqalign", "eqalignno", "displaylines", "boxed", "bbox"))
        layout[index - 1] = true;
    } else {
      const last = end + width - 1;
      begins[index] = (begins[index] ?? 0) + 1;
      ends[last] = (ends[last] ?? 0) + 1;
    }
  });
  const depth: number[] = [];
  let current = 0;
  tokens.forEach((_, index) => {
    current -= ends[index] ?? 0;
    depth[index] = current;
    current += begins[index] ?? 0;
  });
  return { depth, layout, closing };
}

interface Opening {
  readonly index: number;
  readonly kind: "brace" | "environment" | "bracket";
}

function closings(tokens: readonly Token[]): readonly number[] {
  const closing = tokens.map(() => -1);
  const open: Opening[] = [];
  const close = (index: number, kind: Opening["kind"]) => {
    for (let opening = open.at(-1); opening !== undefined; opening = open.at(-1)) {
      if (opening.kind !== kind && opening.kind !== "bracket") return;
      // \begin{align} is not closed by \end{aligne}; a formula's reader says so, with the place.
      if (opening.kind === "environment" && nameAfter(tokens, opening.index) !== nameAfter(tokens, index)) return;
      open.pop();
      if (opening.kind !== kind) continue;
      closing[opening.index] = index;
      return;
    }
  };
  tokens.forEach((token, index) => {
    if (token.kind === "open") open.push({ index, kind: "brace" });
    else if (token.kind === "close") close(index, "brace");
    else if (isCommand(token, "begin")) open.push({ index, kind: "environment" });
    else if (isCommand(token, "end")) close(index, "environment");
    else if (opensBracket(token)) open.push({ index, kind: "bracket" });
    else if (closesBracket(token) && open.at(-1)?.kind === "bracket") close(index, "bracket");
    else if (token.kind === "row" && beginsWithRelation(tokens, index + 1)) {
      while (open.at(-1)?.kind === "bracket") open.pop();
    }
  });
  return closing;
}

function nameAfter(tokens: readonly Token[], at: number): string {
  return tokens[at + 1]?.text ?? "";
}

/** A row that begins with "=" starts afresh: a bracket left open above it was forgotten. */
function beginsWithRelation(tokens: readonly Token[], start: number): boolean {
  let at = start;
  while (tokens[at]?.kind === "align" || isCommand(tokens[at], "quad")) at++;
  return isMark(tokens[at], "=");
}

function isLayout(
  tokens: readonly Token[],
  start: number,
  end: number,
  closing: readonly number[],
  layout: readonly boolean[],
): boolean {
  const token = tokens[start];
  if (isCommand(token, "begin")) {
    const name = tokens[start + 1]?.text ?? "";
    return (
      rowEnvironments.has(name) ||
      (/^(?:array|tabular|matrix)$/.test(name) && hasRelationCell(tokens, start + 2, end, closing))
    );
  }
  if (token?.kind !== "open") return false;
  if (end === start + 1) return !isScriptOrCommand(tokens[start - 1]);
  const before = tokens[start - 1];
  if (isCommand(before, "eqalign", "eqalignno", "displaylines")) return true;
  if (isCommand(before, "boxed", "bbox")) return hasRelation(tokens, start + 1, end, closing);
  const first = start === 0 || before?.kind === "row" || before?.kind === "align" || layout[start - 1] === true;
  return first && endsRow(tokens, end + 1) && hasRelation(tokens, start + 1, end, closing);
}

function endsRow(tokens: readonly Token[], start: number): boolean {
  let at = start;
  while (isMark(tokens[at], ".", ",") || isCommand(tokens[at], "quad")) at++;
  const next = tokens[at];
  return next === undefined || next.kind === "row" || next.kind === "close" || isCommand(next, "end", "tag");
}

/** Whether a cell of an array is, or begins with, a relation, so that the array lines up equations. */
function hasRelationCell(tokens: readonly Token[], start: number, end: number, closing: readonly number[]): boolean {
  for (let at = start; at < end; at++) {
    if (tokens[at]?.kind === "align" && isMark(tokens[at + 1], "=")) return true;
    const close = closing[at] ?? -1;
    if (close > at) at = close;
  }
  return false;
}

function hasRelation(tokens: readonly Token[], start: number, end: number, closing: readonly number[]): boolean {
  for (let at = start; at < end; at++) {
    if (isMark(tokens[at], "=", ":=") || isCommand(tokens[at], "approx", "equiv")) return true;
    const close = closing[at] ?? -1;
    if (close > at && !isCommand(tokens[at], "begin")) at = close;
  }
  return false;
}

function isScriptOrCommand(token: Token | undefined): boolean {
  return token?.kind === "sup" || token?.kind === "sub" || token?.kind === "command";
}

function opensBracket(token: Token): boolean {
  return isMark(token, "(", "[") || isCommand(token, "{", "left.", "left|", "left|2", "langle", "lfloor", "lceil");
}

function closesBracket(token: Token): boolean {
  return isMark(token, ")", "]") || isCommand(token, "}", "right.", "right|", "right|2", "rangle", "rfloor", "rceil");
}

export function isCommand(token: Token | undefined, ...names: readonly string[]): boolean {
  return token?.kind === "command" && names.includes(token.text);
}

export function isMark(token: Token | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === "mark" && texts.includes(token.text);
}
