import { checkDerivation } from "../../src/check/checkDerivation";
import { checkStep } from "../../src/check/checkStep";
import { slipEdits, slipEditsOfWhole } from "../../src/check/slipEdits";
import { surveyor } from "../../src/check/surveyor";
import { compileDerivation } from "../../src/derivation/compile";
import type { Expression } from "../../src/formula/Expression";
import { print } from "../../src/formula/print";
import { walk } from "../../src/formula/traverse";
import { sameByPlainNumbers } from "./plainOracle";

export interface MutantResult {
  readonly mutants: number;
  readonly operators: number;
  readonly equivalent: number;
  /** Changes of which the oracle can't say whether they change anything: not counted. */
  readonly unknown: number;
  readonly holds: readonly string[];
  readonly fails: number;
  readonly holdsIf: number;
  readonly notChecked: number;
  readonly plainFails: string;
}

/**
 * Every single small change of the right side of every step that holds. An oracle that shares nothing with the engine
 * but the trees leaves out those that change nothing.
 */
export function judgeMutants(documents: readonly string[]): MutantResult {
  const counts = { fails: 0, "holds-if": 0, "not-checked": 0 };
  const holds: string[] = [];
  const operators = new Set<string>();
  let equivalent = 0;
  let unknown = 0;
  for (const text of documents) {
    const derivation = compileDerivation(text);
    const verdicts = checkDerivation(derivation).verdicts;
    const bench = surveyor(derivation);
    derivation.steps.forEach((step, at) => {
      const [left, right] = [bench.line(step, "left")?.expression, bench.line(step, "right")?.expression];
      if (verdicts[at]?.kind !== "holds" || step.asPublished || left == null || right == null) return;
      const surveyed = bench.scope(step.scope);
      const common = { relation: step.relation, headVariable: bench.head(step), conditions: step.conditions };
      const material = { variables: variablesOf([left, right]), letters: lettersOf([left, right]) };
      const seen = new Set([print(right)]);
      for (const edit of [...slipEdits(right, material), ...slipEditsOfWhole(right, material)]) {
        const printed = print(edit.expression);
        if (seen.has(printed)) continue;
        seen.add(printed);
        const same = sameByPlainNumbers(right, edit.expression, surveyed.source.scope);
        if (same === null) {
          unknown += 1;
          continue;
        }
        if (same) {
          equivalent += 1;
          continue;
        }
        operators.add(edit.code);
        const { kind } = checkStep({ ...common, left, right: edit.expression }, surveyed, { seed: 1, samples: 48 });
        if (kind === "holds") holds.push(`${edit.code}: ${print(left)} = ${printed}`);
        else counts[kind] += 1;
      }
    });
  }
  const mutants = holds.length + counts.fails + counts["holds-if"] + counts["not-checked"];
  return {
    mutants,
    operators: operators.size,
    equivalent,
    unknown,
    holds,
    fails: counts.fails,
    holdsIf: counts["holds-if"],
    notChecked: counts["not-checked"],
    plainFails: `${((100 * counts.fails) / mutants).toFixed(1)} %`,
  };
}

function variablesOf(sides: readonly Expression[]): readonly Expression[] {
  const found = new Map<string, Expression>();
  const letters = new Set(lettersOf(sides));
  for (const side of sides)
    walk(side, (part) => {
      if (part.kind === "variable" && !(part.indices.length === 0 && letters.has(part.name)))
        found.set(print(part), part);
    });
  return [...found.values()];
}

function lettersOf(sides: readonly Expression[]): readonly string[] {
  const letters = new Set<string>();
  for (const side of sides)
    walk(side, (part) => {
      if (part.kind === "variable")
        for (const index of part.indices) if (index.kind === "variable") letters.add(index.name);
      if (part.kind === "indexed") letters.add(part.index);
    });
  return [...letters];
}
