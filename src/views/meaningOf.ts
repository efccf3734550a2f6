import type { Definition } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { plainExpression } from "./plainExpression";

/** A definition in a line of plain characters: "a = σ(z)". */
export function plainDefinition({ name, indices, parameters, body, span }: Definition): string {
  const head: Expression =
    parameters.length > 0
      ? { kind: "call", name, indices, args: parameters, primes: 0, span }
      : { kind: "variable", name, indices, span };
  return `${plainExpression(head)} = ${plainExpression(body)}`;
}

/** The definition that gives a name its meaning; one that only gives it another name stands behind the others. */
export function meaningOf(
  definitions: readonly Definition[],
  name: string,
  canonical: (name: string) => string,
): Definition | null {
  const own = definitions.filter((one) => canonical(one.name) === canonical(name));
  const substantial = own.filter(({ body }) => body.kind !== "variable" || canonical(body.name) !== canonical(name));
  return substantial.at(-1) ?? own.at(-1) ?? null;
}
