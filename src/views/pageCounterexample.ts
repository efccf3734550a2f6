import type { Counterexample } from "../check/Verdict";
import type { Workbench } from "../check/Workbench";
import type { Page } from "../store/createPage";
import { labelsAreOneHot } from "../store/PageState";
import { indicesOf, symbolOf } from "./entryNames";

type Values = Readonly<Record<string, number>>;

/**
 * A counterexample's inputs by the keys of the page. A step is judged over a batch, of which the counterexample names
 * one member; the page shows one member, so the entries of that one are the page's.
 */
export function inputsOnPage({ inputs }: Workbench, { inputs: found }: Pick<Counterexample, "inputs">): Values {
  const byTail = new Map(Object.entries(found).map(([key, value]) => [tailOf(symbolOf(key), indicesOf(key)), value]));
  return Object.fromEntries(
    inputs.flatMap(({ key, name, indices }) => {
      const value = found[key] ?? (indices.length > 1 ? byTail.get(tailOf(name, indices)) : undefined);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

/** Sets the page to a counterexample, with as many classes as it has, so that the page shows its numbers. */
export function setCounterexample(page: Page, counterexample: Counterexample): void {
  const vectors = new Set(page.workbench.inputs.filter(({ indices }) => indices.length > 0).map(({ name }) => name));
  const counts = Object.keys(counterexample.inputs).flatMap((key) =>
    vectors.has(symbolOf(key)) ? [indicesOf(key).at(-1) ?? 0] : [],
  );
  if (counts.length > 0) page.setClasses(Math.max(...counts));
  page.setInputs(inputsOnPage(page.workbench, counterexample), counterexample.indices);
  if (!labelsAreOneHot(page.workbench, page.state.getState().bindings)) page.change({ softLabels: true });
}

/** A symbol's entry without the index of its batch. */
function tailOf(name: string, indices: readonly number[]): string {
  return `${name} ${indices.slice(1).join()}`;
}
