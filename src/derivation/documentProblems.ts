import { isOperationName } from "../formula/Expression";
import { parseFormula } from "../formula/parse";
import type { Span } from "../formula/Span";
import { walk } from "../formula/traverse";
import type { Step } from "./Derivation";
import type { Draft, DraftChain } from "./Draft";
import { originSpan } from "./Formula";
import type { FrontMatter } from "./frontMatter";
import { derivativeHead, treeText } from "./heads";
import type { Link } from "./links";
import type { Definitions, PlacedDefinition } from "./PlacedDefinition";
import type { Problem } from "./Problem";
import type { Language } from "./readLine";
import { undefinedRoot } from "./undefinedRoot";

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
    if (
      line?.expression === null ||
      line === undefined ||
      linked.has(chain.id) ||
      restated.has(treeText(line.expression))
    )
      return [];
    return [{ code: "orphan-line", severity: "information", detail: line.formula.tex, span: line.span }];
  });
}

export function redefinitionProblems(placed: readonly PlacedDefinition[]): readonly Problem[] {
  return placed
    .filter(({ replaces }) => replaces)
    .map(({ definition }) => ({
      code: "redefined",
      severity: "information",
      detail: definition.name,
      span: definition.span,
    }));
}

/** Symbols that are differentiated although nothing defines them; example functions f, g, h may be any function. */
export function undefinedProblems(drafts: readonly Draft[], definitions: Definitions): readonly Problem[] {
  const found = new Map<string, Problem>();
  for (const draft of drafts) {
    if (draft.kind !== "chain" || draft.chain.inline || draft.place.published !== null) continue;
    for (const { expression, formula } of draft.chain.lines) {
      if (expression === null) continue;
      walk(expression, (part) => {
        const of = derivativeHead(part)?.of;
        const root = of === undefined ? null : undefinedRoot(of, definitions);
        if (of === undefined || root === null || found.has(root) || /^[fghuv]$/.test(root) || isOperationName(root))
          return;
        found.set(root, {
          code: "never-defined",
          severity: "information",
          detail: root,
          span: originSpan(formula, of.span),
        });
      });
    }
  }
  return [...found.values()];
}

export function unusedProblems(drafts: readonly Draft[], front: FrontMatter, language: Language): readonly Problem[] {
  if (front.inputs.length === 0) return [];
  const used = new Set<string>();
  for (const draft of drafts) {
    if (draft.kind === "mention") for (const name of draft.names) used.add(name);
    const lines = draft.kind === "chain" ? draft.chain.lines : draft.kind === "where" ? draft.lines : [];
    for (const { expression } of lines)
      if (expression !== null)
        walk(expression, (part) => {
          if (part.kind === "variable" || part.kind === "call") used.add(part.name);
        });
  }
  return front.inputs.flatMap(({ name, span }): readonly Problem[] => {
    const symbol = parseFormula(name, language.vocabulary, language.macros);
    const read = symbol.ok && symbol.value.kind === "variable" ? symbol.value : null;
    if (read === null) return [{ code: "bad-declaration", severity: "warning", detail: name, span }];
    return used.has(read.name) || /^[A-Znm]$/.test(name)
      ? []
      : [{ code: "unused-declaration", severity: "warning", detail: name, span }];
  });
}

/** What is wrong with the document as a whole, unless something more precise is (`others`). */
export function emptinessProblems(text: string, steps: readonly Step[], others: number): readonly Problem[] {
  const span: Span = { start: 0, end: Math.min(1, text.length) };
  if (text.trim() === "") return [{ code: "empty-document", severity: "error", detail: "", span }];
  return steps.length > 0 || others > 0 ? [] : [{ code: "no-mathematics", severity: "warning", detail: "", span }];
}
