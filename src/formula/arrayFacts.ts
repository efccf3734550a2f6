import type { Condition, Expression, Variable } from "./Expression";
import { sameTree } from "./sameTree";

/** What a condition says of a vector or matrix: ‖u‖² = `square`, A = Aᵀ, or something that nothing is computed with. */
export type ArrayFact =
  | { readonly kind: "length"; readonly variable: Variable; readonly square: string }
  | { readonly kind: "symmetric"; readonly variable: Variable }
  | { readonly kind: "other" };

/**
 * ‖u‖ = ‖v‖ = 1, uᵀu = 1, Σ_i u_i² = 1, A = Aᵀ; uᵀv = 0 and QᵀQ = I are facts that nothing is computed with. Such
 * an equation between free symbols is never an identity: it says which ones are meant. Null of anything else.
 */
export function arrayFacts({ sides, relations, and }: Condition): readonly ArrayFact[] | null {
  const right = sides.at(-1);
  if (and !== null || right === undefined || sides.length < 2 || relations.some((one) => one !== "=")) return null;
  const found = sides.slice(0, -1).map((left) => factOf(left, right));
  return found.some((fact) => fact === null) ? null : (found as readonly ArrayFact[]);
}

function factOf(left: Expression, right: Expression): ArrayFact | null {
  const symmetric = transposeOf(left, right) ?? transposeOf(right, left);
  if (symmetric !== null) return { kind: "symmetric", variable: symmetric };
  if (right.kind === "variable")
    return right.name.replace(/^(?:bold|bb) /u, "") === "I" && isProductOfArrays(left) ? { kind: "other" } : null;
  if (right.kind !== "number") return null;
  const root = vectorOf(left);
  if (root !== null) return { kind: "length", variable: root, square: String(Number(right.text) ** 2) };
  const square = squared(left);
  if (square !== null) return { kind: "length", variable: square, square: right.text };
  return isProductOfArrays(left) && Number(right.text) === 0 ? { kind: "other" } : null;
}

/** A of Aᵀ = A. */
function transposeOf(one: Expression, other: Expression): Variable | null {
  return one.kind === "transpose" && one.operand.kind === "variable" && sameTree(one.operand, other)
    ? one.operand
    : null;
}

/** u of ‖u‖. */
function vectorOf(side: Expression): Variable | null {
  return side.kind === "norm" && side.order === 2 && side.operand.kind === "variable" ? side.operand : null;
}

/** u of ‖u‖², uᵀu and Σ_i u_i². */
function squared(side: Expression): Variable | null {
  if (side.kind === "power" && isTwo(side.exponent)) return vectorOf(side.base);
  if (side.kind === "product" && side.factors.length === 2) {
    const [first, second] = side.factors;
    if (first?.kind !== "transpose" || second?.kind !== "variable") return null;
    return sameTree(first.operand, second) ? second : null;
  }
  if (side.kind !== "indexed" || side.operation !== "sum" || side.condition !== null) return null;
  const { body, index } = side;
  if (body.kind !== "power" || !isTwo(body.exponent) || body.base.kind !== "variable") return null;
  const [only] = body.base.indices;
  const isSummed = body.base.indices.length === 1 && only?.kind === "variable" && only.name === index;
  return isSummed ? { ...body.base, indices: [] } : null;
}

function isTwo(exponent: Expression): boolean {
  return exponent.kind === "number" && Number(exponent.text) === 2;
}

/** uᵀv, QᵀQ, AAᵀ. */
function isProductOfArrays(side: Expression): boolean {
  if (side.kind !== "product") return false;
  const plain = side.factors.every(
    (factor) => factor.kind === "variable" || (factor.kind === "transpose" && factor.operand.kind === "variable"),
  );
  return plain && side.factors.some(({ kind }) => kind === "transpose");
}
