import type { Relation } from "../formula/Expression";
import type { Token } from "../formula/Token";
import { isCommand, isMark } from "./tokenGroups";

/** A relation among tokens: which, how many tokens it takes, and what is written above it. */
export interface RelationMark {
  readonly relation: Relation;
  readonly length: number;
  readonly note: string | null;
}

const marks: Readonly<Record<string, Relation>> = { "=": "=", "<": "<", ">": ">", ":=": ":=" };

const commands: Readonly<Record<string, Relation>> = {
  ne: "≠",
  le: "≤",
  ge: "≥",
  in: "∈",
  approx: "≈",
  cong: "≈",
  propto: "∝",
  equiv: "≡",
  doteq: "=",
  leftarrow: ":=",
};

/** The relation that begins at `index`, whether plain, in braces or under a word (`\overset{\text{def}}{=}`). */
export function relationAt(tokens: readonly Token[], closing: readonly number[], index: number): RelationMark | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (isMark(token, ":") && isMark(tokens[index + 1], "=")) return { relation: ":=", length: 2, note: null };
  const plain = token.kind === "mark" ? marks[token.text] : token.kind === "command" ? commands[token.text] : undefined;
  if (plain !== undefined) return { relation: plain, length: 1, note: null };
  if (token.kind === "open") return inBraces(tokens, closing, index);
  if (isCommand(token, "mathrel", "mathbin")) return shifted(inBraces(tokens, closing, index + 1), 1, null);
  if (isCommand(token, "overset", "stackrel", "underset")) return stacked(tokens, closing, index);
  return null;
}

function inBraces(tokens: readonly Token[], closing: readonly number[], index: number): RelationMark | null {
  const end = closing[index] ?? -1;
  if (end !== index + 2) return null;
  return shifted(relationAt(tokens, closing, index + 1), 2, null);
}

function stacked(tokens: readonly Token[], closing: readonly number[], index: number): RelationMark | null {
  const noteEnd = closing[index + 1] ?? -1;
  const base = noteEnd === -1 ? index + 2 : noteEnd + 1;
  const note = tokens.slice(index + 1, base).filter(({ kind }) => kind !== "open" && kind !== "close");
  const relation = tokens[base]?.kind === "open" ? inBraces(tokens, closing, base) : relationAt(tokens, closing, base);
  const words = note
    .map(({ text, spaced }) => (spaced ? " " : "") + text)
    .join("")
    .trim();
  const defined = relation?.relation === "=" && /^\(?(?:def|\^?\\?triangle|Delta)/i.test(words);
  return shifted(defined ? { ...relation, relation: ":=" } : relation, base - index, words === "" ? null : words);
}

function shifted(mark: RelationMark | null, by: number, note: string | null): RelationMark | null {
  return mark === null ? null : { relation: mark.relation, length: mark.length + by, note: note ?? mark.note };
}
