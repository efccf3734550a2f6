import type { Expression, Relation } from "../formula/Expression";
import { parts } from "../formula/traverse";
import type { Counterexample } from "./Verdict";

/**
 * Half a unit of the last printed place where a pure number is set equal to a printed decimal: −log(0.245) = 1.406
 * says "to three places". 0 where the sides must agree exactly: with a symbol in them, or between integers.
 */
export function printedTolerance(left: Expression, right: Expression, relation: Relation): number {
  if (relation !== "=" && relation !== "≈") return 0;
  if (!isPureNumber(left) || !isPureNumber(right)) return 0;
  const places = [left, right].map(printedPlaces).filter((count): count is number => count !== null);
  if (places.length === 0) return 0;
  const coarsest = Math.min(...places);
  return coarsest === 0 && relation === "=" ? 0 : 0.5 * 10 ** -coarsest * (1 + 1e-9);
}

/**
 * Whether a printed decimal has the first places of the other side's value: 0.2748110836 = 0.274811083 is cut off
 * rather than rounded, as much as one unit of the last place away.
 */
export function isCutOff(left: Expression, right: Expression, values: Pick<Counterexample, "left" | "right">): boolean {
  if (!isPureNumber(left) || !isPureNumber(right)) return false;
  return [
    { printed: right, value: values.left },
    { printed: left, value: values.right },
  ].some(({ printed, value }) => {
    const places = printedPlaces(printed);
    if (places === null || places === 0) return false;
    const unit = 10 ** -places;
    const own = printed === right ? values.right : values.left;
    return Math.abs(Math.trunc(value / unit) * unit - own) < unit * 1e-6;
  });
}

/** Decimal places of a side that is one printed number, or null. */
function printedPlaces(side: Expression): number | null {
  if (side.kind === "negative") return printedPlaces(side.operand);
  if (side.kind !== "number") return null;
  return decimalPlaces(side.text);
}

export function decimalPlaces(text: string): number {
  const dot = text.indexOf(".");
  return dot < 0 ? 0 : text.length - dot - 1;
}

function isPureNumber(expression: Expression): boolean {
  if (expression.kind === "variable" || expression.kind === "derivative" || expression.kind === "prime") return false;
  return parts(expression).every(isPureNumber);
}
