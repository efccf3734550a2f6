import { type Expression, isOperationName } from "../formula/Expression";
import { walk } from "../formula/traverse";
import { statedInProse } from "./assumptions";
import { isSupposed } from "./cues";
import type { Step } from "./Derivation";
import type { DraftChain } from "./Draft";
import { derivativeHead, headKey, headOfExpression, isNumeric, mentionedNames } from "./heads";
import type { Link } from "./links";
import type { Definitions } from "./PlacedDefinition";
import { claim, RoleFinder, reasons } from "./roles";
import type { Solving } from "./solving";

/** The document's steps: its links with their roles. */
export function stepsOf(
  links: readonly Link[],
  definitions: Definitions,
  solving: Solving,
  scopeOf: readonly number[],
  sectionIds: readonly string[],
): readonly Step[] {
  const roles = new RoleFinder(definitions, solving);
  const solutions = new Solutions();
  return links.flatMap((found): readonly Step[] => {
    if (found.relation === "∈") return [];
    const first = roles.roleOf(found);
    const link = first.reason === reasons.solution ? solutions.linkOf(found) : found;
    const { role, reason } = link === found ? first : claim;
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

/** What an equation was solved to: where its solution is written again, both must be equal. */
class Solutions {
  private readonly known = new Map<string, Link>();

  linkOf(link: Link): Link {
    const head = headOfExpression(link.leftLine.expression);
    if (head === null || link.rightLine.expression === null) return link;
    const earlier = this.known.get(headKey(head));
    this.known.set(headKey(head), link);
    return earlier === undefined ? link : { ...link, left: earlier.right, leftLine: earlier.rightLine };
  }
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
  if (link.draft.chain.lines.length === 2 && (isGeneralRule(left) || isGeneralRule(right))) return false;
  const head = headOfExpression(left);
  if (head !== null) return link.position > 1 && definesFirst(link.draft, definitions);
  const derivative = derivativeHead(left);
  if (derivative !== null) return isDefined(derivative.of, definitions) && (!isNumeric(right) || isZeroOrOne(right));
  return left.kind !== "call" && !isPlainProduct(left) && !bringsNewSymbols(left, right, definitions);
}

/** `\delta{ij} = …`: letters side by side in prose are a name more often than a product. */
function isPlainProduct(expression: Expression): boolean {
  return (
    expression.kind === "product" &&
    expression.factors.every((factor) => factor.kind === "variable" || isPlainProduct(factor))
  );
}

/** `u'v - uv'` in prose states a rule for any u and v, whatever they are elsewhere. */
function isGeneralRule(expression: Expression): boolean {
  let primes = false;
  walk(expression, (part) => {
    primes ||= part.kind === "prime" && part.operand.kind === "variable";
  });
  return primes;
}

function isDefined(of: Expression, definitions: Definitions): boolean {
  const head = headOfExpression(of);
  return head === null || definitions.byName.has(head.name);
}

function isZeroOrOne(expression: Expression): boolean {
  return expression.kind === "number" && /^[01]$/.test(expression.text);
}

/** A free symbol that only the right side has makes an equation a choice, `\log C = -\max a`, not an identity. */
function bringsNewSymbols(left: Expression, right: Expression, definitions: Definitions): boolean {
  const known = mentionedNames(left);
  return [...mentionedNames(right)].some(
    (name) => !known.has(name) && !definitions.byName.has(name) && !isOperationName(name),
  );
}

function definesFirst(draft: DraftChain, definitions: Definitions): boolean {
  return definitions.defining.get(draft)?.has(0) === true;
}
