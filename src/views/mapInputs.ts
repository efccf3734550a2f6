import type { InputSpec, Workbench } from "../check/Workbench";

/** Inputs that a loss is looked at over; parameters and logits come before data. */
export function mapInputs({ inputs }: Workbench): readonly InputSpec[] {
  const rank = ({ name }: InputSpec) => (/^(bold )?[wWbz]\b/.test(name) ? 0 : 1);
  return inputs
    .filter(({ role, choices }) => role === "input" && choices === null)
    .toSorted((a, b) => rank(a) - rank(b));
}
