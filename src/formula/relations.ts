import type { Relation } from "./Expression";
import type { Token } from "./Token";

const ofCommand: ReadonlyMap<string, Relation> = new Map([
  ["ne", "≠"],
  ["le", "≤"],
  ["ge", "≥"],
  ["in", "∈"],
  ["approx", "≈"],
  ["propto", "∝"],
  ["equiv", "≡"],
  ["Rightarrow", "⇒"],
  ["cong", "≈"],
  ["doteq", "="],
]);

const ofMark: ReadonlyMap<string, Relation> = new Map([
  ["=", "="],
  ["<", "<"],
  [">", ">"],
  [":=", ":="],
]);

/** The relation that a token is, or null. */
export function relationOf(token: Token): Relation | null {
  if (token.kind === "mark") return ofMark.get(token.text) ?? null;
  return token.kind === "command" ? (ofCommand.get(token.text) ?? null) : null;
}

/** TeX of a relation. */
export const relationTex: Readonly<Record<Relation, string>> = {
  "=": "=",
  "≠": "\\ne",
  "<": "<",
  "≤": "\\le",
  ">": ">",
  "≥": "\\ge",
  "∈": "\\in",
  "≈": "\\approx",
  "∝": "\\propto",
  "≡": "\\equiv",
  ":=": ":=",
  "⇒": "\\Rightarrow",
};
