import type { Definition, Scope } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { freeIndices } from "../formula/indices";
import { mapParts } from "../formula/traverse";
import {
  factorsOf,
  isOpaque,
  negated,
  powerOf,
  productOf,
  quotientOf,
  shapeKey,
  sumOf,
  termsOf,
  tidy,
  wholePower,
} from "./tidy";
import { writtenDerivative } from "./writtenDerivative";

/** A way to write a formula differently without changing its value. `there` names it, `back` its way back. */
export interface Rewrite {
  readonly there: RewriteName;
  /** Null where the way back explains nothing. */
  readonly back: RewriteName | null;
  /** The formula written so wherever that is possible, and at each such place alone; none where it is nowhere. */
  readonly apply: (expression: Expression) => readonly Expression[];
}

/** The name of a rewrite, with what it is about. The words are in `describeRewrite`. */
export interface RewriteName {
  readonly code:
    | "expand"
    | "take-out"
    | "cancel"
    | "multiply-both"
    | "collect"
    | "add-and-subtract"
    | "split-fraction"
    | "common-denominator"
    | "out-of-sum"
    | "into-sum"
    | "substitute"
    | "write-for"
    | "differentiate"
    | "assumption";
  readonly about: Expression | null;
}

/** More terms than this are no smaller step. */
const mostTerms = 8;

/** An equation that may be used: a line that was judged, or that the document gives. */
export interface Known {
  readonly left: Expression;
  readonly right: Expression;
}

/** What the document has shown before comes first, then the rules of algebra and of differentiation, then definitions. */
export function rewritesFor(scope: Scope, known: readonly Known[], keyOf: KeyOf): readonly Rewrite[] {
  const plain = (there: RewriteName["code"], back: RewriteName["code"], local: Local): Rewrite => ({
    there: { code: there, about: null },
    back: { code: back, about: null },
    apply: everywhere(local),
  });
  return [
    ...known.map(({ left, right }) => substitution("substitute", left, replacing(left, right, keyOf))),
    plain("collect", "add-and-subtract", collect),
    plain("cancel", "multiply-both", cancel),
    plain("expand", "take-out", expandFractions),
    plain("expand", "take-out", expand),
    plain("split-fraction", "common-denominator", splitFraction),
    plain("out-of-sum", "into-sum", takeOutOfSum),
    {
      there: { code: "differentiate", about: null },
      back: null,
      // Two derivatives are two thoughts, unlike two fractions that cancel.
      apply: (expression) => {
        const [all, ...single] = everywhere((part) => writtenDerivative(part, scope))(expression);
        return single.length > 0 || all === undefined ? single : [all];
      },
    },
    ...scope.assumptions.flatMap(({ condition: { sides, relations, and } }) => {
      const [left, right] = sides;
      const isEquation = relations.length === 1 && relations[0] === "=" && and === null;
      return isEquation && left !== undefined && right !== undefined && left.kind !== "variable"
        ? [substitution("assumption", left, replacing(left, right, keyOf))]
        : [];
    }),
    ...scope.definitions.flatMap((definition) => {
      const local = meaning(definition);
      const { name, indices, span } = definition;
      return local === null ? [] : [substitution("substitute", { kind: "variable", name, indices, span }, local)];
    }),
  ];
}

/** Equal for what counts as the same formula. */
export type KeyOf = (expression: Expression) => string;

type Local = (expression: Expression) => Expression | null;

function substitution(code: "substitute" | "assumption", about: Expression, local: Local): Rewrite {
  return { there: { code, about }, back: { code: "write-for", about }, apply: everywhere(local) };
}

/** Places beyond this many are rewritten all together only. */
const mostPlaces = 4;

function everywhere(local: Local): (expression: Expression) => readonly Expression[] {
  return (expression) => {
    const whole = tidy(expression);
    const rewrite = (only: number | null): readonly [Expression, places: number] => {
      let places = 0;
      const visit = (part: Expression): Expression => {
        const inner = isOpaque(part) ? part : mapParts(part, visit);
        const rewritten = local(inner);
        if (rewritten === null) return inner;
        places += 1;
        return only === null || only === places - 1 ? rewritten : inner;
      };
      return [tidy(visit(whole)), places];
    };
    const [all, places] = rewrite(null);
    if (places === 0) return [];
    const single = places === 1 || places > mostPlaces ? 0 : places;
    return [all, ...Array.from({ length: single }, (_, only) => rewrite(only)[0])];
  };
}

