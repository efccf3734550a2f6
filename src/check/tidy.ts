import type { Expression } from "../formula/Expression";
import { print } from "../formula/print";
import { mapParts } from "../formula/traverse";

const nowhere = { start: 0, end: 0 };

export function numeral(value: number): Expression {
  return { kind: "number", text: String(value), span: nowhere };
}

export function negated(expression: Expression): Expression {
  return expression.kind === "negative" ? expression.operand : { kind: "negative", operand: expression, span: nowhere };
}

export function sumOf(terms: readonly Expression[]): Expression {
  const [only, second] = terms;
  if (only === undefined) return numeral(0);
  return second === undefined ? only : { kind: "sum", terms, span: nowhere };
}

export function productOf(factors: readonly Expression[]): Expression {
  const [only, second] = factors;
  if (only === undefined) return numeral(1);
  return second === undefined ? only : { kind: "product", factors, style: "ordinary", span: nowhere };
}

export function quotientOf(numerator: Expression, denominator: Expression): Expression {
  return isNumber(denominator, 1) ? numerator : { kind: "quotient", numerator, denominator, span: nowhere };
}

export function isNumber(expression: Expression, value: number): boolean {
  return expression.kind === "number" && Number(expression.text) === value;
}

export function termsOf(expression: Expression): readonly Expression[] {
  return expression.kind === "sum" ? expression.terms : [expression];
}

export function factorsOf(expression: Expression): readonly Expression[] {
  return expression.kind === "product" && expression.style === "ordinary" ? expression.factors : [expression];
}

/** What differentiates is a name for its result: nothing inside is rewritten. */
export function isOpaque({ kind }: Expression): boolean {
  return kind === "derivative" || kind === "prime" || kind === "variable" || kind === "evaluated" || kind === "cases";
}

/**
 * The same formula as anyone would write it down: sums and products without inner ones, signs in front, no 1 as a
 * factor, no 0 as a term, equal factors as a power. Nothing is multiplied out and nothing cancels.
 */
export function tidy(expression: Expression): Expression {
  if (isOpaque(expression)) return expression;
  const inner = mapParts(expression, tidy);
  switch (inner.kind) {
    case "sum":
      return sumOf(inner.terms.flatMap(signedTerms).filter((term) => !isNumber(term, 0)));
    case "negative":
      return isNumber(inner.operand, 0) ? inner.operand : negated(inner.operand);
    case "product":
      return inner.style === "ordinary" ? tidyProduct(inner.factors) : inner;
    case "quotient": {
      const isTurned = (inner.numerator.kind === "negative") !== (inner.denominator.kind === "negative");
      const plain = quotientOf(unsigned(inner.numerator), unsigned(inner.denominator));
      return isNumber(plain, 0) || !isTurned ? plain : negated(plain);
    }
    case "power":
      return isNumber(inner.exponent, 1) ? inner.base : inner;
    case "indexed":
      return inner.operation === "sum" && inner.body.kind === "negative"
        ? negated({ ...inner, body: inner.body.operand })
        : inner;
    default:
      return inner;
  }
}

function signedTerms(term: Expression): readonly Expression[] {
  if (term.kind === "sum") return term.terms;
  if (term.kind === "negative" && term.operand.kind === "sum") return term.operand.terms.map(negated);
  return [term];
}

function unsigned(expression: Expression): Expression {
  return expression.kind === "negative" ? expression.operand : expression;
}

function tidyProduct(all: readonly Expression[]): Expression {
  const flat = all.flatMap((factor) =>
    factor.kind === "negative" ? [numeral(-1), ...factorsOf(factor.operand)] : factorsOf(factor),
  );
  const isTurned = flat.filter((factor) => isNumber(factor, -1)).length % 2 === 1;
  const kept = flat.filter((factor) => !isNumber(factor, -1) && !isNumber(factor, 1));
  const zero = kept.find((factor) => isNumber(factor, 0));
  if (zero !== undefined) return zero;
  const product = productOf(asPowers(kept));
  return isTurned ? negated(product) : product;
}

function asPowers(factors: readonly Expression[]): readonly Expression[] {
  const powers = new Map<string, { readonly base: Expression; exponent: number }>();
  for (const factor of factors) {
    const { base, exponent } = wholePower(factor);
    const known = powers.get(print(base));
    if (known === undefined) powers.set(print(base), { base, exponent });
    else known.exponent += exponent;
  }
  return [...powers.values()].map(({ base, exponent }) => powerOf(base, exponent));
}

/** x² as x and 2; anything else as itself and 1. */
export function wholePower(factor: Expression): { readonly base: Expression; readonly exponent: number } {
  const exponent = factor.kind === "power" && factor.exponent.kind === "number" ? Number(factor.exponent.text) : 0;
  return factor.kind === "power" && Number.isInteger(exponent) && exponent > 1
    ? { base: factor.base, exponent }
    : { base: factor, exponent: 1 };
}

export function powerOf(base: Expression, exponent: number): Expression {
  return exponent === 1 ? base : { kind: "power", base, exponent: numeral(exponent), span: nowhere };
}

/** Equal for formulas that differ only in the order of terms and factors and in what `tidy` removes. */
export function shapeKey(expression: Expression): string {
  return print(sorted(tidy(expression)));
}

function sorted(expression: Expression): Expression {
  if (isOpaque(expression)) return expression;
  const inner = mapParts(expression, sorted);
  if (inner.kind === "sum") return { ...inner, terms: inner.terms.toSorted(byPrint) };
  if (inner.kind === "product" && inner.style === "ordinary")
    return { ...inner, factors: inner.factors.toSorted(byPrint) };
  return inner;
}

function byPrint(one: Expression, other: Expression): number {
  const [a, b] = [print(one), print(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}
