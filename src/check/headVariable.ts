import type { Expression, Variable } from "../formula/Expression";

/** What a chain differentiates by, read off its head: x for f(x) and f'(x), z for dL/dz; null where nothing says. */
export function headVariable(head: Expression | null): Variable | null {
  if (head === null) return null;
  switch (head.kind) {
    case "call": {
      const arg = head.args[0];
      return head.args.length === 1 && arg?.kind === "variable" ? arg : null;
    }
    case "derivative": {
      const by = head.by[0];
      return by?.kind === "variable" ? by : null;
    }
    case "negative":
    case "prime":
      return headVariable(head.operand);
    case "quotient":
      return headVariable(head.numerator) ?? headVariable(head.denominator);
    default:
      return null;
  }
}
