import type { Relation } from "../formula/Expression";
import type { Token } from "../formula/Token";
import { type RelationMark, relationAt } from "./relations";
import { type Groups, isCommand, isMark } from "./tokenGroups";

/** One side of a statement: the relation before it and its tokens. */
export interface Side {
  readonly relation: Relation | null;
  readonly tokens: readonly number[];
  /** What is written above the relation. */
  readonly note: string | null;
}

export interface Sides {
  readonly list: readonly Side[];
  readonly relations: number;
  /** The relation that nothing follows. */
  readonly open: Relation | null;
}

/** Cuts tokens at the relations that stand in no bracket of their own. */
export function splitSides(indices: readonly number[], tokens: readonly Token[], groups: Groups): Sides {
  const list: Side[] = [];
  let current: number[] = [];
  let mark: RelationMark | null = null;
  let relations = 0;
  const depth = groups.depth[indices[0] ?? -1];
  const finish = () => {
    const side = trimmed(current, tokens);
    if (side.length > 0) list.push({ relation: mark?.relation ?? null, tokens: side, note: mark?.note ?? null });
    current = [];
  };
  for (let position = 0; position < indices.length; position++) {
    const index = indices[position] ?? -1;
    const found: RelationMark | null = groups.depth[index] === depth ? relationAt(tokens, groups.closing, index) : null;
    if (found === null) {
      current.push(index);
      continue;
    }
    finish();
    mark = found;
    relations++;
    while ((indices[position + 1] ?? Number.POSITIVE_INFINITY) < index + found.length) position++;
  }
  const open = mark !== null && trimmed(current, tokens).length === 0 ? mark.relation : null;
  finish();
  return { list, relations, open };
}

/** Without the punctuation, space and words at both ends that belong to the sentence; a "!" in a formula is a factorial. */
export function trimmed(indices: readonly number[], tokens: readonly Token[]): readonly number[] {
  let start = 0;
  let end = indices.length;
  while (start < end && isPunctuation(tokens[indices[start] ?? -1])) start++;
  while (end > start && isPunctuation(tokens[indices[end - 1] ?? -1])) end--;
  return indices.slice(start, end);
}

function isPunctuation(token: Token | undefined): boolean {
  return (
    isMark(token, ".", ",", ";", ":", "?", "\\") ||
    isCommand(token, "quad") ||
    (token?.kind === "text" && /^[\s.,;:]*$/.test(token.text))
  );
}

export function isOperator(token: Token | undefined): boolean {
  return isMark(token, "+", "-", "*", "/") || isCommand(token, "cdot", "times", "pm", "mp", "odot", "div", "circ");
}
