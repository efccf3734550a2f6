import type { Definition } from "./Definition";
import type { Variable } from "./Expression";
import { parseFormula } from "./parse";
import type { Span } from "./Span";

/** A function that authors use by a letter and name in words, without writing it out. */
export type UsualFunction = "logistic" | "softplus" | "hyperbolic-tangent" | "normal-distribution" | "normal-density";

const formulas: Readonly<Record<UsualFunction, string>> = {
  logistic: "\\operatorname{sigmoid}(x)",
  softplus: "\\operatorname{softplus}(x)",
  "hyperbolic-tangent": "\\tanh(x)",
  "normal-distribution": "\\frac{1}{2} (1 + \\operatorname{erf}(\\frac{x}{\\sqrt{2}}))",
  "normal-density": "\\frac{1}{\\sqrt{2\\pi}} e^{-\\frac{x^2}{2}}",
};

/** What `name(x)` is where the letter stands for that function. */
export function usualFunction(
  kind: UsualFunction,
  name: string,
  origin: Definition["origin"],
  span: Span = { start: 0, end: 0 },
): Definition {
  const body = parseFormula(formulas[kind]);
  if (!body.ok) throw new Error(formulas[kind]);
  const x: Variable = { kind: "variable", name: "x", indices: [], span };
  return { name, indices: [], parameters: [x], body: body.value, origin, span };
}