/** (A/x + B/y) x (1 − x): only the sum with the fractions is multiplied out, so that its denominators can cancel. */
function expandFractions(expression: Expression): Expression | null {
  const factors = factorsOf(expression);
  const isFraction = (term: Expression) => (term.kind === "negative" ? term.operand : term).kind === "quotient";
  const at = factors.findIndex((factor) => factor.kind === "sum" && factor.terms.some(isFraction));
  const sum = factors[at];
  if (factors.length < 2 || sum?.kind !== "sum" || sum.terms.length > mostTerms) return null;
  return sumOf(sum.terms.map((term) => productOf(factors.with(at, term))));
}

/** (A + B) C = A C + B C. */
function expand(expression: Expression): Expression | null {
  const factors = factorsOf(expression).flatMap((factor) => {
    const { base, exponent } = wholePower(factor);
    return base.kind === "sum" && exponent === 2 ? [base, base] : [factor];
  });
  if (factors.length < 2 || !factors.some(({ kind }) => kind === "sum")) return null;
  const terms = factors.reduce<readonly (readonly Expression[])[]>(
    (all, factor) => all.flatMap((one) => termsOf(factor).map((term) => [...one, term])),
    [[]],
  );
  return terms.length > mostTerms ? null : sumOf(terms.map(productOf));
}

/** Factors that stand above and below, in one fraction or in a product with fractions. */
function cancel(expression: Expression): Expression | null {
  if (expression.kind !== "product" && expression.kind !== "quotient") return null;
  const [above, below]: [Expression[], Expression[]] = [[], []];
  for (const factor of factorsOf(expression)) {
    const isFraction = factor.kind === "quotient";
    above.push(...singles(isFraction ? factor.numerator : factor));
    if (isFraction) below.push(...singles(factor.denominator));
  }
  const keys = below.map(shapeKey);
  const kept = above.filter((factor) => {
    const at = keys.indexOf(shapeKey(factor));
    if (at < 0) return true;
    keys.splice(at, 1);
    below.splice(at, 1);
    return false;
  });
  return kept.length === above.length ? null : quotientOf(productOf(kept), productOf(below));
}

function singles(expression: Expression): readonly Expression[] {
  return factorsOf(expression).flatMap((factor) => {
    const { base, exponent } = wholePower(factor);
    return Array.from({ length: exponent }, () => powerOf(base, 1));
  });
}

/** Terms and their opposites go. */
function collect(expression: Expression): Expression | null {
  if (expression.kind !== "sum") return null;
  const left: { readonly term: Expression; readonly key: string }[] = [];
  for (const term of expression.terms) {
    const opposite = shapeKey(negated(term));
    const at = left.findIndex(({ key }) => key === opposite);
    if (at < 0) left.push({ term, key: shapeKey(term) });
    else left.splice(at, 1);
  }
  return left.length === expression.terms.length ? null : sumOf(left.map(({ term }) => term));
}

/** (A + B) / C = A/C + B/C. */
function splitFraction(expression: Expression): Expression | null {
  if (expression.kind !== "quotient" || expression.numerator.kind !== "sum") return null;
  const { terms } = expression.numerator;
  return terms.length > mostTerms ? null : sumOf(terms.map((term) => quotientOf(term, expression.denominator)));
}

/** Σ_j c t_j = c Σ_j t_j. */
function takeOutOfSum(expression: Expression): Expression | null {
  if (expression.kind !== "indexed" || expression.operation !== "sum") return null;
  const factors = factorsOf(expression.body);
  const isFree = (factor: Expression) => !freeIndices(factor).has(expression.index);
  const [outside, inside] = [factors.filter(isFree), factors.filter((factor) => !isFree(factor))];
  if (outside.length === 0 || inside.length === 0) return null;
  return productOf([...outside, { ...expression, body: productOf(inside) }]);
}

function replacing(left: Expression, right: Expression, keyOf: KeyOf): Local {
  const key = keyOf(left);
  return (expression) => (expression.kind === left.kind && keyOf(expression) === key ? right : null);
}

/** A symbol's definition where its indices are written as in the definition; a function's with its argument put in. */
function meaning({ name, indices, parameters, body }: Definition): Local | null {
  const [parameter, second] = parameters;
  if (parameter === undefined) {
    const own = indices.map(shapeKey).join();
    return (expression) =>
      expression.kind === "variable" && expression.name === name && expression.indices.map(shapeKey).join() === own
        ? body
        : null;
  }
  if (second !== undefined || parameter.kind !== "variable" || indices.length > 0) return null;
  return (expression) => {
    const [argument] = expression.kind === "call" ? expression.args : [];
    if (expression.kind !== "call" || expression.name !== name || expression.primes > 0 || argument === undefined)
      return null;
    const put = (part: Expression): Expression =>
      part.kind === "variable" && part.name === parameter.name && part.indices.length === 0
        ? argument
        : mapParts(part, put);
    return put(body);
  };
}
