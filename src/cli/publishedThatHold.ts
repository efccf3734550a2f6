import type { Report } from "../check/Report";
import type { Callout } from "../derivation/Derivation";
import type { Problem } from "../derivation/Problem";
import { chainsOf, publishedCallouts } from "./chainsById";

/**
 * A callout "As published" quotes what a source got wrong, with the right lines around it. So the callout is what is
 * expected to fail: it is a problem when every judged step in it holds without condition.
 */
export function publishedThatHold(report: Report): readonly Problem[] {
  const callouts = report.derivation.sections.flatMap((section) => section.blocks.flatMap(publishedCallouts));
  return callouts.flatMap((callout) => {
    const chains = new Set(callout.blocks.flatMap(chainsOf).map(({ id }) => id));
    const kinds = report.derivation.steps.flatMap((step, index) =>
      step.role === "claim" && chains.has(step.right.chain) ? [report.verdicts[index]?.kind ?? "not-checked"] : [],
    );
    const holds = kinds.length > 0 && kinds.every((kind) => kind === "holds");
    return holds ? [{ code: "published-holds", severity: "error", detail: callout.title, span: spanOf(callout) }] : [];
  });
}

/** From the first to the last line of its displays. */
function spanOf(callout: Callout): Problem["span"] {
  const spans = callout.blocks.flatMap(chainsOf).flatMap(({ lines }) => lines.map(({ span }) => span));
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
