import type { Token } from "../formula/Token";
import { conditional, type Segment } from "./segments";
import type { Sides } from "./sides";
import { type Groups, isCommand, isMark } from "./tokenGroups";

const definer = /\b(?:where|with|let)\b/i;

/** Whether a segment states when the equation beside it holds: "for i ≠ j", "i = j" with letters used as indices. */
export function isCondition(
  segment: Segment,
  sides: Sides,
  tokens: readonly Token[],
  indexLetters: ReadonlySet<string>,
  follows: boolean,
): boolean {
  if (isCommand(tokens[segment.tokens[0] ?? -1], "forall")) return true;
  const { words } = segment;
  const said = words !== null && conditional.test(words) && !definer.test(words);
  if (sides.relations === 0) return said && sides.list.length > 0;
  if (said) return true;
  if (words !== null && definer.test(words)) return false;
  const relations = sides.list.slice(1).map(({ relation }) => relation);
  if (follows && relations.every((relation) => relation !== null && "≠<≤>≥∈".includes(relation))) return true;
  if (!follows && segment.before === "start") return false;
  const letters = sides.list.map((side) => (side.tokens.length === 1 ? tokens[side.tokens[0] ?? -1] : undefined));
  const isIndex = (token: Token | undefined) => token?.kind === "digits" || indexLetters.has(token?.text ?? "");
  return relations.length > 0 && letters.every(isIndex);
}

/** Letters that stand below other symbols. */
export function subscriptLetters(row: readonly (Token | undefined)[]): ReadonlySet<string> {
  const letters = new Set<string>();
  for (const [position, token] of row.entries()) {
    if (token?.kind !== "sub") continue;
    for (let at = position + 1; at < row.length; at++) {
      const next = row[at];
      if (next?.kind === "letter") letters.add(next.text);
      if (next === undefined || next.kind === "close" || (at === position + 1 && next.kind !== "open")) break;
    }
  }
  return letters;
}

/** A condition's tokens without ∀. */
export function withoutForAll(indices: readonly number[], tokens: readonly Token[]): readonly number[] {
  return isCommand(tokens[indices[0] ?? -1], "forall") ? indices.slice(1) : indices;
}

/** `(i \ne j)`: the brackets around a whole segment, if they hold a relation, are the sentence's. */
export function withoutBrackets(segment: Segment, tokens: readonly Token[], groups: Groups): Segment {
  const [first, ...rest] = segment.tokens;
  const last = rest.at(-1);
  if (first === undefined || last === undefined || !isMark(tokens[first], "(") || groups.closing[first] !== last)
    return segment;
  const inner = rest.slice(0, -1);
  const holdsRelation = inner.some((index) => isMark(tokens[index], "=") || isCommand(tokens[index], "ne"));
  return holdsRelation ? { ...segment, tokens: inner } : segment;
}

/** (1), (2a), (*): printed beside an equation, never read. */
export function isLabel(indices: readonly number[], tokens: readonly Token[]): boolean {
  const inner = indices.slice(1, -1).map((index) => tokens[index]);
  return (
    isMark(tokens[indices[0] ?? -1], "(", "[") &&
    isMark(tokens[indices.at(-1) ?? -1], ")", "]") &&
    inner.length > 0 &&
    inner.every((token) => isLabelPart(token, inner.length))
  );
}

function isLabelPart(token: Token | undefined, length: number): boolean {
  if (token?.kind === "digits" || token?.kind === "prime" || isMark(token, "*", ".", "-")) return true;
  return length <= 2 && token?.kind === "letter";
}

/** The end of a proof. */
export function isOrnament(indices: readonly number[], tokens: readonly Token[]): boolean {
  return indices.every((index) => isCommand(tokens[index], "square", "blacksquare", "Box", "checkmark", "qed"));
}
