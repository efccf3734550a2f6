import type { RawToken } from "./lex";
import { cover, type Span } from "./Span";

/** Raw tokens in order, with the few shapes of argument that are looked for among them. */
export class Supply {
  position = 0;

  constructor(private readonly tokens: readonly RawToken[]) {}

  next(): RawToken | undefined {
    const token = this.tokens[this.position];
    if (token !== undefined) this.position++;
    return token;
  }

  peek(ahead = 0): RawToken | undefined {
    return this.tokens[this.position + ahead];
  }

  /** True where the next characters, without white space between them, are `text`. */
  startsWith(text: string): boolean {
    return text.split("").every((part, i) => {
      const token = this.peek(i);
      return token?.kind === "char" && token.text === part && !token.spaced;
    });
  }

  /** Passes `count` tokens and gives the last one's span. */
  skip(count: number): Span {
    this.position = Math.min(this.position + count, this.tokens.length);
    return this.tokens[this.position - 1]?.span ?? { start: 0, end: 0 };
  }

  skipStar(): void {
    const next = this.peek();
    if (next?.kind === "char" && next.text === "*" && !next.spaced) this.position++;
  }

  /** The inside of `{…}`, or one token; null where there is none or it is not closed. */
  argument(): { readonly tokens: readonly RawToken[]; readonly span: Span } | null {
    const first = this.next();
    if (first === undefined) return null;
    if (first.kind === "control" || first.text !== "{") return { tokens: [first], span: first.span };
    const begin = this.position;
    let depth = 1;
    for (let token = this.next(); token !== undefined; token = this.next()) {
      if (token.kind === "control") continue;
      if (token.text === "{") depth++;
      else if (token.text === "}" && --depth === 0)
        return { tokens: this.tokens.slice(begin, this.position - 1), span: cover(first.span, token.span) };
    }
    return null;
  }

  /** `[…]`, passed over. */
  skipOptional(): Span | null {
    const first = this.peek();
    if (first?.kind !== "char" || first.text !== "[") return null;
    for (let ahead = 1; ahead < 64; ahead++) {
      const token = this.peek(ahead);
      if (token === undefined) return null;
      if (token.kind === "char" && token.text === "]") return this.skip(ahead + 1);
    }
    return null;
  }

  /** The [1.6em] after a row's end; `[x]` that opens the next row is left alone. */
  skipBracketedLength(): Span | null {
    const text = this.ahead(16);
    const match = /^\[[-+]?[0-9.]+(?:em|ex|pt|px|cm|mm|in|mu|pc)\]/u.exec(text);
    return match === null ? null : this.skip(match[0].length);
  }

  skipLength(): Span | null {
    const match = /^[-+]?[0-9.]+(?:em|ex|pt|px|cm|mm|in|mu|pc)/u.exec(this.ahead(16));
    return match === null ? null : this.skip(match[0].length);
  }

  private ahead(count: number): string {
    let text = "";
    for (let i = 0; i < count; i++) {
      const token = this.peek(i);
      if (token?.kind !== "char") break;
      text += token.text.length === 1 ? token.text : "?";
    }
    return text;
  }
}
