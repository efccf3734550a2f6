import { isPastStart } from "../calculus/entries";
import type { FreeLetter } from "../calculus/freeLetters";
import { assignments, freeLetters } from "../calculus/freeLetters";
import type { NodeId } from "../calculus/Graph";
import { inputsBelow } from "../calculus/inputsBelow";
import { holdsForIndices, lower } from "../calculus/lower";
import type { Refusal } from "../calculus/Refusal";
import { openWorld } from "../calculus/surveyScope";
import { shapeText, type Tensor } from "../calculus/Tensor";
import { emptyTrace, type Survey, type Trace, type World } from "../calculus/World";
import { wholeFormula } from "../calculus/wholeFormula";
import type { Condition, Expression, Relation, Variable } from "../formula/Expression";
import { walk } from "../formula/traverse";

/** One step, ready to be judged under one reading. */
export interface Question {
  readonly left: Expression;
  readonly right: Expression;
  readonly relation: Relation;
  readonly survey: Survey;
  /** The variable of the chain's head: what a prime differentiates by where nothing else decides. */
  readonly headVariable: Variable | null;
  /** Conditions on indices under which the step is judged. */
  readonly conditions: readonly Condition[];
  readonly strictPartials: boolean;
  /** ∂ holds the other members of a recurrence fixed. */
  readonly heldMembers?: boolean;
  /** Letters that name a member outside the range that sums run over. */
  readonly apart?: readonly string[];
}

/** Both sides as nodes for one assignment of the free indices, and one entry if they are vectors. */
export interface Pair {
  readonly indices: ReadonlyMap<string, number>;
  readonly left: NodeId;
  readonly right: NodeId;
}

export interface Posed {
  readonly world: World;
  readonly pairs: readonly Pair[];
  readonly trace: Trace;
  /** Conditions on indices that the text states, of those that left some values out. */
  readonly narrowed: readonly Condition[];
}

export type Posing =
  | { readonly ok: true; readonly posed: Posed }
  | { readonly ok: false; readonly side: "left" | "right"; readonly refusal: Refusal };

/** More index assignments than this are thinned evenly: an error at one of them shows at its neighbours in range too. */
const mostAssignments = 81;

/** Lowers both sides for every value of every free index that meets the step's conditions and the document's. */
export function pose(question: Question, assumed: readonly Condition[] = []): Posing {
  const { survey } = question;
  const [left, right] = [wholeFormula(question.left, survey.looks), wholeFormula(question.right, survey.looks)];
  const world = openWorld(survey);
  const trace = emptyTrace();
  const pairs: Pair[] = [];
  const narrowed = new Set<Condition>();
  for (const indices of chosen(left, right, survey, question.apart ?? [])) {
    if (!allowed(indices, question.conditions, world)) continue;
    const unmet = assumed.find((condition) => !allowed(indices, [condition], world));
    if (unmet !== undefined) {
      narrowed.add(unmet);
      continue;
    }
    const options = {
      env: indices,
      headVariable: question.headVariable,
      strictPartials: question.strictPartials,
      heldMembers: question.heldMembers ?? false,
      trace,
    };
    const [first, second] = [lower(left, world, options), lower(right, world, options)];
    if (!first.ok) return { ok: false, side: "left", refusal: first.refusal };
    if (!second.ok) return { ok: false, side: "right", refusal: second.refusal };
    const layout = isSlope(left) || isSlope(right);
    const agreed = align(first.value, second.value, layout);
    if (agreed === null)
      return {
        ok: false,
        side: "right",
        refusal: {
          code: "shape",
          detail: `${shapeText(first.value)} and ${shapeText(second.value)}`,
          span: right.span,
        },
      };
    const isStrange = trace.backwards.size > 0 || passesStart(agreed.flat(), world);
    trace.backwards.clear();
    // At such indices the formulas say nothing: the step is judged at the others.
    if (!isStrange) for (const [one, other] of agreed) pairs.push({ indices, left: one, right: other });
  }
  return { ok: true, posed: { world, pairs, trace, narrowed: [...narrowed] } };
}

/** Whether something is computed from v_{-1}, which lies before the start of its recurrence. */
function passesStart(nodes: readonly NodeId[], world: World): boolean {
  if (world.recurrences.size === 0) return false;
  return inputsBelow(world.builder.nodes, nodes).inputs.some((input) => {
    const leaf = world.leaves.get(input);
    return leaf !== undefined && isPastStart(leaf, world);
  });
}

/**
 * Entries of two values of one shape, side by side; a number beside a vector is no pair. `layout`: a derivative by
 * a vector may be laid out as a row or as a column.
 */
function align(left: Tensor, right: Tensor, layout: boolean): readonly (readonly [NodeId, NodeId])[] | null {
  const shape = (tensor: Tensor) => (layout ? tensor.shape.filter((size) => size !== 1) : tensor.shape).join();
  if (shape(left) !== shape(right)) return null;
  return left.nodes.map((node, at) => [node, right.nodes[at] as NodeId]);
}

/** A derivative by a vector, or a product that has one. */
function isSlope(side: Expression): boolean {
  if (side.kind === "derivative") return true;
  return side.kind === "product" && side.factors.some(isSlope);
}

function chosen(
  left: Expression,
  right: Expression,
  survey: Survey,
  apart: readonly string[],
): readonly ReadonlyMap<string, number>[] {
  const written = freeLetters([left, right], survey.ranges, survey.canonical, survey.fixedLetters);
  const letters = [...written, ...inherited([left, right], written, survey)];
  // One member stands for all only where no second letter could name another: x_i = x_j is wrong at i ≠ j.
  const batched = letters.filter((one) => one.batch);
  const standing = batched.length === 1 ? batched : [];
  const labels = survey.labels.filter((one) => !letters.some(({ letter }) => letter === one.letter));
  const ranges = thin([...letters, ...labels]);
  return assignments(
    ranges.map((one) => {
      if (apart.includes(one.letter)) return { ...one, first: one.size + 1, size: one.size + 1 };
      return standing.some(({ letter }) => letter === one.letter) ? { ...one, first: one.size } : one;
    }),
    mostAssignments,
  );
}

/** Letters that only the definitions of the symbols in the sides leave free, the c of L = −log p_c. */
function inherited(
  sides: readonly Expression[],
  known: readonly FreeLetter[],
  { outerLetters, canonical, ranges, fixedLetters }: Survey,
): readonly FreeLetter[] {
  const letters = new Set<string>();
  for (const side of sides)
    walk(side, (part) => {
      if (part.kind === "variable" || part.kind === "call")
        for (const letter of outerLetters(canonical(part.name))) letters.add(letter);
    });
  return [...letters].flatMap((letter) => {
    const size = ranges.letterSize(letter);
    const isKnown = fixedLetters.has(letter) || known.some((one) => one.letter === letter);
    return size === null || isKnown ? [] : [{ letter, size, label: false, batch: false }];
  });
}

/** With many free letters, ranges shrink to two values: 2^n assignments rather than 3^n. */
function thin(letters: readonly FreeLetter[]): readonly FreeLetter[] {
  const count = letters.reduce((product, { size }) => product * size, 1);
  return count <= 4096 ? letters : letters.map((one) => ({ ...one, size: Math.min(2, one.size) }));
}

function allowed(indices: ReadonlyMap<string, number>, conditions: readonly Condition[], world: World): boolean {
  return conditions.every((condition) => holdsForIndices(condition, world, indices) !== false);
}
