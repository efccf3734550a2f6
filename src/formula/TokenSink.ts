import { canonicalCommand, characterOf } from "./commands";
import type { FormulaError } from "./FormulaError";
import { isGreek } from "./letters";
import type { RawToken } from "./lex";
import { cover, type Span } from "./Span";
import type { Token } from "./Token";

/** Which \left, \right or size stood before a delimiter. */
export type Side = "left" | "right" | "none";

/** Collects finished tokens; knows what white space, sizes and \bf before them have said. */
export class TokenSink {
  readonly output: Token[] = [];
  spaced = false;
  /** Where the next token's span begins, if a size before it belongs to it. */
  start: number | null = null;
  failure: FormulaError | null = null;
  /** What \bf, \rm, \cal … do to letters, by group. */
  private readonly styles: (string | null)[] = [null];
  /** Length of the output right after each open brace. */
  private readonly groups: number[] = [];

  emit(kind: Token["kind"], text: string, span: Span): void {
    const whole = this.start === null ? span : cover({ start: this.start, end: this.start }, span);
    this.output.push({ kind, text, span: whole, spaced: this.spaced });
    this.spaced = false;
    this.start = null;
  }

  style(): string | null {
    return this.styles.at(-1) ?? null;
  }

  setStyle(style: string): void {
    this.styles[this.styles.length - 1] = style;
    this.spaced = true;
  }

  open(span: Span): void {
    this.styles.push(this.style());
    this.emit("open", "{", span);
    this.groups.push(this.output.length);
  }

  /** `{\rm Loss}` is the one word, without braces. */
  close(span: Span): void {
    if (this.styles.length > 1) this.styles.pop();
    const opened = this.groups.pop();
    const [open, word] = this.output.slice(-2);
    if (opened === this.output.length - 1 && open?.kind === "open" && word?.kind === "text") {
      this.output.splice(-2, 2, { ...word, span: cover(open.span, span), spaced: open.spaced });
      this.spaced = false;
    } else this.emit("close", "}", span);
  }

  letter(text: string, span: Span): void {
    const style = this.style();
    if (style !== null && style !== "roman" && style !== "plain") this.emit("command", style, span);
    this.emit("letter", text, span);
  }

  command(name: string, span: Span): void {
    const plain = characterOf(name);
    const canonical = canonicalCommand(name);
    if (plain !== null) this.emit("mark", plain, span);
    else if (canonical === "\\") this.emit("row", canonical, span);
    else if (canonical === "prime") this.emit("prime", "'", span);
    else {
      if (this.style() === "mathbf" && isGreek(canonical)) this.emit("command", "mathbf", span);
      this.emit("command", canonical, span);
    }
  }

  /** What \left, \right or a size stands before; `.` draws nothing, and matters only to \left and \right. */
  delimiter(token: RawToken | undefined, side: Side, span: Span): void {
    const name =
      token === undefined ? "." : token.kind === "char" ? token.text : (characterOf(token.text) ?? token.text);
    const canonical = canonicalCommand(name);
    if (name === ".") {
      if (side !== "none") this.emit("command", `${side}.`, span);
      else this.start = null;
    } else if (name === "|" && (token?.kind === "char" || characterOf(token?.text ?? "") !== null))
      this.bar("|", side, span);
    else if (canonical === "|") this.bar("|2", side, span);
    else if (canonical.startsWith("left|") || canonical.startsWith("right|")) {
      const own = canonical.startsWith("left") ? "left" : "right";
      this.bar(canonical.endsWith("2") ? "|2" : "|", side === "none" ? own : side, span);
    } else if (name === "<" || name === ">") this.emit("command", name === "<" ? "langle" : "rangle", span);
    else if (token?.kind === "control" && characterOf(token.text) === null) this.emit("command", canonical, span);
    else this.emit("mark", name, span);
  }

  /** A bar says by its \left or \right which side it is; a free one does not. */
  private bar(text: "|" | "|2", side: Side, span: Span): void {
    if (side !== "none") this.emit("command", side + text, span);
    else this.emit(text === "|" ? "mark" : "command", "|", span);
  }

  fail(code: FormulaError["code"], token: RawToken): void {
    this.failure ??= { code, detail: `\\${token.text}`, span: token.span };
  }
}
