import type { Condition } from "../formula/Expression";
import { freeIndices } from "../formula/indices";
import type { Macros } from "../formula/macros";
import { parseCondition, parseFormula } from "../formula/parse";
import type { Vocabulary } from "../formula/Vocabulary";
import type { Formula, Line } from "./Derivation";
import type { RunLine } from "./displayRuns";
import { formulaSpan } from "./Formula";

const nothing: ReadonlySet<string> = new Set();

/** What formulas are read with. */
export interface Language {
  readonly vocabulary: Vocabulary;
  readonly macros: Macros;
}

/**
 * The sides of a chain, read. An index that is free in another side is not a sum's own: Σ_j e^{x_j} − e^{x_j} in a row
 * about ∂/∂x_j subtracts after summing, so sides with sums are read once more with the others' letters known.
 */
export function readLines(lines: readonly RunLine[], language: Language): readonly Line[] {
  const first = lines.map((line) => readLine(line, language, nothing));
  const free = first.map(({ expression }) => (expression === null ? nothing : freeIndices(expression)));
  return lines.map((line, at) => {
    const before = first[at] as Line;
    if (!/\\(?:sum|prod|Sigma|limits)|[∑∏]/u.test(line.formula.tex)) return before;
    const outside = new Set(free.flatMap((letters, other) => (other === at ? [] : [...letters])));
    return outside.size === 0 ? before : readLine(line, language, outside);
  });
}

/** One side of a chain, read; a side that cannot be read says why. */
function readLine(line: RunLine, language: Language, outside: ReadonlySet<string>): Line {
  const reading = parseFormula(line.formula.tex, language.vocabulary, language.macros, outside);
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
