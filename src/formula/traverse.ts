import type { Condition, Expression } from "./Expression";

/** The expressions directly inside one, in reading order; those of its conditions included. */
export function parts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "number":
    case "constant":
      return [];
    case "variable":
      return expression.indices;
    case "sum":
      return expression.terms;
    case "negative":
    case "prime":
    case "transpose":
    case "norm":
      return [expression.operand];
    case "product":
      return expression.factors;
    case "quotient":
      return [expression.numerator, expression.denominator];
    case "power":
      return [expression.base, expression.exponent];
    case "call":
      return [...expression.indices, ...expression.args];
    case "derivative":
      return [expression.of, ...expression.by];
    case "evaluated":
      return [expression.operand, expression.variable, expression.value];
    case "indexed":
      return [
        ...(expression.lower === null ? [] : [expression.lower]),
        ...(expression.upper === null ? [] : [expression.upper]),
        ...conditionParts(expression.condition),
        expression.body,
      ];
    case "cases":
      return expression.branches.flatMap(({ value, condition }) => [value, ...conditionParts(condition)]);
    case "indicator":
      return conditionParts(expression.condition);
    case "matrix":
      return expression.rows.flat();
  }
}

export function conditionParts(condition: Condition | null): readonly Expression[] {
  return condition === null ? [] : [...condition.sides, ...conditionParts(condition.and)];
}

/** The same expression with each of its direct parts replaced by `change` of it. */
export function mapParts(expression: Expression, change: (part: Expression) => Expression): Expression {
  switch (expression.kind) {
    case "number":
    case "constant":
      return expression;
    case "variable":
      return expression.indices.length === 0 ? expression : { ...expression, indices: expression.indices.map(change) };
    case "sum":
      return { ...expression, terms: expression.terms.map(change) };
    case "negative":
    case "prime":
    case "transpose":
    case "norm":
      return { ...expression, operand: change(expression.operand) };
    case "product":
      return { ...expression, factors: expression.factors.map(change) };
    case "quotient":
      return { ...expression, numerator: change(expression.numerator), denominator: change(expression.denominator) };
    case "power":
      return { ...expression, base: change(expression.base), exponent: change(expression.exponent) };
    case "call":
      return { ...expression, indices: expression.indices.map(change), args: expression.args.map(change) };
    case "derivative":
      return { ...expression, of: change(expression.of), by: expression.by.map(change) };
    case "evaluated":
      return {
        ...expression,
        operand: change(expression.operand),
        variable: change(expression.variable),
        value: change(expression.value),
      };
    case "indexed":
      return {
        ...expression,
        lower: expression.lower === null ? null : change(expression.lower),
        upper: expression.upper === null ? null : change(expression.upper),
        condition: mapCondition(expression.condition, change),
        body: change(expression.body),
      };
    case "cases":
      return {
        ...expression,
        branches: expression.branches.map(({ value, condition }) => ({
          value: change(value),
          condition: mapCondition(condition, change),
        })),
      };
    case "indicator":
      return { ...expression, condition: mapCondition(expression.condition, change) };
    case "matrix":
      return { ...expression, rows: expression.rows.map((row) => row.map(change)) };
  }
}

/** The same condition with `change` of each side. */
export function mapCondition<C extends Condition | null>(condition: C, change: (part: Expression) => Expression): C {
  if (condition === null) return condition;
  const { sides, relations, and }: Condition = condition;
  const mapped: Condition = { sides: sides.map(change), relations, and: mapCondition(and, change) };
  // A condition maps to a condition and null to null, which the type parameter says and the checker cannot see.
  return mapped as C;
}

/** Every part of an expression, itself first, parents before children. */
export function walk(expression: Expression, visit: (part: Expression) => void): void {
  const stack: Expression[] = [expression];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    visit(next);
    const inside = parts(next);
    for (let i = inside.length - 1; i >= 0; i--) stack.push(inside[i] as Expression);
  }
}
