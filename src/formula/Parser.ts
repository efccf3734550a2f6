import type { Condition, Expression, IndexedSum } from "./Expression";
import type { FormulaError, FormulaErrorCode } from "./FormulaError";
import { cover, type Span } from "./Span";
import { strangeness } from "./strangeness";
import type { Token } from "./Token";
import { maxDepth } from "./tokenize";
import type { Vocabulary } from "./Vocabulary";

/** Tokens from `start` up to `end`, by index. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The levels of the grammar that lower files call back into; `parse` supplies them, so that files form no circle. */
export interface Grammar {
  /** Terms joined by + and −. */
  readonly expression: (parser: Parser) => Expression;
  /** Factors, joined or side by side. */
  readonly product: (parser: Parser) => Expression;
  /** One factor with its scripts and arguments. */
  readonly factor: (parser: Parser) => Expression;
  readonly condition: (parser: Parser) => Condition;
}

/** Thrown where reading stops; caught at the entry, where it becomes data. */
export class Refusal extends Error {
  constructor(readonly error: FormulaError) {
    super(error.code);
  }
}

/** An expression, its product, a factor and a name in it nest in every bracket. */
const levelsPerBracket = 4;

/** What is being read, how far, and what is known. */
export class Parser {
  at = 0;
  end: number;
  /** Number of open |…|: inside them a bar closes. */
  bars = 0;
  /** "bold" and the like while inside \mathbf{…}. */
  alphabet: string | null = null;
  /** Sums whose body may still take in terms to the right: not closed by a bracket. */
  readonly openSums: IndexedSum[] = [];
  /** What \boxed stood around, to refuse \boxed{2}\boxed{3}, which people write for vectors. */
  readonly boxed = new Set<Expression>();
  /** Spares formulas without \over the search for it. */
  readonly hasOver: boolean;
  private depth = 0;

  constructor(
    readonly tokens: readonly Token[],
    readonly partners: readonly number[],
    readonly vocabulary: Vocabulary,
    readonly grammar: Grammar,
    /** Index letters that are known to be free. */
    readonly outside: ReadonlySet<string>,
  ) {
    this.end = tokens.length;
    this.hasOver = tokens.some((token) => token.kind === "command" && token.text === "over");
  }

  peek(ahead = 0): Token | undefined {
    const at = this.at + ahead;
    return at < this.end ? this.tokens[at] : undefined;
  }

  /** True where the next token is this one. */
  sees(kind: Token["kind"], ...texts: readonly string[]): boolean {
    const token = this.peek();
    return token?.kind === kind && (texts.length === 0 || texts.includes(token.text));
  }

  take(): Token {
    const token = this.peek();
    if (token === undefined) this.refuse("missing-argument", "", this.lastSpan());
    this.at++;
    return token;
  }

  partner(at = this.at): number {
    return this.partners[at] ?? -1;
  }

  /** From token `start` up to what was read last. */
  spanFrom(start: number): Span {
    const first = this.tokens[start]?.span ?? { start: 0, end: 0 };
    const last = this.tokens[Math.max(start, this.at - 1)]?.span ?? first;
    return cover(first, last);
  }

  spanOf({ start, end }: Stretch): Span {
    const first = this.tokens[start]?.span ?? this.lastSpan();
    return end > start ? cover(first, this.tokens[end - 1]?.span ?? first) : { start: first.start, end: first.start };
  }

  lastSpan(): Span {
    const token = this.tokens[Math.min(this.at, this.end) - 1] ?? this.tokens[this.at];
    return token === undefined ? { start: 0, end: 0 } : { start: token.span.end, end: token.span.end };
  }

  refuse(code: FormulaErrorCode, detail: string, span: Span): never {
    throw new Refusal({ code, detail, span });
  }

  refuseToken(code: FormulaErrorCode, token: Token): never {
    const detail = token.kind === "command" && /^[A-Za-z]+$/u.test(token.text) ? `\\${token.text}` : token.text;
    this.refuse(code, detail, token.span);
  }

  /** Runs a level of the grammar one level deeper; nesting beyond the limit is refused before the stack is. */
  nested<T>(read: () => T): T {
    if (++this.depth > levelsPerBracket * maxDepth)
      this.refuse("too-deep", String(maxDepth), this.peek()?.span ?? this.lastSpan());
    try {
      return read();
    } finally {
      this.depth--;
    }
  }

  /** Reads all of a stretch with `read`; what is left over in it is refused. Reading goes on after it. */
  within<T>(stretch: Stretch, read: (parser: Parser) => T): T {
    const { at, end, bars } = this;
    this.at = stretch.start;
    this.end = stretch.end;
    this.bars = 0;
    const sums = this.openSums.length;
    const value = read(this);
    this.openSums.length = sums;
    const left = this.peek();
    if (left !== undefined) this.refuseToken(strangeness(left), left);
    this.at = at;
    this.end = end;
    this.bars = bars;
    return value;
  }

  expressionIn(stretch: Stretch, owner: Span): Expression {
    if (stretch.end <= stretch.start) this.refuse("missing-argument", "", owner);
    return this.within(stretch, this.grammar.expression);
  }

  /** Steps over a bracket pair and gives its inside. */
  bracketed(): Stretch {
    const stretch = { start: this.at + 1, end: this.partner() };
    this.at = stretch.end + 1;
    return stretch;
  }
}
