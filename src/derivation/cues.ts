/** Words by which an author announces what the next formula is. All tests look at the last sentence before it. */

function lastSentence(text: string): string {
  return (
    text
      .split(/(?<=[.!?。！？])\s+|\n\n/)
      .filter((part) => part.trim() !== "")
      .at(-1) ?? ""
  );
}

/** "Let", "now", "define", "suppose": a symbol may take a new meaning here. */
export function announcesDefinition(before: string): boolean {
  const sentence = lastSentence(before);
  return (
    /\b(?:let|now|define[ds]?|definition|set|where|suppose|consider|assume|given|denote[ds]?|call|write|for|loss|cost|function|model)\b/i.test(
      sentence,
    ) ||
    /\b(?:is|are|as|follows|by|get|have)\s*(?:\w+\s*)?[:.]?\s*$/i.test(sentence) ||
    /[设設令]|定[义義]|其中/.test(sentence)
  );
}

/** "Let", "write", "denote" close before the formula: a mere other name, \hat y = a, is meant as one. */
export function introducesName(before: string): boolean {
  return /\b(?:let|define[ds]?|denote[ds]?|set|write|call|put)\b[^.;]{0,40}$|\b(?:where|with)\s*$/i.test(before);
}

/** "if", "when", "for the case": what follows is a condition, not a statement. */
export function announcesCase(before: string): boolean {
  return /(?:\b(?:if|when|whenever|unless|case|at|until|while)|[若当當])\s*(?:\S+\s+){0,1}$/i.test(before);
}

/** "for j ≠ k": the condition's formula is introduced, or is all there is. */
export function introducesCondition(before: string): boolean {
  const clause = before.split(/[.!?;。]\s/).at(-1) ?? "";
  return (
    clause.trim() === "" ||
    /\b(?:for|if|when|whenever|where|case|with|consider|assum\w+|and|suppose|take|fix|let|since|as|because|provided)\b|[若当當设設]/i.test(
      clause,
    )
  );
}

/** The formula ends a clause: "for i = j," but not "is 1 for i = j and 0 otherwise". */
export function endsClause(after: string): boolean {
  return /^\s*(?:[,.;:，。：；)]|$)/.test(after) && !/\botherwise\b/i.test(after.slice(0, 40));
}

/** An inline formula that is supposed rather than asserted. */
export function isSupposed(before: string): boolean {
  return /\b(?:if|when|whenever|assum\w*|suppos\w*|such that|with|where|for|given|provided|constraint|satisf\w*|unless|whether|want|find|set(?:ting)?|solve|solving|equation|to|until)\s*(?:that\s*)?$/i.test(
    before.trimEnd(),
  );
}

/** From where on something said in prose holds: "where …" goes back to the formulas before it. */
export function saidFrom(before: string, at: number): number {
  return /^\s*(?:where|with|here|in which)\b/i.test(before) ? 0 : at;
}

/** The prose speaks of solving: "setting the derivative to zero". */
export function speaksOfSolving(before: string): boolean {
  return /\b(?:set(?:ting)?|equat\w+|solv\w+|zero|minim\w+|maxim\w+|optim\w+|extrem\w+|stationary|critical|root)\b/i.test(
    lastSentence(before),
  );
}

/** "one-hot $y$", "$y$ is a one-hot vector": the entries of the symbol between add up to one. */
export function saysOneHot(before: string, after: string): boolean {
  return (
    /\bone-?\s?hot(?:[ -]encoded)?(?:\s+(?:vectors?|labels?|targets?|encodings?))?\s*$/i.test(before) ||
    /^\s*(?:(?:is|are|be|being)\s+(?:an?\s+|the\s+)?)?one-?\s?hot\b/i.test(after)
  );
}

/** "a unit vector $u$", "unit vectors $u$ and $v$", "$u$ is normalised". */
export function saysUnit(before: string, after: string): boolean {
  return (
    /\bunit(?:[ -](?:norm|length))?\s+(?:vectors?\s*)(?:\uFFFC\s*(?:,|and)\s*)*$/i.test(before) ||
    /^\s*(?:(?:,|and)\s*\uFFFC\s*)*(?:is|are|be|being)\s+(?:an?\s+)?(?:unit[ -](?:vector|norm|length)|of\s+unit\s+(?:norm|length)|normali[sz]ed)/i.test(
      after,
    )
  );
}

/** "a symmetric matrix $A$", "$A$ is symmetric". */
export function saysSymmetric(before: string, after: string): boolean {
  return (
    /(?<!non-)\bsymmetric(?:\s+positive[ -](?:semi-?)?definite)?(?:\s+matri(?:x|ces))?\s*(?:\uFFFC\s*(?:,|and)\s*)*$/i.test(
      before,
    ) || /^\s*(?:(?:,|and)\s*\uFFFC\s*)*(?:(?:is|are|be|being)\s+(?:an?\s+)?)?symmetric\b/i.test(after)
  );
}
