import type { Workbench } from "../check/Workbench";
import type { Derivation } from "../derivation/Derivation";
import type { Expression } from "../formula/Expression";
import { shortText } from "./formatNumber";
import type { PartPlace } from "./LineSide";
import { meaningOf, plainDefinition } from "./meaningOf";
import { indexLetter } from "./partFacts";
import { plainCondition, plainExpression } from "./plainExpression";

/** What a part is, in words, with the definition that gives it its meaning. */
export function describePart(place: PartPlace, workbench: Workbench, derivation: Derivation): string {
  const part = place.side.parts[place.part];
  if (part === undefined) return "";
  const { expression } = part;
  const letter = indexLetter(place, workbench);
  if (letter !== null)
    return part.bound.includes(letter) ? "bound index: it runs through its range" : "index, chosen beside the inputs";
  const definitions = derivation.scopes[place.side.scope]?.definitions ?? [];
  const meaning = (name: string) => {
    const found = meaningOf(definitions, name, (one) => workbench.canonical(one, place.side.scope));
    return found === null ? null : plainDefinition(found);
  };
  switch (expression.kind) {
    case "variable": {
      const said = meaning(expression.name);
      const role = part.place === "differentiated" ? ", here only named by the derivative" : "";
      if (said !== null) return `intermediate${role}: ${said}`;
      const name = workbench.canonical(expression.name, place.side.scope);
      const inputs = workbench.inputs.filter((input) => input.name === name);
      const [first] = inputs;
      if (first === undefined) return "symbol without a definition";
      const range = `from ${shortText(first.min)} to ${shortText(first.max)}`;
      const what = first.role === "label" ? "label" : "input";
      return `${inputs.length > 1 ? `entry of the ${what}s` : what}${role}, ${range}`;
    }
    case "call":
      return describeCall(expression, meaning(expression.name));
    case "derivative":
      return `derivative of ${plainExpression(expression.of)} by ${expression.by.map(plainExpression).join(" and ")}, through their definitions`;
    default:
      return nounOf(expression);
  }
}

const operations: Readonly<Record<string, string>> = {
  exp: "exponential",
  log: "natural logarithm",
  log2: "logarithm to base 2",
  log10: "logarithm to base 10",
  sqrt: "square root",
  abs: "absolute value",
  max: "largest of its arguments",
  min: "smallest of its arguments",
};

function describeCall({ name, primes }: Extract<Expression, { kind: "call" }>, said: string | null): string {
  const order = ["", "derivative of the ", "second derivative of the "][primes] ?? "higher derivative of the ";
  if (said !== null) return `${order}function: ${said}`;
  return `${order}${operations[name] ?? (name.length > 2 ? name : "function, which stands for any")}`;
}

function nounOf(expression: Exclude<Expression, { kind: "variable" | "call" | "derivative" }>): string {
  switch (expression.kind) {
    case "number":
      return "number";
    case "constant":
      return { e: "Euler’s number", pi: "circle number", infinity: "infinity" }[expression.name];
    case "sum":
      return `sum of ${expression.terms.length} terms`;
    case "negative":
      return `${plainExpression(expression.operand)} with its sign turned`;
    case "product":
      return `product of ${expression.factors.length} factors`;
    case "quotient":
      return "fraction";
    case "power":
      return "power";
    case "prime":
      return "derivative of what stands in the brackets";
    case "evaluated":
      return "value at the point that stands below";
    case "indexed": {
      const noun = { sum: "sum", product: "product", max: "largest", min: "smallest" }[expression.operation];
      return `${noun} over ${expression.condition === null ? `all ${expression.index}` : plainCondition(expression.condition)}`;
    }
    case "cases":
      return `${expression.branches.length} cases`;
    case "indicator":
      return `1 where ${plainCondition(expression.condition)}, else 0`;
    case "matrix":
      return "matrix";
    case "transpose":
      return "transpose";
    case "norm":
      return "norm";
  }
}
