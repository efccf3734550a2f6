import type { InputSpec } from "../check/Workbench";
import type { Scenario } from "../derivation/Derivation";

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
