import type { Scope } from "../formula/Definition";
import type { Expression, Variable } from "../formula/Expression";
import { sameTree } from "../formula/sameTree";
import { walk } from "../formula/traverse";
import { negated, numeral, powerOf, productOf, quotientOf, sumOf, wholePower } from "./tidy";

const nowhere = { start: 0, end: 0 };

/**
 * A derivative written out by the rules that are taught: d(½(ŷ − y)²)/dŷ is ½ · 2(ŷ − y). A symbol is replaced by its
 * definition once; what it is made of and itself depends on the variable stays a derivative, as in the chain rule.
 * Null where a rule is missing. What is written is a proposal: the checker judges it like any other step.
 */
export function writtenDerivative(expression: Expression, scope: Scope): Expression | null {
  const [by, second] = expression.kind === "derivative" ? expression.by : [];
  if (expression.kind !== "derivative" || by?.kind !== "variable" || second !== undefined) return null;
  const { of } = expression;
  const body = of.kind === "variable" ? bodyOf(of, scope) : of;
  return body === null || !mentions(body, by, scope, 4) ? null : derive(body, by, scope);
}

/** The body of a symbol's definition where its indices are written as in the definition. */
function bodyOf(symbol: Variable, { definitions }: Scope): Expression | null {
  const found = definitions.findLast(
    ({ name, indices, parameters }) =>
      parameters.length === 0 && sameTree({ kind: "variable", name, indices, span: nowhere }, symbol),
  );
  if (found === undefined) return null;
  return found.body.kind === "variable" ? bodyOf(found.body, { ...scopeWithout(found.name, definitions) }) : found.body;
}

/** Two names that define each other end the search. */
function scopeWithout(name: string, definitions: Scope["definitions"]): Scope {
  return { definitions: definitions.filter((one) => one.name !== name), assumptions: [], declarations: [], sizes: {} };
}

function mentions(expression: Expression, by: Variable, scope: Scope, depth: number): boolean {
  let found = false;
  walk(expression, (part) => {
    if (found || part.kind !== "variable") return;
    if (sameTree(part, by)) found = true;
    else if (depth > 0) {
      const body = bodyOf(part, scope);
      found = body !== null && mentions(body, by, scope, depth - 1);
    }
  });
  return found;
}

function derive(expression: Expression, by: Variable, scope: Scope): Expression | null {
  if (!mentions(expression, by, scope, 4)) return numeral(0);
  const inner = (part: Expression) => derive(part, by, scope);
  switch (expression.kind) {
    case "variable":
      return sameTree(expression, by)
        ? numeral(1)
        : { kind: "derivative", of: expression, by: [by], style: "total", span: nowhere };
    case "sum": {
      const terms = expression.terms.map(inner);
      return terms.every((term) => term !== null) ? sumOf(terms.filter((term) => !isZero(term))) : null;
    }
    case "negative": {
      const operand = inner(expression.operand);
      return operand === null ? null : negated(operand);
    }
    case "product": {
      if (expression.style !== "ordinary") return null;
      const terms = expression.factors.map((factor, at) => {
        const slope = inner(factor);
        return slope === null ? null : isZero(slope) ? slope : productOf(expression.factors.with(at, slope));
      });
      return terms.every((term) => term !== null) ? sumOf(terms.filter((term) => !isZero(term))) : null;
    }
    case "quotient": {
      const { numerator, denominator } = expression;
      const [above, below] = [inner(numerator), inner(denominator)];
      if (above === null || below === null) return null;
      if (isZero(below)) return quotientOf(above, denominator);
      const square = powerOf(denominator, 2);
      const lost = productOf([numerator, below]);
      return quotientOf(
        isZero(above) ? negated(lost) : sumOf([productOf([above, denominator]), negated(lost)]),
        square,
      );
    }
    case "power": {
      const { base, exponent } = wholePower(expression);
      if (exponent > 1) {
        const slope = inner(base);
        return slope === null ? null : productOf([numeral(exponent), powerOf(base, exponent - 1), slope]);
      }
      if (expression.base.kind !== "constant" || expression.base.name !== "e") return null;
      const slope = inner(expression.exponent);
      return slope === null ? null : productOf([expression, slope]);
    }
    case "call": {
      const [argument, second] = expression.args;
      if (argument === undefined || second !== undefined || expression.indices.length > 0) return null;
      const slope = inner(argument);
      if (slope === null) return null;
      if (expression.name === "log" && expression.primes === 0)
        return productOf([quotientOf(numeral(1), argument), slope]);
      if (expression.name === "exp") return productOf([expression, slope]);
      return productOf([{ ...expression, primes: expression.primes + 1 }, slope]);
    }
    default:
      return null;
  }
}

function isZero(expression: Expression): boolean {
  return expression.kind === "number" && Number(expression.text) === 0;
}
