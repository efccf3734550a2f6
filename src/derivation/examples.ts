import type { Definition } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import type { Line } from "./Derivation";
import type { Draft } from "./Draft";
import { headOfExpression, isNumeric } from "./heads";

/**
 * Values that the text gives to symbols for one worked example, "take x = 2, w_1 = 0.15", in document order. They
 * define nothing: the rest of the document stays general, and only a step that puts numbers in looks at them.
 */
export function exampleValues(drafts: readonly Draft[]): readonly Definition[] {
  return drafts
    .flatMap((draft) => (draft.kind === "chain" ? valuesOf(draft.chain.lines) : []))
    .toSorted((one, other) => one.span.start - other.span.start);
}

/** `x = 2`, and both symbols of `x = u = 2`; not the head of `z = wx + b = 1.1`, which is computed. */
function valuesOf(lines: readonly Line[]): readonly Definition[] {
  const value = lines.findIndex(({ expression }) => expression !== null && isNumeric(expression));
  if (value < 1 || lines.slice(1).some(({ relation }) => relation !== "=" && relation !== ":=")) return [];
  const before = lines.slice(0, value);
  const heads = before.map(({ expression }) => headOfExpression(expression));
  const body = lines[value]?.expression as Expression;
  return heads.every((head) => head !== null && head.parameters.length === 0)
    ? before.map((line, at) => ({
        name: heads[at]?.name ?? "",
        indices: heads[at]?.indices ?? [],
        parameters: [],
        body,
        origin: "document" as const,
        span: line.span,
      }))
    : [];
}
