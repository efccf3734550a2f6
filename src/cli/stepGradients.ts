import type { StepError } from "../calculus/finiteDifference";
import { openWorkbench } from "../check/openWorkbench";
import type { ThreeWayGradient } from "../check/Workbench";
import type { Derivation } from "../derivation/Derivation";
import type { StepGradient } from "./CheckedFile";

/** Each step's derivative three ways, at its section's starting inputs; null for a step that states none. */
export function stepGradients(derivation: Derivation): readonly (StepGradient | null)[] {
  const byStep = new Map(derivation.sections.flatMap((section) => sectionGradients(derivation, section.id)));
  return derivation.steps.map(({ id }) => byStep.get(id) ?? null);
}

function sectionGradients(derivation: Derivation, section: string): readonly (readonly [string, StepGradient])[] {
  const bench = openWorkbench(derivation, section);
  const inputs = Object.fromEntries(bench.inputs.map(({ key, initial }) => [key, initial]));
  const indices = Object.fromEntries(bench.indices.map(({ letter, initial }) => [letter, initial]));
  return bench.steps.flatMap(({ step }, index) => {
    const gradient = bench.threeWay(index, { inputs, indices });
    if (gradient === null) return [];
    const errors = bench.stepErrors(index, { inputs, indices }) ?? [];
    return [[step.id, stepGradient(gradient, errors)] as const];
  });
}

function stepGradient(
  { formula, automatic, central, h, digits }: ThreeWayGradient,
  errors: readonly StepError[],
): StepGradient {
  return {
    formula: formula === null ? null : finite(formula),
    automatic: finite(automatic),
    central: finite(central),
    h,
    digits,
    errors: errors.map(({ h: size, error, truncation, rounding }) => ({
      h: size,
      error: finite(error),
      truncation: finite(truncation),
      rounding: finite(rounding),
    })),
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
