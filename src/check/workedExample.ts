import { compile } from "../calculus/compile";
import { entryKey } from "../calculus/entryKey";
import { run } from "../calculus/evaluate";
import { lower } from "../calculus/lower";
import { openWorld } from "../calculus/surveyScope";
import type { Leaf, Survey } from "../calculus/World";
import { isNumeric } from "../derivation/heads";
import type { Definition } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { mapParts, parts } from "../formula/traverse";
import { interval } from "./Domain";
import type { Reading } from "./otherReadings";
import { decimalPlaces } from "./printedDecimals";
import type { Posed } from "./Question";

/** A step from a formula to the numbers put into it, read at the values that the document gives its symbols. */
export interface WorkedExample {
  readonly reading: Reading;
  /** By how much the sides may differ because figures are printed to few places. */
  readonly tolerance: number;
  readonly values: Readonly<Record<string, number>>;
}

export type ExampleFound =
  | { readonly kind: "example"; readonly example: WorkedExample }
  /** Numbers were put in, and the document does not say for what. */
  | { readonly kind: "unknown"; readonly symbols: readonly string[] };

/**
 * z = wx + b = 0.5 · 2 + 0.1 is no identity: it is meant at the values given in the text. Null where neither side is
 * made of numbers alone, or both are.
 */
export function workedExample(literal: Reading, posed: Posed, given: readonly Definition[]): ExampleFound | null {
  const { left, right, survey } = literal.question;
  const numbers = isNumeric(left) === isNumeric(right) ? null : isNumeric(left) ? left : right;
  if (numbers === null) return null;
  const values = valuesByKey(given, survey);
  const leaves = [...posed.world.leaves.values()];
  const missing = leaves.filter(({ key }) => !values.has(key));
  if (leaves.length === 0) return null;
  if (missing.length > 0)
    return hasDecimals(numbers) || (missing.length < leaves.length && !isLone(numbers))
      ? { kind: "unknown", symbols: [...new Set(missing.map(({ name }) => name))] }
      : null;
  const restrict = ({ key }: Leaf) => {
    const value = values.get(key) ?? Number.NaN;
    return { ...interval(value, value, false), values: [value] };
  };
  return {
    kind: "example",
    example: {
      reading: { ...literal, restrict, replacesDomains: true },
      tolerance: roundingOf(numbers, new Set(given.flatMap(({ body }) => literals(body))), survey),
      values: Object.fromEntries(leaves.map(({ key }) => [key, values.get(key) as number])),
    },
  };
}

/** Later values take the place of earlier ones. */
function valuesByKey(given: readonly Definition[], survey: Survey): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const { name, indices, body } of given) {
    const at = indices.map((index) => (index.kind === "number" ? Number(index.text) : Number.NaN));
    if (at.every(Number.isInteger)) values.set(entryKey(survey.canonical(name), at), numberOf(body, survey));
  }
  return values;
}

/**
 * Half a unit of the last place of every printed decimal, times how far it moves the result. Figures that the text
 * gives as values are exact; so are whole numbers. The 2⁻⁴⁰ covers that given values enter as doubles.
 */
function roundingOf(numbers: Expression, exact: ReadonlySet<string>, survey: Survey): number {
  const value = numberOf(numbers, survey);
  const rounded = literalsOf(numbers).filter(({ text }) => text.includes(".") && !exact.has(text));
  const moved = rounded.reduce((sum, literal) => {
    const half = 0.5 * 10 ** -decimalPlaces(literal.text);
    const nudged = replaceLiteral(numbers, literal, String(Number(literal.text) + half));
    const difference = Math.abs(numberOf(nudged, survey) - value);
    return sum + (Number.isFinite(difference) ? difference : 0);
  }, 0);
  return moved * (1 + 1e-9) + 2 ** -40 * Math.max(1, Math.abs(value));
}

type NumberLiteral = Extract<Expression, { kind: "number" }>;

function literalsOf(expression: Expression): readonly NumberLiteral[] {
  return expression.kind === "number" ? [expression] : parts(expression).flatMap(literalsOf);
}

function literals(expression: Expression): readonly string[] {
  return literalsOf(expression).map(({ text }) => text);
}

function replaceLiteral(expression: Expression, literal: NumberLiteral, text: string): Expression {
  return expression === literal
    ? { ...literal, text }
    : mapParts(expression, (part) => replaceLiteral(part, literal, text));
}

function numberOf(expression: Expression, survey: Survey): number {
  const world = openWorld(survey);
  const lowered = lower(expression, world);
  const node = lowered.ok ? lowered.value.nodes[0] : undefined;
  return node === undefined ? Number.NaN : (run(compile(world.builder.nodes, [node]), {}, 1)[0]?.[0] ?? Number.NaN);
}

function hasDecimals(expression: Expression): boolean {
  return literalsOf(expression).some(({ text }) => text.includes("."));
}

/** One figure alone states a result; with an operation in it, values were put in. */
function isLone(expression: Expression): boolean {
  return expression.kind === "number" || (expression.kind === "negative" && isLone(expression.operand));
}
