import type { Expression } from "../formula/Expression";
import type { Draft } from "./Draft";
import { mentionedNames } from "./heads";

/** Names that only one draft of a document speaks of. */
export function loneNames(drafts: readonly Draft[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const draft of drafts) for (const name of namesIn(draft)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set([...counts].flatMap(([name, count]) => (count === 1 ? [name] : [])));
}

function namesIn(draft: Draft): ReadonlySet<string> {
  if (draft.kind === "mention") return draft.names;
  return new Set(expressionsIn(draft).flatMap((expression) => [...mentionedNames(expression)]));
}

function expressionsIn(draft: Exclude<Draft, { readonly kind: "mention" }>): readonly Expression[] {
  switch (draft.kind) {
    case "chain":
      return draft.chain.lines.flatMap(({ expression }) => expression ?? []);
    case "where":
      return draft.lines.flatMap(({ expression }) => expression ?? []);
    case "assumption":
    case "array-condition":
      return draft.condition.sides;
    case "named":
      return [draft.definition.body];
    case "listed":
      return [draft.sum];
  }
}
