import type { Condition, Expression } from "../formula/Expression";
import { sumOver } from "../formula/sumOver";

/** Σ_k y_k = 1 of a symbol y, or of y_{i,k} over its last index; null of anything but a symbol. */
export function sumIsOne(symbol: Expression): Condition | null {
  if (symbol.kind !== "variable") return null;
  const { span } = symbol;
  const name = symbol.name.replace(/(^| )(?:bold|vec) /u, "$1");
  const last = symbol.indices.at(-1);
  const index = last?.kind === "variable" && last.indices.length === 0 ? last.name : "k";
  const letter: Expression = { kind: "variable", name: index, indices: [], span };
  const body: Expression = { ...symbol, name, indices: [...symbol.indices.slice(0, -1), letter] };
  const sum = sumOver(index, body);
  return { sides: [sum, { kind: "number", text: "1", span }], relations: ["="], and: null };
}
