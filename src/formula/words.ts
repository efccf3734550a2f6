import type { Token } from "./Token";

/** Letters that stand together from a token on, and what follows them: more is said by "letters" or another token. */
export interface LetterRun {
  readonly letters: string;
  readonly end: "letters" | "other";
}

/** The run of letters without white space that starts at a token; null where fewer than two do. */
export function letterRun(tokens: readonly Token[], from: number): LetterRun | null {
  let letters = "";
  let at = from;
  for (let token = tokens[at]; token?.kind === "letter" && (at === from || !token.spaced); token = tokens[++at])
    letters += token.text;
  if (letters.length < 2) return null;
  const next = tokens[at];
  const ends =
    next === undefined || next.kind === "sub" || next.kind === "sup" || next.kind === "close" || next.text === "(";
  return { letters, end: ends ? "other" : "letters" };
}

/** Whether letters typed side by side where one name is expected are that name: RSS, Loss, dz, sum; not wx. */
export function isWordRun(letters: string): boolean {
  return /^[A-Z]{2,}$/u.test(letters) || /^d[A-Za-z]/u.test(letters) || letters.length >= 3;
}
