import type { Expression, Relation } from "../formula/Expression";
import { freeIndices } from "../formula/indices";
import type { Line, LineAddress } from "./Derivation";
import type { Draft, DraftChain } from "./Draft";
import { derivativeHead, headOfExpression, mentionedNames } from "./heads";

/** A relation between two lines of the document. */
export interface Link {
  readonly draft: DraftChain;
  /** Index of the draft among all drafts. */
  readonly index: number;
  /** Position of the right line in its chain. */
  readonly position: number;
  readonly left: LineAddress;
  readonly leftLine: Line;
  readonly right: LineAddress;
  readonly rightLine: Line;
  readonly relation: Relation;
}

/**
 * All links of a document, in order: those within chains, and those by which a display that begins with "=" goes on
 * with an earlier one, or takes up one that ended with "=". When in doubt two displays are not linked: a missing link
 * is seen by the reader, a false one accuses the author.
 */
export function findLinks(drafts: readonly Draft[], isDefinition: (draft: DraftChain) => boolean): readonly Link[] {
  const links: Link[] = [];
  const past: DraftChain[] = [];
  drafts.forEach((draft, index) => {
    if (draft.kind !== "chain") return;
    const previous = earlierLine(draft, past, isDefinition);
    const [first] = draft.chain.lines;
    if (previous !== null && first !== undefined)
      links.push(linkOf(draft, index, 0, previous.draft, previous.position, first.relation ?? "="));
    for (let position = 1; position < draft.chain.lines.length; position++) {
      links.push(linkOf(draft, index, position, draft, position - 1, draft.chain.lines[position]?.relation ?? "="));
    }
    if (!draft.chain.inline) past.push(draft);
  });
  return links;
}

interface Earlier {
  readonly draft: DraftChain;
  readonly position: number;
}

function linkOf(
  draft: DraftChain,
  index: number,
  position: number,
  from: DraftChain,
  fromPosition: number,
  relation: Relation,
): Link {
  return {
    draft,
    index,
    position,
    left: { chain: from.chain.id, line: fromPosition },
    leftLine: from.chain.lines[fromPosition] as Line,
    right: { chain: draft.chain.id, line: position },
    rightLine: draft.chain.lines[position] as Line,
    relation,
  };
}

/** How many displays back a chain is looked for. */
const farthest = 12;

function earlierLine(
  draft: DraftChain,
  past: readonly DraftChain[],
  isDefinition: (draft: DraftChain) => boolean,
): Earlier | null {
  const [first] = draft.chain.lines;
  if (draft.chain.inline || first === undefined) return null;
  const near = past
    .slice(-farthest)
    .filter((other) => samePlace(other, draft))
    .toReversed();
  if (first.relation === null) return takenUp(draft, first, near[0]);
  const [last] = near;
  if (last === undefined) return null;
  if (last.open !== null || isLone(last)) return lineOf(last);
  if (draft.adjacent) return lineOf(likeliest(statementsOfDisplay(near), first));
  const statements = near.filter((other) => !isDefinition(other));
  const open = statements.find((other) => other.open !== null);
  return lineOf(statements.find((other) => sameIndices(other, first)) ?? open ?? statements[0] ?? last);
}

/** The statements of the display that was read last, from its last one back. */
function statementsOfDisplay(near: readonly DraftChain[]): readonly DraftChain[] {
  const start = near.findIndex(({ follows }) => !follows);
  return near.slice(0, start < 0 ? near.length : start + 1);
}

/** After "ℓ = …, σ(z) = …" the next "=" goes on with what it has most symbols in common with, else with the last. */
function likeliest(statements: readonly DraftChain[], first: Line): DraftChain {
  const names = first.expression === null ? new Set<string>() : mentionedNames(first.expression);
  const likeness = (draft: DraftChain): number => {
    const own = draft.chain.lines.at(-1)?.expression;
    const others = own == null ? new Set<string>() : mentionedNames(own);
    const shared = [...names].filter((name) => others.has(name)).length;
    return shared / Math.max(1, names.size + others.size - shared);
  };
  return statements.reduce((best, other) => (likeness(other) > likeness(best) ? other : best));
}

/** An expression without a relation stands there to be gone on with. */
function isLone(draft: DraftChain): boolean {
  return draft.chain.lines.length === 1 && draft.chain.lines[0]?.relation === null;
}

/** A display that ended with "=" is taken up by the next one, unless that says something of its own. */
function takenUp(draft: DraftChain, first: Line, last: DraftChain | undefined): Earlier | null {
  if (last === undefined || last.open === null || draft.follows) return null;
  const isOwn =
    draft.chain.lines.length > 1 &&
    (headOfExpression(first.expression) !== null || derivativeHead(first.expression) !== null);
  return isOwn || !sameIndices(last, first) ? null : lineOf(last);
}

function lineOf(draft: DraftChain): Earlier | null {
  return draft.chain.lines.length === 0 ? null : { draft, position: draft.chain.lines.length - 1 };
}

function samePlace(one: DraftChain, other: DraftChain): boolean {
  return one.place.heading === other.place.heading && one.place.published === other.place.published;
}

function sameIndices(last: DraftChain, line: Line): boolean {
  const left = last.chain.lines.at(-1)?.expression ?? null;
  return left !== null && line.expression !== null && equalSets(indicesOf(left), indicesOf(line.expression));
}

function indicesOf(expression: Expression): ReadonlySet<string> {
  return freeIndices(expression);
}

function equalSets(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((item) => other.has(item));
}
