import type { Token } from "./Token";

/**
 * Takes off a side what is no part of it: alignment and empty rows at its ends, a label (\tag{2}, or \quad (2) at the
 * end), the full stop of the sentence. Words in \text that hold a relation come apart (\text{j=k}), and the digits of
 * \frac12 do.
 */
export function prepare(tokens: readonly Token[]): readonly Token[] {
  const plain = withoutTags(tokens);
  const [start, end] = trim(plain);
  const kept: Token[] = [];
  let depth = 0;
  for (let at = start; at < end; at++) {
    const token = plain[at] as Token;
    if (token.kind === "open" || (token.kind === "command" && token.text === "begin")) depth++;
    if (token.kind === "close" || (token.kind === "command" && token.text === "end")) depth--;
    if (depth === 0 && (token.kind === "align" || (token.kind === "command" && token.text === "quad"))) continue;
    // \cases of plain TeX sets its conditions as text, with the mathematics between dollars.
    if (token.kind === "mark" && token.text === "$") continue;
    if (token.kind === "text" && !isEnvironmentName(plain[at - 1])) kept.push(...opened(token));
    else kept.push(token);
  }
  return splitFractionDigits(kept);
}

function isEnvironmentName(before: Token | undefined): boolean {
  return before?.kind === "command" && (before.text === "begin" || before.text === "end");
}

function withoutTags(tokens: readonly Token[]): readonly Token[] {
  const isTag = (token: Token | undefined): boolean => token?.kind === "command" && token.text === "tag";
  if (!tokens.some(isTag)) return tokens;
  return tokens.filter((token, at) => !isTag(token) && !isTag(tokens[at - 1]));
}

function trim(tokens: readonly Token[]): readonly [number, number] {
  let start = 0;
  let end = tokens.length;
  const isFiller = (token: Token | undefined): boolean =>
    token?.kind === "align" || token?.kind === "row" || (token?.kind === "command" && token.text === "quad");
  const isStop = (token: Token | undefined): boolean => token?.kind === "mark" && /^[.,;:]$/u.test(token.text);
  while (start < end && isFiller(tokens[start])) start++;
  for (let before = -1; before !== end; ) {
    before = end;
    while (end > start && (isFiller(tokens[end - 1]) || isStop(tokens[end - 1]))) end--;
    const [space, open, label, close] = tokens.slice(Math.max(start, end - 4), end);
    const isLabel =
      space?.kind === "command" &&
      space.text === "quad" &&
      open?.text === "(" &&
      label?.kind === "digits" &&
      close?.text === ")";
    if (isLabel) end -= 4;
  }
  return [start, end];
}

/** \text{j=k} is j = k; the parts keep the span of the whole text. */
function opened(token: Token): readonly Token[] {
  if (!/[=≠<>≤≥]/u.test(token.text) || !/^[\w\s=≠<>≤≥!.,+-]*$/u.test(token.text)) return [token];
  const parts: Token[] = [];
  const pieces = token.text.match(/[A-Za-z]{2,}|[A-Za-z]|\d+(?:\.\d+)?|!=|<=|>=|\S/gu) ?? [];
  for (const piece of pieces) {
    const relation = new Map([
      ["!=", "ne"],
      ["≠", "ne"],
      ["<=", "le"],
      ["≤", "le"],
      [">=", "ge"],
      ["≥", "ge"],
    ]).get(piece);
    const kind =
      relation !== undefined
        ? "command"
        : piece === "_"
          ? "sub"
          : /^\d/u.test(piece)
            ? "digits"
            : /^[A-Za-z]$/u.test(piece)
              ? "letter"
              : /^[A-Za-z]/u.test(piece)
                ? "text"
                : "mark";
    parts.push({ kind, text: relation ?? piece, span: token.span, spaced: true });
  }
  return parts;
}

/** TeX gives \frac12 one digit above and one below. */
function splitFractionDigits(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    const isFirst =
      before?.kind === "command" && before.text === "frac" && token.kind === "digits" && /^\d{2,}$/u.test(token.text);
    if (!isFirst) result.push(token);
    else
      for (const [i, digit] of token.text.split("").entries())
        result.push({
          ...token,
          text: digit,
          span: { start: token.span.start + i, end: token.span.start + i + 1 },
          spaced: i > 0 ? false : token.spaced,
        });
  }
  return result;
}
