import type { Given } from "../calculus/dependencies";
import type { SurveySource } from "../calculus/surveyScope";
import { chainsById } from "../derivation/addresses";
import type { Derivation, Line, Step } from "../derivation/Derivation";
import type { Definition } from "../formula/Definition";
import type { Expression, Variable } from "../formula/Expression";
import { headVariable } from "./headVariable";
import { type Surveyed, surveyed } from "./Surveyed";

/** Surveys of a document's scopes, each made once when first asked for. */
export interface Surveyor {
  readonly line: (step: Step, side: "left" | "right") => Line | null;
  readonly head: (step: Step) => Variable | null;
  readonly scope: (scope: number) => Surveyed;
  /** Values given to symbols for a worked example, as they are at a character of the document: the last one counts. */
  readonly given: (at: number) => readonly Definition[];
  /** Whether a line is itself the symbol of such a statement, which says nothing that could be wrong. */
  readonly isGiven: (line: Line | null) => boolean;
}

export function surveyor(derivation: Derivation, ranges: Partial<SurveySource["ranges"]> = {}): Surveyor {
  const chains = chainsById(derivation);
  const line = (step: Step, side: "left" | "right"): Line | null =>
    chains.get(step[side].chain)?.lines[step[side].line] ?? null;
  const formulas = derivation.steps.map((step) =>
    [line(step, "left")?.expression, line(step, "right")?.expression].filter((one): one is Expression => one != null),
  );
  const lone = [...chains.values()]
    .filter((chain) => chain.lines.length === 1)
    .map((chain) => chain.lines.map((one) => one.expression).filter((one): one is Expression => one !== null));
  const listed = (derivation.listed ?? []).map((sum) => [sum]);
  const made = new Map<number, Surveyed>();
  const statements = new Set(derivation.examples.map(({ span }) => span.start));
  return {
    line,
    isGiven: (one) => one !== null && statements.has(one.span.start),
    given: (at) => {
      const before = derivation.examples.filter(({ span }) => span.start < at);
      return before.length > 0 ? before : derivation.examples;
    },
    head: (step) => headVariable(chains.get(step.left.chain)?.lines[0]?.expression ?? null),
    scope: (at) => {
      const known = made.get(at);
      if (known !== undefined) return known;
      const scope = derivation.scopes[at] ?? { definitions: [], assumptions: [], declarations: [], sizes: {} };
      const givens = derivation.steps.flatMap((step) =>
        step.role === "given" && step.scope === at
          ? givenOf(line(step, "left")?.expression, line(step, "right")?.expression)
          : [],
      );
      const source: SurveySource = {
        scope,
        formulas: [...formulas, ...lone, ...listed],
        givens,
        ranges: {
          sizes: ranges.sizes === undefined ? smallSizes(scope.sizes) : { ...scope.sizes, ...ranges.sizes },
          classes: ranges.classes ?? 3,
          batch: ranges.batch ?? 2,
        },
      };
      const found = surveyed(source);
      made.set(at, found);
      return found;
    },
  };
}

/** A page may show ten classes; judging needs three, and each range its own size. */
function smallSizes(sizes: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(sizes).filter(([, size]) => size < 3));
}

function givenOf(left: Expression | null | undefined, right: Expression | null | undefined): readonly Given[] {
  if (left?.kind !== "derivative" || right == null) return [];
  const by = left.by[0];
  return left.of.kind === "variable" && by?.kind === "variable" && left.by.length === 1
    ? [{ of: left.of, by, value: right }]
    : [];
}
