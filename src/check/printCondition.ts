import type { Condition } from "../formula/Expression";
import { print } from "../formula/print";

/** A condition as TeX: i \ne j, 0 < p < 1. */
export function printCondition(condition: Condition): string {
  const symbol: Record<string, string> = { "≠": "\\ne", "≤": "\\le", "≥": "\\ge", "∈": "\\in" };
  const text = condition.sides
    .map((side, at) =>
      at === 0
        ? print(side)
        : `${symbol[condition.relations[at - 1] as string] ?? condition.relations[at - 1]} ${print(side)}`,
    )
    .join(" ");
  return condition.and === null ? text : `${text}, ${printCondition(condition.and)}`;
}
