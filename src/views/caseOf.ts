import type { Chain } from "../derivation/Derivation";
import type { Cases, Condition, Expression } from "../formula/Expression";

/** A line that says a Jacobian case by case, with the index letters of its rows and columns. */
export interface CaseLine {
  readonly cases: Cases;
  readonly row: string;
  readonly column: string;
}

/** What a chain's line states case by case of a slope ∂p_j/∂z_k; null where it is no such line. */
export function caseLine(chain: Chain, expression: Expression | null): CaseLine | null {
  const head = chain.lines[0]?.expression ?? null;
  if (expression?.kind !== "cases" || head?.kind !== "derivative") return null;
  const [row, column] = [lastLetter(head.of), lastLetter(head.by[0])];
  return row === null || column === null || row === column ? null : { cases: expression, row, column };
}

/** The branch that a cell falls under, from 0; null where none can be told. */
export function branchOf({ cases, row, column }: CaseLine, at: readonly [number, number]): number | null {
  const values = new Map([
    [row, at[0]],
    [column, at[1]],
  ]);
  const found = cases.branches.findIndex(({ condition }) => condition === null || holds(condition, values));
  return found < 0 ? null : found;
}

function holds({ sides, relations, and }: Condition, values: ReadonlyMap<string, number>): boolean {
  const own = relations.every((relation, at) => {
    const [left, right] = [sides[at], sides[at + 1]].map((side) => numberOf(side, values));
    if (left == null || right == null) return false;
    return relation === "=" ? left === right : relation === "≠" && left !== right;
  });
  return own && (and === null || holds(and, values));
}

function numberOf(side: Expression | undefined, values: ReadonlyMap<string, number>): number | null {
  if (side?.kind === "variable") return values.get(side.name) ?? null;
  return side?.kind === "number" ? Number(side.text) : null;
}

function lastLetter(expression: Expression | undefined): string | null {
  const index = expression?.kind === "variable" ? expression.indices.at(-1) : undefined;
  return index?.kind === "variable" ? index.name : null;
}

/**
 * A sum that was taken apart by its cases: the terms with a Σ over j ≠ k are one case, the terms beside them the other.
 * Null for every other formula.
 */
export function termCases(
  expression: Expression | null,
): Readonly<Record<"same" | "other", readonly Expression[]>> | null {
  if (expression?.kind !== "sum") return null;
  const other = expression.terms.filter(leavesOneOut);
  const same = expression.terms.filter((term) => !other.includes(term));
  return other.length === 0 || same.length === 0 ? null : { same, other };
}

function leavesOneOut(term: Expression): boolean {
  switch (term.kind) {
    case "negative":
      return leavesOneOut(term.operand);
    case "product":
      return term.factors.some(leavesOneOut);
    case "indexed":
      return term.condition?.relations.includes("≠") === true;
    default:
      return false;
  }
}
