import type { Definitions } from "./definitions";
import type { Step } from "./Derivation";
import type { DraftChain } from "./Draft";
import type { Link } from "./links";
import { statedInProse } from "./assumptions";
import { derivativeHead, headOfExpression } from "./heads";
import { isSupposed } from "./cues";
import { RoleFinder } from "./roles";

/** The document's steps: its links with their roles. */
export function stepsOf(links: readonly Link[], definitions: Definitions, scopeOf: readonly number[], sectionIds: readonly string[]): readonly Step[] {
  const roles = new RoleFinder(definitions);
  return links.flatMap((link): readonly Step[] => {
    const { role, reason } = roles.roleOf(link);
    if (link.draft.chain.inline && !isStepInProse(link, role, definitions)) return [];
    const beside = [link.leftLine.condition, link.rightLine.condition].filter((condition) => condition !== null);
    return [
      {
        id: `${link.right.chain}.${link.right.line}`,
        section: sectionIds[link.draft.place.section] ?? "",
        left: link.left,
        right: link.right,
        relation: link.relation,
        role,
        reason,
        scope: scopeOf[link.index] ?? 0,
        asPublished: link.draft.chain.asPublished,
        conditions: [...new Set([...beside, ...link.draft.conditions])],
      },
    ];
  });
}

/**
 * Running text restates, supposes and sets values; only what it plainly asserts is a step: a definition, or an
 * equation between formulas that are both read and whose left side is no symbol with a meaning already.
 */
function isStepInProse(link: Link, role: Step["role"], definitions: Definitions): boolean {
  if (role === "definition") return true;
  if (role !== "claim" || link.draft.place.inHeading || statedInProse(link.draft)) return false;
  const left = link.leftLine.expression;
  const right = link.rightLine.expression;
  if (left === null || right === null || isSupposed(link.draft.before)) return false;
  const head = headOfExpression(left);
  if (head !== null) return link.position > 1 && definesFirst(link.draft, definitions);
  const derivative = derivativeHead(left);
  if (derivative === null) return true;
  return headOfExpression(derivative.of) === null || headNames(derivative.of).every((name) => definitions.byName.has(name));
}

function definesFirst(draft: DraftChain, definitions: Definitions): boolean {
  return definitions.defining.get(draft)?.has(0) === true;
}

function headNames(expression: Parameters<typeof headOfExpression>[0]): readonly string[] {
  const head = headOfExpression(expression);
  return head === null ? [] : [head.name];
}
