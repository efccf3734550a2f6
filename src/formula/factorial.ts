import type { Expression, IndexedSum } from "./Expression";
import type { Span } from "./Span";

/** Begins the index of a factorial's product, which no formula can hold. */
const mark = "!";

/**
 * n! is the product of all whole numbers from 1 to n; 0! is the empty one. `text` is the operand's: products of several
 * operands have several indices, for letters that run as far as two limits would make them one.
 */
export function factorialOf(operand: Expression, text: string, span: Span): IndexedSum {
  const index = mark + text;
  return {
    kind: "indexed",
    operation: "product",
    index,
    lower: { kind: "number", text: "1", span },
    upper: operand,
    condition: null,
    body: { kind: "variable", name: index, indices: [], span },
    span,
  };
}

export function isFactorialIndex(name: string): boolean {
  return name.startsWith(mark);
}

/** What a product that was written as a factorial is the factorial of; null of any other. */
export function operandOfFactorial(expression: Expression): Expression | null {
  return expression.kind === "indexed" && isFactorialIndex(expression.index) ? expression.upper : null;
}
