import type { Token } from "./Token";

/** A primed letter below a symbol or a sum is one index: the k' of \sum_{k'} e^{z_{k'}} is another letter than k. */
export function primedIndices(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  const below: boolean[] = [];
  for (const [at, token] of tokens.entries()) {
    const before = result.at(-1);
    if (token.kind === "open") below.push(before?.kind === "sub");
    if (token.kind === "close") below.pop();
    if (
      token.kind === "prime" &&
      below.at(-1) === true &&
      before?.kind === "letter" &&
      /^[a-dijk-npqrstuv]$/.test(before.text) &&
      tokens[at + 1]?.text !== "("
    ) {
      result[result.length - 1] = {
        ...before,
        text: `${before.text}'`,
        span: { start: before.span.start, end: token.span.end },
      };
    } else result.push(token);
  }
  return result;
}
