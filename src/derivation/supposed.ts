import type { Said } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { walk } from "../formula/traverse";
import { isSupposed, saidFrom, speaksOfSolving } from "./cues";
import type { Draft, DraftChain } from "./Draft";
import { isNumeric } from "./heads";

/** More supposed equations than this are not tried: a text that long is no derivation from a few suppositions. */
export const mostSupposed = 8;

/**
 * Equations in running text that neither define nor derive, but suppose or were solved for: "if $g_t = g$", "setting
 * this to zero gives $Su = \\lambda u$".
 */
export function findSupposed(
  drafts: readonly Draft[],
  defining: ReadonlyMap<Draft, ReadonlySet<number>>,
): readonly Said[] {
  return drafts
    .flatMap((draft) => (draft.kind === "chain" && !defining.has(draft) ? supposedIn(draft) : []))
    .slice(0, mostSupposed);
}

function supposedIn({ chain, before, place }: DraftChain): readonly Said[] {
  const [left, right] = chain.lines;
  const [first, second] = [left?.expression ?? null, right?.expression ?? null];
  if (!chain.inline || place.published !== null || chain.lines.length !== 2 || right?.relation !== "=") return [];
  if (first === null || second === null || !(isSupposed(before) || announcesSupposition(before))) return [];
  if (isNumeric(first) || isNumeric(second) || isDerived(first) || isDerived(second)) return [];
  return [
    {
      condition: { sides: [first, second], relations: ["="], and: null },
      from: saidFrom(before, left?.span.start ?? 0),
    },
  ];
}

function announcesSupposition(before: string): boolean {
  return speaksOfSolving(before) || /\b(?:if|when|suppos\w*|assum\w*|constant)\b[^.;]{0,60}$/i.test(before);
}

/** What is differentiated is derived, not supposed. */
function isDerived(side: Expression): boolean {
  let found = false;
  walk(side, (part) => {
    found ||= part.kind === "derivative" || part.kind === "prime" || (part.kind === "call" && part.primes > 0);
  });
  return found;
}
