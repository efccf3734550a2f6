import type { Expression } from "../formula/Expression";
import { exampleFunctions, type Head, headOfExpression, mentionedNames } from "./heads";

/** `f_c(x) = c + x` is the example function f of a parameter c. */
export function parametrised(head: Head, body: Expression): Head | null {
  const [index] = head.indices;
  if (
    !exampleFunctions.test(head.name) ||
    head.parameters.length === 0 ||
    head.indices.length !== 1 ||
    index?.kind !== "variable"
  )
    return null;
  return mentionedNames(body).has(index.name) ? { ...head, indices: [] } : null;
}

export function isIndexLetter(head: Head): boolean {
  return head.parameters.length === 0 && head.indices.length === 0 && /^[ijkl]$/.test(head.name);
}

/** A variance is written as a square: σ² = … defines σ. */
export function squareHead(expression: Expression | null): Head | null {
  return isSquare(expression) && expression?.kind === "power" ? headOfExpression(expression.base) : null;
}

export function isSquare(expression: Expression | null): boolean {
  return (
    expression?.kind === "power" &&
    expression.exponent.kind === "number" &&
    expression.exponent.text === "2" &&
    expression.base.kind === "variable" &&
    /(?:^|\s)(?:sigma|s)(?:_.*)?$/.test(expression.base.name)
  );
}

export function rooted(body: Expression): Expression {
  return { kind: "call", name: "sqrt", args: [body], primes: 0, indices: [], span: body.span };
}
