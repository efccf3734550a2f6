/** The document with the questions that a scan asks of it, each answered in time linear over the whole document. */
export class SourceText {
  private readonly following = new Map<string, { readonly from: number; readonly found: number }>();
  private paragraph = { from: 0, end: -1 };

  constructor(readonly text: string) {}

  get length(): number {
    return this.text.length;
  }

  startsWith(characters: string, at: number): boolean {
    return this.text.startsWith(characters, at);
  }

  /** First place at or after `from` where `characters` stand, else −1. Remembered, so that asking again is free. */
  next(characters: string, from: number): number {
    const known = this.following.get(characters);
    if (known !== undefined && known.from <= from && (known.found === -1 || known.found >= from)) return known.found;
    const found = this.text.indexOf(characters, from);
    this.following.set(characters, { from, found });
    return found;
  }

  /** The match of a sticky expression at `at`. */
  match(expression: RegExp, at: number): RegExpExecArray | null {
    expression.lastIndex = at;
    return expression.exec(this.text);
  }

  lineEnd(at: number): number {
    const end = this.text.indexOf("\n", at);
    return end === -1 ? this.length : end;
  }

  lineStart(at: number): number {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }

  /** The end of the paragraph that `at` stands in: its next blank line, a line of quote marks included, a heading or a fence. */
  paragraphEnd(at: number): number {
    if (at >= this.paragraph.from && at <= this.paragraph.end) return this.paragraph.end;
    let end = this.lineEnd(at);
    while (end < this.length && !endsParagraph(this.text, end + 1, this.lineEnd(end + 1))) end = this.lineEnd(end + 1);
    this.paragraph = { from: at, end };
    return end;
  }
}

function endsParagraph(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && " \t\r>".includes(text.charAt(at))) at++;
  return at === end || ["```", "~~~", "# ", "## ", "### ", "#### "].some((mark) => text.startsWith(mark, at));
}
