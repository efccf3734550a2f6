import type { DerivationReport } from "../check/DerivationReport";
import { chainsIn } from "../derivation/addresses";
import type { Block, Callout } from "../derivation/Derivation";
import type { Problem } from "../derivation/Problem";

/**
 * A callout "As published" quotes what a source got wrong, with the right lines around it. So the callout is what is
 * expected to fail: it is a problem when every judged step in it holds without condition.
 */
export function publishedThatHold(report: DerivationReport): readonly Problem[] {
  const callouts = report.derivation.sections.flatMap((section) => section.blocks.flatMap(publishedCallouts));
  return callouts.flatMap((callout) => {
    const chains = new Set(chainsIn(callout.blocks).map(({ id }) => id));
    const kinds = report.derivation.steps.flatMap((step, index) =>
      step.role === "claim" && chains.has(step.right.chain) ? [report.verdicts[index]?.kind ?? "not-checked"] : [],
    );
    const holds = kinds.length > 0 && kinds.every((kind) => kind === "holds");
    return holds ? [{ code: "published-holds", severity: "error", detail: callout.title, span: spanOf(callout) }] : [];
  });
}

/** From the first to the last line of its displays. */
function spanOf(callout: Callout): Problem["span"] {
  const spans = chainsIn(callout.blocks).flatMap(({ lines }) => lines.map(({ span }) => span));
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

/** The outermost callouts of a block that quote a source. */
function publishedCallouts(block: Block): readonly Callout[] {
  switch (block.kind) {
    case "callout":
      return block.asPublished ? [block] : block.blocks.flatMap(publishedCallouts);
    case "quote":
      return block.blocks.flatMap(publishedCallouts);
    case "list":
      return block.items.flat().flatMap(publishedCallouts);
    default:
      return [];
  }
}
