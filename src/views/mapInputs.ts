import type { InputSpec, Workbench } from "../check/Workbench";

/** By custom w, b and z are what is fitted; x and the rest are data. */
export function isParameter({ name }: Pick<InputSpec, "name">): boolean {
  return /^(bold )?[wWbz]\b/.test(name);
}

/** Inputs that a loss is looked at over; parameters and logits come before data. */
export function mapInputs({ inputs }: Workbench): readonly InputSpec[] {
  const rank = (input: InputSpec) => (isParameter(input) ? 0 : 1);
  return inputs
    .filter(({ role, choices }) => role === "input" && choices === null)
    .toSorted((a, b) => rank(a) - rank(b));
}
