import type { Condition } from "../formula/Expression";
import type { Macros } from "../formula/macros";
import { parseCondition, parseFormula } from "../formula/parse";
import type { Vocabulary } from "../formula/Vocabulary";
import type { Formula, Line } from "./Derivation";
import type { RunLine } from "./displayRuns";
import { formulaSpan } from "./Formula";

/** What formulas are read with. */
export interface Language {
  readonly vocabulary: Vocabulary;
  readonly macros: Macros;
}

/** One side of a chain, read; a side that cannot be read says why. */
export function readLine(line: RunLine, language: Language): Line {
  const reading = parseFormula(line.formula.tex, language.vocabulary, language.macros);
  return {
    relation: line.relation,
    formula: line.formula,
    expression: reading.ok ? reading.value : null,
    error: reading.ok ? null : reading.error,
    rule: line.rule,
    condition: line.condition === null ? null : readCondition(line.condition, language),
    continued: line.continued,
    span: formulaSpan(line.formula),
  };
}

export function readCondition(formula: Formula, language: Language): Condition | null {
  const reading = parseCondition(formula.tex, language.vocabulary, language.macros);
  return reading.ok ? reading.value : null;
}
