import { compile } from "../../src/calculus/compile";
import { run } from "../../src/calculus/evaluate";
import { inputsBelow } from "../../src/calculus/inputsBelow";
import { checkDerivation } from "../../src/check/checkDerivation";
import { checkStep } from "../../src/check/checkStep";
import { pose } from "../../src/check/Question";
import { slipEdits, slipEditsOfWhole } from "../../src/check/slipEdits";
import { surveyor } from "../../src/check/surveyor";
import { compileDerivation } from "../../src/derivation/compile";
import type { Expression } from "../../src/formula/Expression";
import { print } from "../../src/formula/print";
import { walk } from "../../src/formula/traverse";

export interface MutantResult {
  readonly mutants: number;
  readonly operators: number;
  readonly equivalent: number;
  readonly holds: readonly string[];
  readonly fails: number;
  readonly holdsIf: number;
  readonly notChecked: number;
  readonly plainFails: string;
}

/** Every single small change of the right side of every step that holds; an oracle in plain doubles leaves out those that change nothing. */
export function judgeMutants(documents: readonly string[]): MutantResult {
  const counts = { fails: 0, "holds-if": 0, "not-checked": 0 };
  const holds: string[] = [];
  const operators = new Set<string>();
  let equivalent = 0;
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
        const question = {
          ...common,
          left: right,
          right: edit.expression,
          survey: surveyed.survey,
          strictPartials: false,
        };
        const same = agreesEverywhere(question);
        if (same === null) continue;
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
    holds,
    fails: counts.fails,
    holdsIf: counts["holds-if"],
    notChecked: counts["not-checked"],
    plainFails: `${((100 * counts.fails) / mutants).toFixed(1)} %`,
  };
}

/** The oracle: both formulas in plain doubles at 400 points of its own. Null where they have no values to compare. */
function agreesEverywhere(question: Parameters<typeof pose>[0]): boolean | null {
  const posing = pose(question);
  if (!posing.ok) return null;
  const { world, pairs } = posing.posed;
  const outputs = pairs.flatMap(({ left, right }) => [left, right]);
  const points = 400;
  let state = 12345;
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  const columns: Record<string, Float64Array> = {};
  for (const node of inputsBelow(world.builder.nodes, outputs).inputs) {
    const key = world.leaves.get(node)?.key;
    if (key !== undefined)
      columns[key] = Float64Array.from({ length: points }, (_, at) => (at % 2 === 0 ? random() : 5 * random() - 2.5));
  }
  const values = run(compile(world.builder.nodes, outputs), columns, points);
  let compared = 0;
  for (let pair = 0; pair < pairs.length; pair += 1)
    for (let point = 0; point < points; point += 1) {
      const [l, r] = [values[2 * pair]?.[point] ?? Number.NaN, values[2 * pair + 1]?.[point] ?? Number.NaN];
      if (!Number.isFinite(l) || !Number.isFinite(r)) continue;
      compared += 1;
      if (Math.abs(l - r) > 1e-7 * Math.max(1, Math.abs(l), Math.abs(r))) return false;
    }
  return compared > 20 ? true : null;
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
