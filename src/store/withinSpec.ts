import type { InputSpec } from "../check/Workbench";

/** A value of an input, held to its limits. */
export function withinSpec({ min, max }: Pick<InputSpec, "min" | "max">, value: number): number {
  return Math.min(Math.max(value, min), max);
}
