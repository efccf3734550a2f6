import type { Bindings } from "../check/Bindings";
import type { InputSpec, Workbench } from "../check/Workbench";
import type { Scenario } from "../derivation/Derivation";
import { initialBindings } from "../store/PageState";
import { withinSpec } from "../store/withinSpec";

/** A scenario's values by the keys of the page's inputs: a list gives the entries of a symbol in their order. */
export function scenarioInputs(
  { values }: Pick<Scenario, "values">,
  inputs: readonly Pick<InputSpec, "key" | "name">[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (typeof value === "number") return inputs.some(({ key }) => key === name) ? [[name, value] as const] : [];
      return inputs
        .filter((input) => input.name === name)
        .flatMap(({ key }, at) => {
          const own = value[at];
          return own === undefined ? [] : [[key, own] as const];
        });
    }),
  );
}

/** How many classes a start is for: its longest list of values; null where it has none. */
export function classesOfStart(start: Pick<Scenario, "values"> | null): number | null {
  const lengths = Object.values(start?.values ?? {}).flatMap((one) => (typeof one === "number" ? [] : [one.length]));
  return lengths.length === 0 ? null : Math.max(...lengths);
}

/** What the inputs are at a start: the page's own values (null), and over them those of a scenario, within their limits. */
export function startBindings(start: Pick<Scenario, "values"> | null, workbench: Workbench): Bindings {
  const { inputs, indices } = initialBindings(workbench);
  const own = start === null ? {} : scenarioInputs(start, workbench.inputs);
  const held = workbench.inputs.flatMap((input) => {
    const value = own[input.key];
    return value === undefined ? [] : [[input.key, withinSpec(input, value)] as const];
  });
  return { inputs: { ...inputs, ...Object.fromEntries(held) }, indices };
}

/**
 * The start whose values the inputs have, the first of several; undefined where they have those of none. `classes` is
 * how many the page has now, null where it has no number to choose. Indices say what is looked at, not where it is.
 */
export function startOf<S extends Pick<Scenario, "values">>(
  starts: readonly (S | null)[],
  workbench: Workbench,
  classes: number | null,
  { inputs }: Bindings,
): S | null | undefined {
  return starts.find((start) => {
    const own = classesOfStart(start);
    if (own !== null && classes !== null && own !== classes) return false;
    return Object.entries(startBindings(start, workbench).inputs).every(([key, value]) => inputs[key] === value);
  });
}
