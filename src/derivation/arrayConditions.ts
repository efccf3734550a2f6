import type { Condition, Expression } from "../formula/Expression";
import { saysSymmetric, saysUnit } from "./cues";

/** What the words around a symbol say of it as a vector or matrix: ‖u‖ = 1, Aᵀ = A. */
export function arrayConditions(symbol: Expression, before: string, after: string): readonly Condition[] {
  if (symbol.kind !== "variable") return [];
  const { span } = symbol;
  const found: Condition[] = [];
  if (saysUnit(before, after))
    found.push(equation({ kind: "norm", operand: symbol, order: 2, span }, { kind: "number", text: "1", span }));
  if (saysSymmetric(before, after)) found.push(equation({ kind: "transpose", operand: symbol, span }, symbol));
  return found;
}

function equation(left: Expression, right: Expression): Condition {
  return { sides: [left, right], relations: ["="], and: null };
}
