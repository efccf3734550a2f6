export type Sign = "positive" | "zero" | "negative";

export const signs: readonly Sign[] = ["positive", "zero", "negative"];

/** Smaller values than this are rounding. */
const rounding = 1e-12;

/** The sign of a computed value; null where it has none. */
export function signOf(value: number): Sign | null {
  if (!Number.isFinite(value)) return null;
  if (Math.abs(value) <= rounding) return "zero";
  return value > 0 ? "positive" : "negative";
}
