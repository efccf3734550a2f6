import { cleanTex } from "./cleanTex";
import type { Formula } from "./Derivation";
import type { Found, Mathematics } from "./Mathematics";
import type { Problem } from "./Problem";
import type { SourceText } from "./SourceText";

/** What a scan has found so far. Every method answers where the scan goes on. */
export class Finds {
  readonly found: Found[] = [];
  readonly problems: Problem[] = [];
  /** Whether the current line stands in a block quote. */
  quoted = false;

  constructor(private readonly source: SourceText) {}

  /** Mathematics from `start` to `end`, its TeX from `contentStart` to `contentEnd`. */
  add(kind: Mathematics["kind"], start: number, contentStart: number, contentEnd: number, end: number): number {
    return this.addFormula(kind, this.clean(contentStart, contentEnd), start, end);
  }

  addFormula(kind: Mathematics["kind"], formula: Formula, start: number, end: number): number {
    this.found.push({ kind, formula, span: { start, end } });
    return end;
  }

  where(start: number, contentStart: number, contentEnd: number, end: number): number {
    this.found.push({ kind: "where", formula: this.clean(contentStart, contentEnd), span: { start, end } });
    return end;
  }

  replace(start: number, end: number, text: string): number {
    this.found.push({ kind: "replacement", text, span: { start, end } });
    return end;
  }

  /** A display without an end: its paragraph stays text, and the rest of the page goes on. */
  unclosed(start: number, length: number, expected: string): number {
    const span = { start, end: start + length };
    this.problems.push({ code: "unclosed-display", severity: "error", detail: expected, span });
    return Math.max(start + length, this.source.paragraphEnd(start));
  }

  /** A display that ends, but is longer than any that is read: it stays text. */
  tooLong(start: number, length: number, end: number): number {
    this.problems.push({ code: "too-long", severity: "error", detail: "", span: { start, end: start + length } });
    return end;
  }

  private clean(start: number, end: number): Formula {
    return cleanTex(this.source.text, start, end, this.quoted);
  }
}
