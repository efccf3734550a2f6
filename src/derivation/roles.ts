import type { Expression } from "../formula/Expression";
import { sameTree } from "../formula/sameTree";
import { walk } from "../formula/traverse";
import { statedOfArrays } from "./assumptions";
import type { Step } from "./Derivation";
import type { Draft } from "./Draft";
import {
  derivativeHead,
  headKey,
  headOfExpression,
  isNumeric,
  isZero,
  mentionedKeys,
  mentionedNames,
  treeText,
} from "./heads";
import type { Link } from "./links";
import type { Definitions } from "./PlacedDefinition";
import { type Solving, setsToZero } from "./solving";
import { shiftedHead } from "./specialHeads";
import { undefinedRoot } from "./undefinedRoot";

export interface Role {
  readonly role: Step["role"];
  readonly reason: string | null;
}

/** Why a link is not judged, as it is said to the reader. */
export const reasons = {
  assignment: "an assignment, not an equality",
  proportional: "says proportional, not equal",
  approximate: "an approximation without figures",
  inequality: "an inequality",
  bound: "says where a symbol lies",
  solved: "an equation to be solved",
  follows: "follows from an equation to be solved",
  value: "a value for one example",
  update: "an update: the symbol stands on both sides",
  index: "fixes an index",
  solution: "a solution, true only where the equation before it holds",
  array: "says which vectors or matrices are meant",
  undefined: "the symbol on the right is never defined",
  operator: "a Jacobian or operator without a formula of its own",
} as const;

export const claim: Role = { role: "claim", reason: null };

/** Decides the roles of all links, in order: a first statement about something undefined is given, a later one judged. */
export class RoleFinder {
  private readonly given = new Set<string>();

  constructor(
    private readonly definitions: Definitions,
    private readonly solving: Solving,
  ) {}

  roleOf(link: Link): Role {
    if (this.defines(link.draft, link.position - 1)) return { role: "definition", reason: null };
    const reason = this.notJudged(link);
    if (reason !== null) return { role: "equation", reason };
    return this.isGiven(link) ? { role: "given", reason: null } : claim;
  }

  private defines(draft: Draft, position: number): boolean {
    return this.definitions.defining.get(draft)?.has(position) === true;
  }

  private notJudged(link: Link): string | null {
    const left = link.leftLine.expression;
    const right = link.rightLine.expression;
    switch (link.relation) {
      case ":=":
        return reasons.assignment;
      case "∝":
      case "⇒":
        return reasons.proportional;
      case "<":
      case "≤":
      case ">":
      case "≥":
        return isBound(left, right) ? reasons.bound : derives(link) ? null : reasons.inequality;
      case "≠":
      case "∈":
        return reasons.inequality;
      case "≈":
        return hasDecimals(left) || hasDecimals(right) ? null : reasons.approximate;
      default:
        return this.equationReason(link, left, right);
    }
  }

  private equationReason(link: Link, left: Expression | null, right: Expression | null): string | null {
    if (left === null || right === null) return null;
    const isNext = left.kind === "variable" && shiftedHead(left, right) !== null;
    const { byName, updated } = this.definitions;
    // What a definition gives for the next member is claimed; another update, momentum after plain descent, is not.
    if (isNext ? !byName.has(left.name) || updated.has(left.name) : isUpdate(left, right, (name) => byName.has(name)))
      return reasons.update;
    if (this.isUndefinedHead(left) && mentionsItself(left, right)) return reasons.update;
    if (isExample(left, right)) return isIndexName(left) ? reasons.index : reasons.value;
    if (containsDerivative(left) && isMeasured(right)) return reasons.value;
    const { claimed } = this.definitions;
    if (claimed.has(link.draft) && link.position === link.draft.chain.lines.length - 1) return reasons.undefined;
    if (isOperator(left)) return reasons.operator;
    if (statedOfArrays(link.draft, (name) => this.definitions.byName.has(name)) !== null) return reasons.array;
    if ((isZero(left) || isZero(right)) && !isNumeric(left) && setsToZero(link.draft)) return reasons.solved;
    const { chain, place } = link.draft;
    if (!this.solving.isAt(place.heading, link.index) || link.position !== 1 || link.leftLine.relation !== null)
      return null;
    if (this.isUndefinedHead(left)) return reasons.solution;
    const own = derivativeHead(left) !== null || headOfExpression(left) !== null;
    return chain.lines.length === 2 && !own && !isNumeric(left) ? reasons.follows : null;
  }

