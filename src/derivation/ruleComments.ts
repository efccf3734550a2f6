/** A LaTeX comment at the end of a line: the author's name for the step on that line. */
export interface RuleComment {
  /** Where its % stands in the TeX. */
  readonly offset: number;
  readonly text: string;
}

export function ruleComments(tex: string): readonly RuleComment[] {
  const comments: RuleComment[] = [];
  for (const match of tex.matchAll(/\\[\s\S]|%([^\n]*)/g)) {
    const text = match[1]?.replace(/^[%\s]+/, "").trim();
    if (text !== undefined && text !== "") comments.push({ offset: match.index, text });
  }
  return comments;
}
