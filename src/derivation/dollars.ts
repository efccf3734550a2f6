import type { SourceText } from "./SourceText";

/** Where an inline formula's content ends, and what comes after its closing delimiter. */
export interface Closing {
  readonly end: number;
  readonly after: number;
}

/**
 * Finds the end of `$…$`. A dollar sign opens a formula by the usual rules: no white space inside its delimiters,
 * unless on both sides and around something that is clearly TeX; no digit after the closing one; no blank line within.
 * So prices stay prices.
 */
export class DollarRules {
  private failedTight = -1;
  private failedLoose = -1;

  constructor(private readonly source: SourceText) {}

  closing(opening: number): Closing | null {
    const { text } = this.source;
    const start = opening + 1;
    const limit = this.source.paragraphEnd(opening);
    const loose = /\s/.test(text.charAt(start));
    if (start >= limit || start <= (loose ? this.failedLoose : this.failedTight)) return null;
    if (/[\p{L}\d]/u.test(text.charAt(opening - 1)) && /\d/.test(text.charAt(start))) return null;
    const end = this.closingDollar(start, limit, loose);
    if (end === null) return null;
    return readsAsTex(text.slice(start, end), loose) ? { end, after: end + 1 } : null;
  }

  private closingDollar(start: number, limit: number, loose: boolean): number | null {
    const { text } = this.source;
    let at = start;
    for (; at < limit; at++) {
      const character = text.charAt(at);
      if (character === "\\") at++;
      else if (character === "$") {
        if (text.charAt(at + 1) === "$") break;
        const spaced = /\s/.test(text.charAt(at - 1));
        if (at > start && !/\d/.test(text.charAt(at + 1)) && (loose || !spaced)) return at;
        if (loose) break;
      }
    }
    if (loose) this.failedLoose = at;
    else this.failedTight = at;
    return null;
  }
}

function readsAsTex(content: string, loose: boolean): boolean {
  const marked = /[\\^_=+<>{}]/.test(content);
  if (loose) return marked || /^\s*[\w']{1,2}\s*$/.test(content);
  if (/^\d[\d.,]*\p{L}*\s+\p{L}{2,}/u.test(content)) return false;
  return marked || !/\p{L}{3,}\s+\p{L}{2,}/u.test(content);
}
