import type { Condition, Expression } from "./Expression";
import { parts } from "./traverse";

/** Whether two expressions are the same tree; where they were read from does not count. */
export function sameTree(a: Expression, b: Expression): boolean {
  return a === b || (sameNode(a, b) && sameParts(parts(a), parts(b)));
}

function sameParts(a: readonly Expression[], b: readonly Expression[]): boolean {
  return a.length === b.length && a.every((part, i) => sameTree(part, b[i] as Expression));
}

/** Whether two nodes are alike in everything that is not one of their parts. */
export function sameNode(a: Expression, b: Expression): boolean {
  switch (a.kind) {
    case "number":
      return b.kind === "number" && a.text === b.text;
    case "constant":
      return b.kind === "constant" && a.name === b.name;
    case "variable":
      return b.kind === "variable" && a.name === b.name;
    case "product":
      return b.kind === "product" && a.style === b.style;
    case "call":
      return b.kind === "call" && a.name === b.name && a.primes === b.primes && a.indices.length === b.indices.length;
    case "derivative":
      return b.kind === "derivative" && a.style === b.style;
    case "prime":
      return b.kind === "prime" && a.order === b.order;
    case "indexed":
      return (
        b.kind === "indexed" &&
        a.operation === b.operation &&
        a.index === b.index &&
        (a.lower === null) === (b.lower === null) &&
        (a.upper === null) === (b.upper === null) &&
        sameShape(a.condition, b.condition)
      );
    case "cases":
      return (
        b.kind === "cases" &&
        a.branches.length === b.branches.length &&
        a.branches.every((branch, i) => sameShape(branch.condition, b.branches[i]?.condition ?? null))
      );
    case "indicator":
      return b.kind === "indicator" && sameShape(a.condition, b.condition);
    case "matrix":
      return b.kind === "matrix" && a.rows.length === b.rows.length && a.rows[0]?.length === b.rows[0]?.length;
    case "norm":
      return b.kind === "norm" && a.order === b.order;
    case "sum":
    case "negative":
    case "quotient":
    case "power":
    case "evaluated":
    case "transpose":
      return a.kind === b.kind;
  }
}

function sameShape(a: Condition | null, b: Condition | null): boolean {
  if (a === null || b === null) return a === b;
  return a.sides.length === b.sides.length && a.relations.join() === b.relations.join() && sameShape(a.and, b.and);
}
