import type { Definition } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { mapParts, parts } from "../formula/traverse";
import { lettersOf } from "./slotUses";

/**
 * Functions of an index: π(a) = e^{θ_a}/Σ_b e^{θ_b} is a family π_a, one number for each a. Such a definition uses its
 * parameters below other symbols and nowhere as numbers.
 */
export function familiesIn(definitions: readonly Definition[]): ReadonlySet<string> {
  return new Set(definitions.filter(isOfIndices).map(({ name }) => name));
}

/** Writes a formula's π(b) as π_b. */
export function familyWriter(families: NameSet): (expression: Expression) => Expression {
  const known = new WeakMap<Expression, Expression>();
  const rewrite = (expression: Expression): Expression => {
    const before = known.get(expression);
    if (before !== undefined) return before;
    const after = rewritten(expression, families, rewrite);
    known.set(expression, after);
    return after;
  };
  return rewrite;
}

/** The definitions with those of families as families. */
export function familyDefinitions(
  definitions: readonly Definition[],
  families: ReadonlySet<string>,
): readonly Definition[] {
  if (families.size === 0) return definitions;
  const rewrite = familyWriter(families);
  return definitions.map((definition) => {
    const body = rewrite(definition.body);
    if (!families.has(definition.name)) return { ...definition, body };
    return { ...definition, indices: [...definition.indices, ...definition.parameters], parameters: [], body };
  });
}

interface NameSet {
  readonly has: (name: string) => boolean;
}

function rewritten(
  expression: Expression,
  families: NameSet,
  rewrite: (expression: Expression) => Expression,
): Expression {
  if (expression.kind !== "call" || !families.has(expression.name) || expression.primes > 0)
    return mapParts(expression, rewrite);
  const { name, args, indices, span } = expression;
  const isIndex = (arg: Expression) => arg.kind === "number" || (arg.kind === "variable" && arg.indices.length === 0);
  return args.every(isIndex)
    ? { kind: "variable", name, indices: [...indices, ...args], span }
    : mapParts(expression, rewrite);
}

function isOfIndices({ parameters, body }: Definition): boolean {
  if (parameters.length === 0) return false;
  return parameters.every(
    (parameter) =>
      parameter.kind === "variable" &&
      parameter.indices.length === 0 &&
      isIndexIn(body, parameter.name) &&
      !isNumberIn(body, parameter.name),
  );
}

function isIndexIn(body: Expression, letter: string): boolean {
  if (body.kind === "variable") return body.indices.some((index) => lettersOf(index).includes(letter));
  return parts(body).some((part) => isIndexIn(part, letter));
}

/** Whether a letter stands in a formula for its value, not only as an index. */
export function isNumberIn(body: Expression, letter: string): boolean {
  if (body.kind === "variable") return body.indices.length === 0 && body.name === letter;
  return (body.kind === "call" ? body.args : parts(body)).some((part) => isNumberIn(part, letter));
}
