import type { Expression } from "./Expression";
import { print } from "./print";
import { sameNode, sameTree } from "./sameTree";
import { parts } from "./traverse";

/** Sub-expressions of two formulas that the other does not have in their place; none where both are the same tree. */
export interface Changes {
  readonly left: readonly Expression[];
  readonly right: readonly Expression[];
}

const none: Changes = { left: [], right: [] };

/**
 * What differs between two formulas, as small as the trees allow. Terms of a sum and factors of a product are matched
 * wherever they stand; if they only changed places, those that moved are the change. What one side has more than the
 * other is marked there alone. Comparing the other way round gives the same marks.
 */
export function changedParts(left: Expression, right: Expression): Changes {
  if (sameTree(left, right)) return none;
  if (isFactor(left, right) || isFactor(right, left)) return changedMembers(left, right, factors(left), factors(right));
  if (left.kind === "sum" || right.kind === "sum") return changedMembers(left, right, terms(left), terms(right));
  if (isOrdinary(left) || isOrdinary(right)) return changedMembers(left, right, factors(left), factors(right));
  const [inLeft, inRight] = [parts(left), parts(right)];
  const isOpen = opens(left) && sameNode(left, right) && inLeft.length === inRight.length && inLeft.length > 0;
  return isOpen ? inOrder(inLeft, inRight) : { left: [left], right: [right] };
}

/** A symbol with its indices, or a derivative with what it is of, means something only as a whole. */
function opens({ kind }: Expression): boolean {
  return kind !== "variable" && kind !== "derivative" && kind !== "indicator";
}

function terms(expression: Expression): readonly Expression[] {
  return expression.kind === "sum" ? expression.terms : [expression];
}

function factors(expression: Expression): readonly Expression[] {
  return expression.kind === "product" && isOrdinary(expression) ? expression.factors : [expression];
}

/** (a − y) x has the sum a − y as a factor. */
function isFactor(one: Expression, product: Expression): boolean {
  return factors(product).length > 1 && factors(product).some((factor) => sameTree(factor, one));
}

function isOrdinary(expression: Expression): boolean {
  return expression.kind === "product" && expression.style === "ordinary";
}

function inOrder(left: readonly Expression[], right: readonly Expression[]): Changes {
  const changes = left.map((part, at) => changedParts(part, right[at] as Expression));
  return { left: changes.flatMap((one) => one.left), right: changes.flatMap((one) => one.right) };
}

function changedMembers(
  left: Expression,
  right: Expression,
  inLeft: readonly Expression[],
  inRight: readonly Expression[],
): Changes {
  const matched = match(inLeft.map(print), inRight.map(print));
  const restLeft = inLeft.filter((_, at) => !matched.some(([one]) => one === at));
  const restRight = inRight.filter((_, at) => !matched.some(([, other]) => other === at));
  if (restLeft.length === 0 && restRight.length === 0) {
    const moved = matched.filter(([one, other]) => one !== other);
    // The same members under another kind of node: nothing smaller has changed.
    if (moved.length === 0) return { left: [left], right: [right] };
    return {
      left: moved.map(([one]) => inLeft[one] as Expression),
      right: inRight.filter((_, at) => moved.some(([, other]) => other === at)),
    };
  }
  if (restLeft.length === restRight.length && left.kind === right.kind) return inOrder(restLeft, restRight);
  return matched.length === 0 ? { left: [left], right: [right] } : { left: restLeft, right: restRight };
}

/** Pairs of places with equal members: those in line from the start, then from the end, then wherever they stand. */
function match(left: readonly string[], right: readonly string[]): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let start = 0;
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) {
    pairs.push([start, start]);
    start += 1;
  }
  let end = 0;
  while (
    end < Math.min(left.length, right.length) - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  ) {
    pairs.push([left.length - 1 - end, right.length - 1 - end]);
    end += 1;
  }
  const open = new Map<string, number[]>();
  for (let at = start; at < right.length - end; at += 1) {
    const member = right[at] as string;
    open.set(member, [...(open.get(member) ?? []), at]);
  }
  for (let at = start; at < left.length - end; at += 1) {
    const [other, ...later] = open.get(left[at] as string) ?? [];
    if (other === undefined) continue;
    open.set(left[at] as string, later);
    pairs.push([at, other]);
  }
  return pairs.toSorted(([a], [b]) => a - b);
}
