import type { Expression } from "../formula/Expression";
import { exampleFunctions, type Head, headOfExpression, isSquare, mentionedNames } from "./heads";

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

/** What an equation defines by a power or logarithm of it. */
export interface WrappedHead {
  readonly head: Head;
  /** The meaning of the head where that of its power or logarithm is `body`. */
  readonly unwrap: (body: Expression) => Expression;
}

/** A variance is written as a square, a likelihood by its logarithm: σ² = … defines σ, and log L = … defines L. */
export function wrappedHead(expression: Expression | null): WrappedHead | null {
  if (expression?.kind === "power" && isSquare(expression)) {
    const head = headOfExpression(expression.base);
    return head === null ? null : { head, unwrap: rooted };
  }
  const [inside] = expression?.kind === "call" && expression.name === "log" ? expression.args : [];
  const head = headOfExpression(inside ?? null);
  return head !== null && isLikelihood(head) ? { head, unwrap: raised } : null;
}

function isLikelihood({ name }: Head): boolean {
  return /^(?:(?:cal|bb|hat) )?(?:L|p|P|q|Q|pi)(?:_|$)/u.test(name);
}

function rooted(body: Expression): Expression {
  return { kind: "call", name: "sqrt", args: [body], primes: 0, indices: [], span: body.span };
}

function raised(body: Expression): Expression {
  return { kind: "call", name: "exp", args: [body], primes: 0, indices: [], span: body.span };
}
