import type { Relation } from "../formula/Expression";
import type { Token } from "../formula/Token";
import { type RelationMark, relationAt } from "./relations";
import type { Row } from "./rows";
import { type Groups, isCommand, isMark } from "./tokenGroups";

/** One equation of a row: its sides, and what is said beside it. */
export interface Statement {
  readonly sides: readonly Side[];
  /** The relation after the last side, which the next row or display takes up. */
  readonly open: Relation | null;
  /** Tokens of the condition beside it, "for j ≠ k". */
  readonly condition: readonly number[] | null;
  /** Words beside it or above a relation: "(chain rule)". */
  readonly note: string | null;
  readonly label: string | null;
}

export interface Side {
  readonly relation: Relation | null;
  readonly tokens: readonly number[];
  readonly note: string | null;
}

interface Segment {
  readonly before: "start" | "space" | "comma" | "arrow" | "words" | "cell";
  readonly words: string | null;
  readonly tokens: readonly number[];
}

const connective =
  /^[(,;\s]*(?:and|or|where|with|so|then|thus|hence|for|if|when|whenever|since|because|otherwise|while|but|as|given|subject|such|we|is|are|implies|therefore|by|from|using|which|in|on|at|let|note|s\.t\.|i\.e\.)\b/i;
const conditional = /\b(?:for|if|when|whenever|where|given|provided|assuming|all|any|every|case)\b/i;
const definer = /\b(?:where|with|let)\b/i;

/** The statements of one row. White space as wide as a \quad, commas, arrows and connecting words part them. */
export function splitStatements(row: Row, tokens: readonly Token[], groups: Groups): readonly Statement[] {
  const statements: Statement[] = [];
  const indexLetters = subscriptLetters(row.tokens.map((index) => tokens[index]));
  let pendingCondition: readonly number[] | null = null;
  let label = row.label;
  let note: string | null = null;
  const segments = splitSegments(row, tokens, groups);
  segments.forEach((segment, position) => {
    const trimmedTokens = trimmed(segment.tokens, tokens);
    const last = statements.at(-1);
    if (segment.words !== null && !conditional.test(segment.words) && !connective.test(segment.words))
      note = bare(segment.words);
    if (trimmedTokens.length === 0) return;
    if (segment.before !== "start" && trimmedTokens.every((index) => tokens[index]?.kind === "text")) {
      note = bare(trimmedTokens.map((index) => tokens[index]?.text ?? "").join(" "));
      return;
    }
    if (position === segments.length - 1 && segment.before === "space" && isLabel(trimmedTokens, tokens)) {
      label = trimmedTokens
        .slice(1, -1)
        .map((index) => tokens[index]?.text ?? "")
        .join("");
      return;
    }
    if (isOrnament(trimmedTokens, tokens)) return;
    const sides = splitSides(segment.tokens, tokens, groups);
    if (isCondition(segment, sides, tokens, indexLetters, last !== undefined)) {
      const condition = withoutForAll(trimmedTokens, tokens);
      if (last === undefined) pendingCondition = condition;
      else statements[statements.length - 1] = { ...last, condition: last.condition ?? condition };
      return;
    }
    const joins =
      last !== undefined &&
      (sides.relations === 0 || sides.list[0]?.relation !== null) &&
      continues(segment, sides, trimmedTokens, tokens, last);
    if (joins && last !== undefined) statements[statements.length - 1] = joined(last, sides, segment);
    else statements.push({ sides: sides.list, open: sides.open, condition: pendingCondition, note: null, label: null });
  });
  const final = statements.at(-1);
  if (final !== undefined) statements[statements.length - 1] = { ...final, note: final.note ?? note, label };
  return statements;
}

function splitSegments(row: Row, tokens: readonly Token[], groups: Groups): readonly Segment[] {
  const segments: Segment[] = [];
  let current: number[] = [];
  let before: Segment["before"] = "start";
  let words: string | null = null;
  const cut = (next: Segment["before"], nextWords: string | null) => {
    if (current.length > 0 || words !== null) segments.push({ before, words, tokens: current });
    current = [];
    before = next;
    words = nextWords;
  };
  const relations = row.tokens.filter((index) => groups.depth[index] === 0 && isMark(tokens[index], "=")).length;
  row.tokens.forEach((index, position) => {
    const token = tokens[index];
    if (row.breaks.has(position)) cut("cell", null);
    const previous = tokens[row.tokens[position - 1] ?? -1];
    const arrow = relations > 1 && isCommand(token, "to");
    const separator =
      token === undefined || groups.depth[index] !== 0 ? null : arrow ? "arrow" : separatorOf(token, previous);
    if (separator === null) current.push(index);
    else cut(separator, separator === "words" ? (token?.text ?? null) : null);
  });
  cut("start", null);
  return segments;
}

/** Words part statements; a word that is a name, as in `y_\text{on}` or `\text{true positives} / n`, does not. */
function separatorOf(token: Token, previous: Token | undefined): Segment["before"] | null {
  if (isCommand(token, "quad")) return "space";
  if (isMark(token, ",", ";")) return "comma";
  if (isCommand(token, "Rightarrow", "Leftrightarrow", "therefore", "because")) return "arrow";
  if (token.kind !== "text" || previous?.kind === "sub" || previous?.kind === "sup") return null;
  if (connective.test(token.text)) return "words";
  const apart = previous === undefined || isCommand(previous, "quad");
  return apart && /^\(?\p{L}+[\s,]+\p{L}+.*$/u.test(token.text.trim()) ? "words" : null;
}

interface Sides {
  readonly list: readonly Side[];
  readonly relations: number;
  readonly open: Relation | null;
}

function splitSides(indices: readonly number[], tokens: readonly Token[], groups: Groups): Sides {
  const list: Side[] = [];
  let current: number[] = [];
  let mark: RelationMark | null = null;
  let relations = 0;
  const finish = () => {
    const side = trimmed(current, tokens);
    if (side.length > 0) list.push({ relation: mark?.relation ?? null, tokens: side, note: mark?.note ?? null });
    current = [];
  };
  for (let position = 0; position < indices.length; position++) {
    const index = indices[position] ?? -1;
    const found: RelationMark | null = groups.depth[index] === 0 ? relationAt(tokens, groups.closing, index) : null;
    if (found === null) {
      current.push(index);
      continue;
    }
    finish();
    mark = found;
    relations++;
    position = indices.findLastIndex((other) => other < index + found.length);
  }
  const open = mark !== null && trimmed(current, tokens).length === 0 ? mark.relation : null;
  finish();
  return { list, relations, open };
}

/** Whether a segment goes on with the statement before it rather than beginning its own. */
function continues(
  segment: Segment,
  sides: Sides,
  indices: readonly number[],
  tokens: readonly Token[],
  last: Statement,
): boolean {
  const first = tokens[indices[0] ?? -1];
  if (sides.relations > 0) return true;
  if (segment.before === "comma") return true;
  return last.open !== null || isOperator(first) || isOperator(tokens[last.sides.at(-1)?.tokens.at(-1) ?? -1]);
}

function joined(last: Statement, sides: Sides, segment: Segment): Statement {
  const previous = last.sides.at(-1);
  const [first, ...rest] = sides.list;
  if (first === undefined) return { ...last, open: sides.open ?? last.open };
  if (first.relation !== null) return { ...last, sides: [...last.sides, ...sides.list], open: sides.open };
  if (last.open !== null)
    return { ...last, sides: [...last.sides, { ...first, relation: last.open }, ...rest], open: sides.open };
  if (previous === undefined) return { ...last, sides: sides.list, open: sides.open };
  const separator = segment.before === "comma" ? range(previous.tokens.at(-1), first.tokens[0]) : [];
  const merged = { ...previous, tokens: [...previous.tokens, ...separator, ...first.tokens] };
  return { ...last, sides: [...last.sides.slice(0, -1), merged, ...rest], open: sides.open };
}

/** The comma between two parts of one side stays in it. */
function range(after: number | undefined, before: number | undefined): readonly number[] {
  return after === undefined || before === undefined
    ? []
    : Array.from({ length: Math.max(0, before - after - 1) }, (_, at) => after + 1 + at);
}

function isCondition(
  segment: Segment,
  sides: Sides,
  tokens: readonly Token[],
  indexLetters: ReadonlySet<string>,
  follows: boolean,
): boolean {
  if (isCommand(tokens[segment.tokens[0] ?? -1], "forall")) return true;
  const said = segment.words !== null && conditional.test(segment.words) && !definer.test(segment.words);
  if (sides.relations === 0) return said && sides.list.length > 0;
  if (said) return true;
  const relations = sides.list.slice(1).map(({ relation }) => relation);
  if (segment.words !== null && definer.test(segment.words)) return false;
  if (follows && relations.every((relation) => relation !== null && "≠<≤>≥∈".includes(relation))) return true;
  if (!follows && segment.before === "start") return false;
  const letters = sides.list.map((side) => (side.tokens.length === 1 ? tokens[side.tokens[0] ?? -1] : undefined));
  return (
    relations.length > 0 &&
    letters.every((token) => token !== undefined && (token.kind === "digits" || indexLetters.has(token.text)))
  );
}

function subscriptLetters(row: readonly (Token | undefined)[]): ReadonlySet<string> {
  const letters = new Set<string>();
  row.forEach((token, position) => {
    if (token?.kind !== "sub") return;
    for (let at = position + 1; at < row.length; at++) {
      const next = row[at];
      if (next?.kind === "letter") letters.add(next.text);
      if (next === undefined || next.kind === "close" || (at === position + 1 && next.kind !== "open")) break;
    }
  });
  return letters;
}

function withoutForAll(indices: readonly number[], tokens: readonly Token[]): readonly number[] {
  return isCommand(tokens[indices[0] ?? -1], "forall") ? indices.slice(1) : indices;
}

function isLabel(indices: readonly number[], tokens: readonly Token[]): boolean {
  const inner = indices.slice(1, -1).map((index) => tokens[index]);
  return (
    isMark(tokens[indices[0] ?? -1], "(", "[") &&
    isMark(tokens[indices.at(-1) ?? -1], ")", "]") &&
    inner.length > 0 &&
    inner.every(
      (token) =>
        token?.kind === "digits" ||
        token?.kind === "prime" ||
        isMark(token, "*", ".", "-") ||
        (inner.length <= 2 && token?.kind === "letter"),
    )
  );
}

function isOrnament(indices: readonly number[], tokens: readonly Token[]): boolean {
  return indices.every((index) =>
    isCommand(tokens[index], "square", "blacksquare", "Box", "checkmark", "qed", "qquad"),
  );
}

export function isOperator(token: Token | undefined): boolean {
  return isMark(token, "+", "-", "*", "/") || isCommand(token, "cdot", "times", "pm", "mp", "odot", "div", "circ");
}

/** Without the punctuation, space and words at both ends that belong to the sentence. */
function trimmed(indices: readonly number[], tokens: readonly Token[]): readonly number[] {
  let start = 0;
  let end = indices.length;
  while (start < end && isPunctuation(tokens[indices[start] ?? -1])) start++;
  while (end > start && isPunctuation(tokens[indices[end - 1] ?? -1])) end--;
  return indices.slice(start, end);
}

function isPunctuation(token: Token | undefined): boolean {
  return (
    isMark(token, ".", ",", ";", ":", "!", "?", "\\") ||
    isCommand(token, "quad") ||
    (token?.kind === "text" && /^[\s.,;:]*$/.test(token.text))
  );
}

function bare(words: string): string {
  return words.replace(/^[\s(,;]+|[\s),;.]+$/g, "");
}
