import type { Expression, Sum, Variable } from "../formula/Expression";
import { mapParts } from "../formula/traverse";
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

/**
 * `x_{k+1} = x_k − η g_k`: an update defines the next member by those before it. As a definition of x_k its body is one
 * step back. Null where the other side has no member of the family.
 */
export function shiftedHead(left: Expression | null, body: Expression): { head: Head; body: Expression } | null {
  if (left?.kind !== "variable") return null;
  const shifts = left.indices.map(shiftOf);
  const [shift, more] = shifts.filter((one) => one !== null);
  if (shift == null || more !== undefined || !mentionedNames(body).has(left.name)) return null;
  const indices = left.indices.map((index, at) => (shifts[at] === null ? index : shift.letter));
  const head = headOfExpression({ ...left, indices });
  return head === null ? null : { head, body: stepBack(body, shift) };
}

interface Shift {
  readonly letter: Variable;
  readonly by: number;
}

/** k and 1 of k + 1. */
function shiftOf(index: Expression): Shift | null {
  if (index.kind !== "sum" || index.terms.length !== 2) return null;
  const [letter, by] = index.terms;
  return letter?.kind === "variable" && letter.indices.length === 0 && by?.kind === "number"
    ? { letter, by: Number(by.text) }
    : null;
}

/** The formula with k − 1 in the place of k; k + 1 becomes k. */
function stepBack(body: Expression, shift: Shift): Expression {
  const { letter, by } = shift;
  const change = (part: Expression): Expression => {
    if (part.kind === "variable" && part.indices.length === 0)
      return part.name === letter.name ? moved(part, -by) : part;
    if (part.kind === "variable") return { ...part, indices: part.indices.map(change) };
    const own = part.kind === "sum" ? shiftIn(part, letter.name) : null;
    return own === null ? mapParts(part, change) : moved(own.letter, own.by - by);
  };
  return change(body);
}

/** k + 2 and k − 1 as k and a number. */
function shiftIn(sum: Sum, name: string): Shift | null {
  const [letter, by] = sum.terms;
  if (sum.terms.length !== 2 || letter?.kind !== "variable" || letter.name !== name || by === undefined) return null;
  if (by.kind === "number") return { letter, by: Number(by.text) };
  return by.kind === "negative" && by.operand.kind === "number" ? { letter, by: -Number(by.operand.text) } : null;
}

function moved(letter: Variable, by: number): Expression {
  if (by === 0) return letter;
  const { span } = letter;
  const size: Expression = { kind: "number", text: String(Math.abs(by)), span };
  return { kind: "sum", terms: [letter, by > 0 ? size : { kind: "negative", operand: size, span }], span };
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
