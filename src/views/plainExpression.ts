import type { Condition, Expression } from "../formula/Expression";
import { print } from "../formula/print";
import { printName } from "../formula/printName";
import { relationTex } from "../formula/relations";
import { plainTex } from "./plainTex";

const operators = { sum: "Σ", product: "Π", max: "max", min: "min" } as const;

/** A formula in one line of plain characters, for sentences and screen readers: (1 − y)/(1 − ŷ), Σ_j yⱼ log ŷⱼ. */
export function plainExpression(expression: Expression): string {
  switch (expression.kind) {
    case "sum":
      return expression.terms
        .map((term, at) =>
          at === 0
            ? term.kind === "sum"
              ? tight(term)
              : plainExpression(term)
            : term.kind === "negative"
              ? ` − ${tight(term.operand)}`
              : ` + ${tight(term)}`,
        )
        .join("");
    case "negative":
      return `−${tight(expression.operand)}`;
    case "product":
      return expression.factors.map(tight).join(expression.style === "hadamard" ? " ⊙ " : " ");
    case "quotient":
      return `${single(expression.numerator)}/${single(expression.denominator)}`;
    case "power":
      return `${single(expression.base)}^${single(expression.exponent)}`;
    case "call": {
      const name = plainTex(printName(expression.name, []));
      const indices = expression.indices.length === 0 ? "" : `_${expression.indices.map(plainExpression).join(",")}`;
      return `${name}${"′".repeat(expression.primes)}(${expression.args.map(plainExpression).join(", ")})${indices}`;
    }
    case "derivative": {
      const mark = expression.style === "total" ? "d" : "∂";
      const order = expression.by.length > 1 ? `^${expression.by.length}` : "";
      return `${mark}${order}${single(expression.of)}/${expression.by.map((by) => `${mark}${single(by)}`).join(" ")}`;
    }
    case "prime":
      return `${single(expression.operand)}${"′".repeat(expression.order)}`;
    case "indexed": {
      const condition = expression.condition === null ? null : plainCondition(expression.condition);
      const below = condition ?? expression.index;
      return `${operators[expression.operation]} over ${below} of ${tight(expression.body)}`;
    }
    case "cases":
      return expression.branches
        .map(({ value, condition }) =>
          condition === null
            ? `${plainExpression(value)} otherwise`
            : `${plainExpression(value)} if ${plainCondition(condition)}`,
        )
        .join(", ");
    case "indicator":
      return `1 if ${plainCondition(expression.condition)}, else 0`;
    default:
      return plainTex(print(expression));
  }
}

export function plainCondition({ sides, relations, and }: Condition): string {
  const own = sides
    .map((side, at) => (at === 0 ? "" : ` ${plainTex(relationTex[relations[at - 1] ?? "="])} `) + plainExpression(side))
    .join("");
  return and === null ? own : `${own} and ${plainCondition(and)}`;
}

/** In brackets where a sum or a sign would run together with its neighbours. */
function tight(expression: Expression): string {
  const plain = plainExpression(expression);
  return expression.kind === "sum" || expression.kind === "negative" ? `(${plain})` : plain;
}

/** In brackets unless it is one word. */
function single(expression: Expression): string {
  const plain = plainExpression(expression);
  return /[\s/−^]/.test(plain) && expression.kind !== "call" ? `(${plain})` : plain;
}
