import type { Derivation } from "../derivation/Derivation";
import type { Condition, Expression } from "../formula/Expression";
import { parseCondition, parseFormula } from "../formula/parse";
import { emptyVocabulary, type Vocabulary } from "../formula/Vocabulary";

/**
 * Reads formulas of prose so that their symbols have the inks of the page: an expression, or the sides of a relation.
 * What is neither has no sides and is set as it stands.
 */
export function readProse(derivation: Derivation): (tex: string) => readonly Expression[] {
  const vocabulary = vocabularyOf(derivation);
  return (tex) => {
    const expression = parseFormula(tex, vocabulary);
    if (expression.ok) return [expression.value];
    const condition = parseCondition(tex, vocabulary);
    return condition.ok ? sidesOf(condition.value) : [];
  };
}

function vocabularyOf({ scopes }: Derivation): Vocabulary {
  const heads = scopes.flatMap((scope) => scope.definitions).filter(({ parameters }) => parameters.length > 0);
  return { ...emptyVocabulary, functions: new Set(heads.map(({ name }) => name)) };
}

function sidesOf({ sides, and }: Condition): readonly Expression[] {
  return and === null ? sides : [...sides, ...sidesOf(and)];
}
