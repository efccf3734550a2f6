import type { Expression } from "../formula/Expression";
import type { Definitions } from "./PlacedDefinition";

/** The symbol without a formula that a bare symbol is, or is only another name of. */
export function undefinedRoot(expression: Expression, definitions: Definitions): string | null {
  if (expression.kind !== "variable" && expression.kind !== "call") return null;
  const seen = new Set<string>();
  let name = expression.name;
  while (!seen.has(name)) {
    seen.add(name);
    const body: Expression | undefined = definitions.byName.get(name)?.[0]?.body;
    if (body === undefined) break;
    if (body.kind !== "variable") return null;
    name = body.name;
  }
  return name;
}
