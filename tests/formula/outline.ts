import type { Condition, Expression } from "../../src/formula/Expression";

/** A tree on one line, spans left out: what tables of readings are written in. */
export function outline(expression: Expression): string {
  const list = (parts: readonly Expression[]): string => parts.map(outline).join(" ");
  const group = (head: string, ...parts: readonly Expression[]): string =>
    `(${[head, ...parts.map(outline)].join(" ")})`;
  switch (expression.kind) {
    case "number":
      return expression.text;
    case "constant":
      return `#${expression.name}`;
    case "variable":
      return subscripted(expression.name, expression.indices);
    case "sum":
      return group("+", ...expression.terms);
    case "negative":
      return group("-", expression.operand);
    case "product":
      return group(expression.style === "hadamard" ? "⊙" : "*", ...expression.factors);
    case "quotient":
      return group("/", expression.numerator, expression.denominator);
    case "power":
      return group("^", expression.base, expression.exponent);
    case "call":
      return `${subscripted(expression.name, expression.indices)}${"'".repeat(expression.primes)}(${expression.args.map(outline).join(", ")})`;
    case "derivative":
      return `(${{ total: "d", partial: "∂", gradient: "∇" }[expression.style]} ${outline(expression.of)} by ${list(expression.by)})`;
    case "prime":
      return group("'".repeat(expression.order), expression.operand);
    case "evaluated":
      return `(at ${outline(expression.operand)} ${outline(expression.variable)}=${outline(expression.value)})`;
    case "indexed": {
      const lower = expression.lower === null ? "" : `=${outline(expression.lower)}`;
      const upper = expression.upper === null ? "" : `..${outline(expression.upper)}`;
      const condition = expression.condition === null ? "" : `|${outlineCondition(expression.condition)}`;
      return `(${expression.operation}[${expression.index}${lower}${upper}${condition}] ${outline(expression.body)})`;
    }
    case "cases":
      return `(cases ${expression.branches.map(({ value, condition }) => `${outline(value)} if ${condition === null ? "else" : outlineCondition(condition)}`).join("; ")})`;
    case "indicator":
      return `[${outlineCondition(expression.condition)}]`;
    case "matrix":
      return `<${expression.rows.map(list).join("; ")}>`;
    case "transpose":
      return group("T", expression.operand);
    case "norm":
      return group(`norm${expression.order}`, expression.operand);
  }
}

export function outlineCondition({ sides, relations, and }: Condition): string {
  const chain = sides.map((side, i) => (relations[i - 1] ?? "") + outline(side)).join("");
  return and === null ? chain : `${chain} & ${outlineCondition(and)}`;
}

function subscripted(name: string, indices: readonly Expression[]): string {
  return indices.length === 0 ? name : `${name}[${indices.map(outline).join(",")}]`;
}
