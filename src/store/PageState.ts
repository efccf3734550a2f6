import type { Bindings } from "../check/Bindings";
import type { Workbench } from "../check/Workbench";
import { sumOf, withSum } from "./withSum";

/** Everything that a reader can change on one page. Immutable: a change is a new object. */
export interface PageState {
  readonly bindings: Bindings;
  /** The current line, from 1. */
  readonly step: number;
  readonly tab: string;
  /** The input that figures run over; null is the step's own. */
  readonly axis: string | null;
  /** Later lines are shown as clearly as earlier ones. */
  readonly showAll: boolean;
  /** Lines show numbers in place of their symbols. */
  readonly numbers: boolean;
  /** Labels have a slider each instead of one choice of class. */
  readonly softLabels: boolean;
  /** Number of classes that the reader chose; null is the document's own. */
  readonly classes: number | null;
  /** What is kept back until the reader has predicted it; null where nothing is. No address says it. */
  readonly prediction: Prediction | null;
}

export interface Prediction {
  /** Lines after this one are hidden. */
  readonly revealed: number;
  /** The sign of the gradient may be seen, and with it the values of lines and the figures. */
  readonly isSignKnown: boolean;
}

/** Fewest and most classes that a reader may choose. */
export const classCounts = { least: 2, most: 10 } as const;

/** The tab that every page has. */
export const firstTab = "step";

export function initialBindings(workbench: Workbench): Bindings {
  return {
    inputs: Object.fromEntries(workbench.inputs.map((input) => [input.key, input.initial])),
    indices: Object.fromEntries(workbench.indices.map((index) => [index.letter, index.initial])),
  };
}

export function initialPageState(workbench: Workbench): PageState {
  const bindings = initialBindings(workbench);
  return {
    bindings,
    step: 1,
    tab: firstTab,
    axis: null,
    showAll: false,
    numbers: false,
    softLabels: !labelsAreOneHot(workbench, bindings),
    classes: null,
    prediction: null,
  };
}

/**
 * Bindings of one workbench taken over to another of the same section with more or fewer classes: what both have keeps
 * its value, and a label that was one-hot stays so, on the last class where its own is gone.
 */
export function resizedBindings(before: Workbench, bindings: Bindings, after: Workbench): Bindings {
  const initial = initialBindings(after);
  const inputs = { ...initial.inputs };
  for (const { key } of after.inputs) inputs[key] = bindings.inputs[key] ?? inputs[key] ?? 0;
  const labels = labelVectors(before);
  const most = new Map(after.inputs.map(({ key, max }) => [key, max]));
  labelVectors(after).forEach((keys, at) => {
    const own = labels[at] ?? [];
    const hot = hotClass(own, bindings);
    const resized =
      hot === null
        ? withSum(
            keys.map((key) => ({ value: bindings.inputs[key] ?? 0, most: most.get(key) ?? 1 })),
            sumOf(own.map((key) => bindings.inputs[key] ?? 0)),
          )
        : keys.map((_, place) => (place === Math.min(hot, keys.length - 1) ? 1 : 0));
    keys.forEach((key, place) => {
      inputs[key] = resized[place] ?? 0;
    });
  });
  const indices = Object.fromEntries(
    after.indices.map(({ letter, size, initial: own }) => [letter, Math.min(bindings.indices[letter] ?? own, size)]),
  );
  return { inputs, indices };
}

/** A workbench that opens with what the document gives its own one. */
export function opensLike(own: Workbench, bench: Workbench): Workbench {
  const { inputs, indices } = resizedBindings(own, initialBindings(own), bench);
  return {
    ...bench,
    inputs: bench.inputs.map((input) => ({ ...input, initial: inputs[input.key] ?? input.initial })),
    indices: bench.indices.map((index) => ({ ...index, initial: indices[index.letter] ?? index.initial })),
  };
}

/** The label vectors of a page: inputs of role "label" that are entries of one symbol, in order. */
export function labelVectors(workbench: Workbench): readonly (readonly string[])[] {
  const byVector = new Map<string, string[]>();
  for (const input of workbench.inputs) {
    if (input.role !== "label" || input.indices.length === 0) continue;
    const vector = `${input.name} ${input.indices.slice(0, -1).join(",")}`;
    byVector.set(vector, [...(byVector.get(vector) ?? []), input.key]);
  }
  return [...byVector.values()].filter((keys) => keys.length > 1);
}

/** Position of the only 1 among zeros, or null where the values are anything else. */
export function hotClass(keys: readonly string[], bindings: Bindings): number | null {
  const values = keys.map((key) => bindings.inputs[key]);
  const hot = values.indexOf(1);
  return hot >= 0 && values.every((value, position) => value === (position === hot ? 1 : 0)) ? hot : null;
}

export function labelsAreOneHot(workbench: Workbench, bindings: Bindings): boolean {
  return labelVectors(workbench).every((keys) => hotClass(keys, bindings) !== null);
}
