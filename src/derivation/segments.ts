import type { Token } from "../formula/Token";
import { relationAt } from "./relations";
import type { Row } from "./rows";
import { type Groups, isCommand, isMark } from "./tokenGroups";

/** A part of a row between wide white space, commas, arrows or connecting words. */
export interface Segment {
  readonly before: "start" | "space" | "comma" | "arrow" | "words" | "cell";
  /** The words that introduce it. */
  readonly words: string | null;
  readonly tokens: readonly number[];
}

const connective =
  /^[(,;\s]*(?:and|or|where|with|so|then|thus|hence|for|if|when|whenever|since|because|otherwise|while|but|as|given|subject|such|we|is|are|implies|therefore|by|from|using|which|in|on|at|let|note|s\.t\.|i\.e\.)\b/i;

/** Words that make a condition of what follows. */
export const conditional = /\b(?:for|if|when|whenever|where|given|provided|assuming|all|any|every|case)\b/i;

export function isConnective(words: string): boolean {
  return connective.test(words);
}

export function splitSegments(row: Row, tokens: readonly Token[], groups: Groups): readonly Segment[] {
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
  const isTop = (index: number) => groups.depth[index] === 0;
  const relations = row.tokens.filter((index) => isTop(index) && isMark(tokens[index], "=")).length;
  for (const [position, index] of row.tokens.entries()) {
    const token = tokens[index];
    if (row.breaks.has(position)) cut("cell", null);
    const around: Around = {
      previous: tokens[row.tokens[position - 1] ?? -1],
      next: tokens[row.tokens[position + 1] ?? -1],
      besideRelation: besideRelation(row, position, tokens, groups),
    };
    if (token === undefined || !isTop(index)) current.push(index);
    else if (relations > 1 && isCommand(token, "to")) cut("arrow", null);
    else if (isMark(token, ":") && words !== null && conditional.test(words)) cut("comma", null);
    else if (isCommand(token, "quad") && around.besideRelation) continue;
    else {
      const separator = separatorOf(token, around);
      if (separator === null) current.push(index);
      else cut(separator, separator === "words" ? token.text : null);
    }
  }
  cut("start", null);
  return segments;
}

interface Around {
  readonly previous: Token | undefined;
  readonly next: Token | undefined;
  readonly besideRelation: boolean;
}

/** `a \quad = \quad b` is one equation, however wide it is set. */
function besideRelation(row: Row, position: number, tokens: readonly Token[], groups: Groups): boolean {
  return [position - 1, position + 1].some((at) => {
    const index = row.tokens[at];
    return index !== undefined && relationAt(tokens, groups.closing, index) !== null;
  });
}

/** Words part statements; a word that is a name, as in `y_\text{on}` or `\text{true rate} = …`, does not. */
function separatorOf(token: Token, { previous, next, besideRelation: beside }: Around): Segment["before"] | null {
  if (isCommand(token, "quad")) return "space";
  if (isMark(token, ",", ";")) return "comma";
  if (isCommand(token, "Rightarrow", "Leftrightarrow", "therefore", "because")) return "arrow";
  if (token.kind !== "text" || previous?.kind === "sub" || previous?.kind === "sup") return null;
  if (isConnective(token.text)) return "words";
  const apart = previous === undefined || isCommand(previous, "quad");
  const isName = beside || next?.kind === "sub" || isMark(next, "(", "/");
  return apart && !isName && /^\(?\p{L}+[\s,]+\p{L}+.*$/u.test(token.text.trim()) ? "words" : null;
}
