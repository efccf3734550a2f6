import type { Relation } from "../formula/Expression";
import { relationOf } from "../formula/relations";
import type { Token } from "../formula/Token";
import { isCondition, isLabel, isOrnament, subscriptLetters, withoutBrackets, withoutForAll } from "./besideStatement";
import type { Row } from "./rows";
import { conditional, isConnective, type Segment, splitSegments } from "./segments";
import { isOperator, type Side, type Sides, splitSides, trimmed } from "./sides";
import type { Groups } from "./tokenGroups";

/** One equation of a row: its sides, and what is said beside it. */
export interface Statement {
  readonly sides: readonly Side[];
  /** The relation after the last side, which the next row or display takes up. */
  readonly open: Relation | null;
  /** Tokens of the condition beside it, "for j ≠ k". */
  readonly condition: readonly number[] | null;
  /** Words beside it: "(chain rule)". */
  readonly note: string | null;
  readonly label: string | null;
}

/** The statements of one row. White space as wide as a \quad, commas, arrows and connecting words part them. */
export function splitStatements(row: Row, tokens: readonly Token[], groups: Groups): readonly Statement[] {
  const indexLetters = subscriptLetters(row.tokens.map((index) => tokens[index]));
  const segments = splitSegments(row, tokens, groups);
  const statements: Statement[] = [];
  let pendingCondition: readonly number[] | null = null;
  let label = row.label;
  let note: string | null = null;
  for (const [position, segment] of segments.entries()) {
    const last = statements.at(-1);
    const indices = trimmed(segment.tokens, tokens);
    note = noteOf(segment, indices, tokens) ?? note;
    if (indices.length === 0 || isOrnament(indices, tokens) || isWords(segment, indices, tokens)) continue;
    if (position === segments.length - 1 && segment.before === "space" && isLabel(indices, tokens)) {
      label = textOf(indices.slice(1, -1), tokens, "");
      continue;
    }
    const bare = withoutBrackets({ ...segment, tokens: indices }, tokens, groups);
    if (isCondition(bare, splitSides(bare.tokens, tokens, groups), tokens, indexLetters, last !== undefined)) {
      const condition = withoutForAll(bare.tokens, tokens);
      if (last === undefined) pendingCondition = condition;
      else statements[statements.length - 1] = { ...last, condition: last.condition ?? condition };
      continue;
    }
    const sides = splitSides(segment.tokens, tokens, groups);
    if (last !== undefined && continues(segment, sides, indices, tokens, last)) {
      statements[statements.length - 1] = joined(last, sides, segment);
    } else {
      statements.push({ sides: sides.list, open: sides.open, condition: pendingCondition, note: null, label: null });
    }
  }
  const final = statements.at(-1);
  if (final !== undefined) statements[statements.length - 1] = { ...final, note: final.note ?? note, label };
  return statements;
}

/** Words in a cell or a space of their own, or before a segment that they do not connect, are a remark. */
function noteOf(segment: Segment, indices: readonly number[], tokens: readonly Token[]): string | null {
  if (isWords(segment, indices, tokens)) return unbracketed(textOf(indices, tokens, " "));
  const { words } = segment;
  return words === null || conditional.test(words) || isConnective(words) ? null : unbracketed(words);
}

function isWords(segment: Segment, indices: readonly number[], tokens: readonly Token[]): boolean {
  if (segment.before === "start" || indices.length === 0) return false;
  if (indices.every((index) => tokens[index]?.kind === "text")) return true;
  // "definition of J" in a cell of its own; a condition, "if x > 0", has a relation.
  const isRemark = segment.before === "cell" && tokens[indices[0] ?? -1]?.kind === "text";
  return (
    isRemark &&
    !indices.some((index) => {
      const token = tokens[index];
      return token !== undefined && relationOf(token) !== null;
    })
  );
}

function textOf(indices: readonly number[], tokens: readonly Token[], between: string): string {
  return indices.map((index) => tokens[index]?.text ?? "").join(between);
}

function unbracketed(words: string): string {
  return words.replace(/^[\s(,;]+|[\s),;.]+$/g, "");
}

/** Whether a segment goes on with the statement before it rather than beginning its own. */
function continues(
  segment: Segment,
  sides: Sides,
  indices: readonly number[],
  tokens: readonly Token[],
  last: Statement,
): boolean {
  if (sides.relations > 0) return sides.list[0]?.relation !== null;
  if (segment.before === "comma" || last.open !== null) return true;
  return isOperator(tokens[indices[0] ?? -1]) || isOperator(tokens[last.sides.at(-1)?.tokens.at(-1) ?? -1]);
}

function joined(last: Statement, sides: Sides, segment: Segment): Statement {
  const previous = last.sides.at(-1);
  const [first, ...rest] = sides.list;
  if (first === undefined) return { ...last, open: sides.open ?? last.open };
  if (first.relation !== null) return { ...last, sides: [...last.sides, ...sides.list], open: sides.open };
  if (last.open !== null) {
    return { ...last, sides: [...last.sides, { ...first, relation: last.open }, ...rest], open: sides.open };
  }
  if (previous === undefined) return { ...last, sides: sides.list, open: sides.open };
  const comma = segment.before === "comma" ? between(previous.tokens.at(-1), first.tokens[0]) : [];
  const merged = { ...previous, tokens: [...previous.tokens, ...comma, ...first.tokens] };
  return { ...last, sides: [...last.sides.slice(0, -1), merged, ...rest], open: sides.open };
}

/** The comma between two parts of one side stays in it. */
function between(after: number | undefined, before: number | undefined): readonly number[] {
  if (after === undefined || before === undefined) return [];
  return Array.from({ length: Math.max(0, before - after - 1) }, (_, offset) => after + 1 + offset);
}
