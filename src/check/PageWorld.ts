import { assignments, type FreeLetter, freeLetters } from "../calculus/freeLetters";
import type { NodeId } from "../calculus/Graph";
import { lower } from "../calculus/lower";
import { openWorld } from "../calculus/surveyScope";
import type { Survey, World } from "../calculus/World";
import type { Expression, Variable } from "../formula/Expression";
import type { Surveyed } from "./Surveyed";

/** One scope of a page as a graph, and its formulas as nodes for each choice of the free indices. */
export interface PageWorld {
  readonly world: World;
  readonly surveyed: Surveyed;
  readonly letters: (expression: Expression) => readonly FreeLetter[];
  /** The node of a formula, or why it has none. */
  readonly node: (
    expression: Expression,
    indices: Readonly<Record<string, number>>,
    head: Variable | null,
  ) => NodeOrRefusal;
}

export type NodeOrRefusal = { readonly node: NodeId } | { readonly code: string; readonly detail: string };

export function pageWorld(surveyed: Surveyed): PageWorld {
  const { survey } = surveyed;
  // A page lets the reader break Σy = 1, so entries with an assumed sum stay free inputs.
  const world = openWorld({ ...survey, fixedSums: new Map() });
  return {
    world,
    surveyed,
    letters: (expression) => {
      const own = freeLetters([expression], survey.ranges, survey.canonical, survey.fixedLetters);
      const labels = freeLetters(
        [...survey.definitions.values()].flat().map((one) => one.body),
        survey.ranges,
        survey.canonical,
        survey.fixedLetters,
      ).filter((one) => one.label);
      return [...own, ...labels.filter((one) => !own.some((other) => other.letter === one.letter))];
    },
    node: (expression, indices, head) => {
      const env = new Map(Object.entries({ ...firstOfEach(expression, survey), ...indices }));
      const lowered = lower(expression, world, { env, headVariable: head });
      if (!lowered.ok) return { code: lowered.refusal.code, detail: lowered.refusal.detail };
      if (lowered.value.shape.length > 0) return { code: "vector", detail: "" };
      return { node: lowered.value.nodes[0] as NodeId };
    },
  };
}

/** Indices of which the page offers no choice, a batch of one, stand at 1. */
function firstOfEach(expression: Expression, survey: Survey): Readonly<Record<string, number>> {
  return Object.fromEntries(
    freeLetters([expression], survey.ranges, survey.canonical, survey.fixedLetters).map(({ letter }) => [letter, 1]),
  );
}

/** Every choice of the letters as a record. */
export function choices(letters: readonly FreeLetter[]): readonly Readonly<Record<string, number>>[] {
  return assignments(letters).map((env) => Object.fromEntries(env));
}
