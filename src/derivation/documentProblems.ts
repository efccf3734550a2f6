import type { Span } from "../formula/Span";
import type { Derivation } from "./Derivation";
import type { PlacedDefinition } from "./definitions";
import type { Draft, DraftChain } from "./Draft";
import { treeText } from "./heads";
import type { Link } from "./links";
import type { Problem } from "./Problem";

/** Displays of one expression that nothing leads to or from: shown, but no step. */
export function orphanProblems(drafts: readonly Draft[], links: readonly Link[]): readonly Problem[] {
  const linked = new Set(links.flatMap(({ left, right }) => [left.chain, right.chain]));
  const restated = new Set<string>();
  const chains = drafts.filter((draft): draft is DraftChain => draft.kind === "chain" && !draft.chain.inline);
  for (const { chain } of chains) {
    if (!linked.has(chain.id)) continue;
    for (const { expression } of chain.lines) if (expression !== null) restated.add(treeText(expression));
  }
  return chains.flatMap(({ chain }): readonly Problem[] => {
    const [line] = chain.lines;
    if (line?.expression === null || line === undefined || linked.has(chain.id) || restated.has(treeText(line.expression))) return [];
    return [{ code: "orphan-line", severity: "information", detail: line.formula.tex, span: line.span }];
  });
}

export function redefinitionProblems(placed: readonly PlacedDefinition[]): readonly Problem[] {
  return placed
    .filter(({ replaces }) => replaces)
    .map(({ definition }) => ({ code: "redefined", severity: "information", detail: definition.name, span: definition.span }));
}

/** What is wrong with the document as a whole. */
export function emptinessProblems(text: string, derivation: Pick<Derivation, "steps" | "sections">): readonly Problem[] {
  const span: Span = { start: 0, end: Math.min(1, text.length) };
  if (text.trim() === "") return [{ code: "empty-document", severity: "error", detail: "", span }];
  return derivation.steps.length === 0 ? [{ code: "no-mathematics", severity: "warning", detail: "", span }] : [];
}
