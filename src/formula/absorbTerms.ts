import type { Expression, IndexedSum } from "./Expression";
import { freeIndices } from "./indices";
import { cover, type Span } from "./Span";

/** A term with the sign before it; `span` includes the sign. */
export interface Term {
  readonly negative: boolean;
  readonly value: Expression;
  readonly span: Span;
}

/**
 * The body of a Σ ends at + or −, unless what follows still contains its index free: Σ_i t_i a_i + (1−t_i) b_i sums
 * both terms. An index that is also free to the left of the Σ names something outside, and takes nothing in.
 * `open` are the sums of these terms that no bracket closes; `known` letters are free in other formulas.
 */
export function absorbTerms(
  terms: readonly Term[],
  open: readonly IndexedSum[],
  known: ReadonlySet<string>,
): readonly Term[] {
  if (open.length === 0 || terms.length === 1) return terms;
  const free = terms.map((term) => freeIndices(term.value));
  const result: Term[] = [];
  for (let at = 0; at < terms.length; ) {
    const term = terms[at] as Term;
    const sums = sumsAtRightEdge(term.value, open);
    const outside = leftOf(terms.slice(0, at), term.value, open);
    const wants = (sum: IndexedSum, i: number): boolean =>
      !outside.has(sum.index) && !known.has(sum.index) && (free[i]?.has(sum.index) ?? false);
    let last = terms.length - 1;
    while (last > at && !sums.some((sum) => wants(sum, last))) last--;
    const taken = terms.slice(at + 1, last + 1);
    const target = sums.findLast((sum) => taken.some((_, i) => wants(sum, at + 1 + i)));
    result.push(target === undefined ? term : extend(term, target, taken));
    at = last + 1;
  }
  return result;
}

/** Unbracketed sums whose body ends where the expression ends, the outermost first. */
function sumsAtRightEdge(expression: Expression, open: readonly IndexedSum[]): readonly IndexedSum[] {
  const found: IndexedSum[] = [];
  for (let at: Expression | null = expression; at !== null; at = rightEdge(at))
    if (at.kind === "indexed" && open.includes(at)) found.push(at);
  return found;
}

function rightEdge(expression: Expression): Expression | null {
  switch (expression.kind) {
    case "product":
      return expression.factors.at(-1) ?? null;
    case "negative":
      return expression.operand;
    case "indexed":
      return expression.body;
    case "derivative":
      return expression.of;
    default:
      return null;
  }
}

function leftOf(before: readonly Term[], value: Expression, open: readonly IndexedSum[]): ReadonlySet<string> {
  const letters = new Set<string>();
  for (const term of before) for (const letter of freeIndices(term.value)) letters.add(letter);
  for (let at: Expression | null = value; at !== null; at = rightEdge(at)) {
    if (at.kind === "indexed" && open.includes(at)) break;
    if (at.kind === "product")
      for (const factor of at.factors.slice(0, -1)) for (const letter of freeIndices(factor)) letters.add(letter);
  }
  return letters;
}

function extend(term: Term, target: IndexedSum, taken: readonly Term[]): Term {
  const end = taken.reduce((span, next) => cover(span, next.span), term.span);
  const extra = taken.map(
    ({ negative, value, span }): Expression => (negative ? { kind: "negative", operand: value, span } : value),
  );
  const replace = (expression: Expression): Expression => {
    const span = cover(expression.span, end);
    if (expression === target) {
      const terms = [...(target.body.kind === "sum" ? target.body.terms : [target.body]), ...extra];
      return { ...target, body: { kind: "sum", terms, span: cover(target.body.span, end) }, span };
    }
    switch (expression.kind) {
      case "product":
        return {
          ...expression,
          factors: expression.factors.map((factor, i) =>
            i === expression.factors.length - 1 ? replace(factor) : factor,
          ),
          span,
        };
      case "negative":
        return { ...expression, operand: replace(expression.operand), span };
      case "indexed":
        return { ...expression, body: replace(expression.body), span };
      case "derivative":
        return { ...expression, of: replace(expression.of), span };
      default:
        return expression;
    }
  };
  return { ...term, value: replace(term.value), span: end };
}
