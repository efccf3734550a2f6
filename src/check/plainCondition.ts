import type { Condition, Expression } from "../formula/Expression";
import { print } from "../formula/print";
import { symbolWords } from "../formula/symbolWords";

/** Conditions as they stand in a sentence, each once: "i ≠ j, y = 1". */
export function plainConditions(conditions: readonly Condition[]): string {
  return [...new Set(conditions.map(plainCondition))].join(", ");
}

function plainCondition({ sides, relations, and }: Condition): string {
  const text = sides.map((side, at) => (at === 0 ? "" : ` ${relations[at - 1]} `) + plainSide(side)).join("");
  return and === null ? text : `${text}, ${plainCondition(and)}`;
}

/** What is more than symbols and numbers stays TeX. */
function plainSide(side: Expression): string {
  if (side.kind === "negative") return `−${plainSide(side.operand)}`;
  if (side.kind !== "variable") return print(side);
  const indices = side.indices.map(plainSide).join(",");
  return symbolWords(side.name) + (indices === "" ? "" : `_${indices.length > 1 ? `{${indices}}` : indices}`);
}