  private isUndefinedHead(expression: Expression): boolean {
    return headOfExpression(expression) !== null && !this.isDefinedHead(expression);
  }

  private isDefinedHead(expression: Expression): boolean {
    const head = headOfExpression(expression);
    return head !== null && this.definitions.byName.has(head.name);
  }

  /**
   * A derivative of something that the document never defines can't be judged the first time it is stated; it is taken
   * as given. Not so if the other side is made of derivatives of the same thing: that is the chain rule.
   */
  private isGiven(link: Link): boolean {
    if (link.position !== 1 || link.leftLine.relation !== null) return false;
    const head = derivativeHead(link.leftLine.expression);
    const right = link.rightLine.expression;
    if (head === null || right === null || this.isConcrete(head.of) || differentiates(right, mentionedNames(head.of)))
      return false;
    const root = undefinedRoot(head.of, this.definitions);
    const key = root === null ? head.key : head.key.replace(treeText(head.of), treeText(renamed(head.of, root)));
    if (this.given.has(key)) return false;
    this.given.add(key);
    return true;
  }

  /** Whether an expression has a meaning of its own: not a bare symbol without a definition. */
  private isConcrete(expression: Expression): boolean {
    if (expression.kind !== "variable" && expression.kind !== "call") return true;
    if (expression.kind === "call" && !this.definitions.byName.has(expression.name))
      return headOfExpression(expression) === null;
    return undefinedRoot(expression, this.definitions) === null;
  }
}

function renamed(expression: Expression, name: string): Expression {
  return expression.kind === "variable" || expression.kind === "call" ? { ...expression, name } : expression;
}

function differentiates(expression: Expression, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(expression, (part) => {
    const head = derivativeHead(part);
    if (head !== null) for (const name of mentionedNames(head.of)) found ||= names.has(name);
  });
  return found;
}

function mentionsItself(left: Expression, right: Expression): boolean {
  const head = headOfExpression(left);
  return head !== null && right.kind !== "variable" && mentionedKeys(right).has(headKey(head));
}

function containsDerivative(expression: Expression): boolean {
  let found = false;
  walk(expression, (part) => {
    found ||= derivativeHead(part) !== null;
  });
  return found;
}

/** A number with a decimal point: measured for one example, not derived. */
function isMeasured(expression: Expression): boolean {
  return isNumeric(expression) && /"text":"\d*\.\d/.test(treeText(expression));
}

/** `\mathbf J_{\mathbf x}(\mathbf s)`: a function indexed by a whole vector. */
function isOperator(expression: Expression): boolean {
  return (
    expression.kind === "call" &&
    expression.indices.some((index) => index.kind === "variable" && index.name.includes(" "))
  );
}

/** a = b ≤ c is derived; an inequality alone may as well be a constraint: y(wx + b) ≥ 1. */
function derives({ draft }: Link): boolean {
  return draft.chain.lines.some(({ relation }) => relation === "=");
}

/** x > 0, or a < b of two symbols: says where symbols live; it is not derived. */
function isBound(left: Expression | null, right: Expression | null): boolean {
  const isPlain = (side: Expression | null) => side === null || isNumeric(side) || side.kind === "variable";
  return isPlain(left) && isPlain(right);
}

/** `w − η g`: the symbol itself is a term of a sum. Another member of a family with a formula is no update. */
function isUpdate(left: Expression, right: Expression, isDefined: (name: string) => boolean): boolean {
  if (left.kind !== "variable" || right.kind !== "sum") return false;
  return right.terms.some(
    (term) => term.kind === "variable" && term.name === left.name && (!isDefined(left.name) || sameTree(term, left)),
  );
}

function isExample(left: Expression, right: Expression): boolean {
  return (left.kind === "variable" && isNumeric(right)) || (right.kind === "variable" && isNumeric(left));
}

function isIndexName(expression: Expression): boolean {
  return expression.kind === "variable" && expression.indices.length === 0 && /^[ijkl]$/.test(expression.name);
}

function hasDecimals(expression: Expression | null): boolean {
  return expression !== null && isNumeric(expression) && /\d/.test(treeText(expression));
}
