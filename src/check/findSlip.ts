import { evaluateExact } from "../calculus/evaluateExact";
import { assignments, freeLetters } from "../calculus/freeLetters";
import type { NodeId } from "../calculus/Graph";
import { holdsForIndices, lower } from "../calculus/lower";
import type { Expression } from "../formula/Expression";
import { print } from "../formula/print";
import { walk } from "../formula/traverse";
import type { Posed, Question } from "./Question";
import { type SlipEdit, type SlipMaterial, slipEdits, slipEditsOfWhole } from "./slipEdits";
import type { Slip } from "./Verdict";

/** Changes tried on one step; the rest of a large formula's are left out rather than kept waiting for. */
const mostEdits = 400;
const probes = 6;

/**
 * The one small change of the right side that makes the step hold at the probing points, if exactly one place explains
 * it. `confirm` judges the whole step with a changed right side.
 */
export function findSlip(question: Question, posed: Posed, confirm: (right: Expression) => boolean): Slip | null {
  const { world } = posed;
  const material = materialOf(question);
  const letters = freeLetters(
    [question.left, question.right],
    question.survey.ranges,
    question.survey.canonical,
    question.survey.fixedLetters,
  );
  const environments = assignments(letters, 81)
    .filter((env) => question.conditions.every((condition) => holdsForIndices(condition, world, env) !== false))
    .slice(0, 9);
  const options = (env: ReadonlyMap<string, number>) => ({
    env,
    headVariable: question.headVariable,
    strictPartials: false,
  });
  const targets = environments.map((env) => scalarNode(question.left, env));
  function scalarNode(side: Expression, env: ReadonlyMap<string, number>): NodeId | null {
    const lowered = lower(side, world, options(env));
    return lowered.ok && lowered.value.shape.length === 0 ? (lowered.value.nodes[0] as NodeId) : null;
  }
  if (targets.some((node) => node === null)) return null;

  const candidates: { readonly edit: SlipEdit; readonly nodes: readonly NodeId[] }[] = [];
  let tried = 0;
  for (const edit of everyEdit(question.right, material)) {
    tried += 1;
    if (tried > mostEdits) break;
    const nodes = environments.map((env) => scalarNode(edit.expression, env));
    if (nodes.every((node): node is NodeId => node !== null)) candidates.push({ edit, nodes });
  }
  const agreeing = probe(candidates, targets as readonly NodeId[], posed);
  const confirmed = agreeing.slice(0, 6).filter((edit) => confirm(edit.expression));
  const first = confirmed[0];
  if (first === undefined || !confirmed.every((edit) => nested(edit, first))) return null;
  return { code: first.code, side: "right", span: first.span, tex: print(first.expression) };
}

function* everyEdit(side: Expression, material: SlipMaterial): Generator<SlipEdit> {
  yield* slipEdits(side, material);
  yield* slipEditsOfWhole(side, material);
}

/** Edits whose value agrees with the target at every probing point where both are defined. */
function probe(
  candidates: readonly { readonly edit: SlipEdit; readonly nodes: readonly NodeId[] }[],
  targets: readonly NodeId[],
  posed: Posed,
): readonly SlipEdit[] {
  const { builder, leaves } = posed.world;
  const inputs: Record<string, Float64Array> = {};
  let at = 0;
  for (const leaf of leaves.values()) {
    inputs[leaf.key] = Float64Array.from(
      { length: probes },
      (_, point) => ((at * 37 + point * 53 + 11) % 97) / 64 + 0.171875 - (point % 3 === 2 ? 1 : 0),
    );
    at += 1;
  }
  const outputs = [...new Set([...targets, ...candidates.flatMap(({ nodes }) => nodes)])];
  const values = evaluateExact(builder.nodes, outputs, inputs, probes);
  const column = new Map(outputs.map((node, place) => [node, values.outputs[place]]));
  return candidates
    .filter(({ nodes }) => {
      let agreements = 0;
      for (let env = 0; env < nodes.length; env += 1) {
        const [target, found] = [column.get(targets[env] as NodeId), column.get(nodes[env] as NodeId)];
        if (target === undefined || found === undefined) return false;
        for (let point = 0; point < probes; point += 1) {
          const [l, r] = [target.hi[point] as number, found.hi[point] as number];
          if (Number.isNaN(l) || Number.isNaN(r)) continue;
          const difference = Math.abs(l - r + ((target.lo[point] as number) - (found.lo[point] as number)));
          if (!(difference <= 4 * ((target.bound[point] as number) + (found.bound[point] as number)))) return false;
          agreements += 1;
        }
      }
      return agreements >= nodes.length * 2;
    })
    .map(({ edit }) => edit);
}

/** Two edits are one explanation if one's place lies inside the other's. */
function nested(one: SlipEdit, other: SlipEdit): boolean {
  const inside = (a: SlipEdit, b: SlipEdit) => a.span.start >= b.span.start && a.span.end <= b.span.end;
  return inside(one, other) || inside(other, one);
}

function materialOf(question: Question): SlipMaterial {
  const variables = new Map<string, Expression>();
  const collect = (side: Expression): void =>
    walk(side, (part) => {
      if (part.kind !== "variable") return;
      variables.set(print(part), part);
    });
  collect(question.left);
  collect(question.right);
  const letters = freeLetters(
    [question.left, question.right],
    question.survey.ranges,
    question.survey.canonical,
    question.survey.fixedLetters,
  ).map((one) => one.letter);
  const bound = new Set<string>();
  for (const side of [question.left, question.right])
    walk(side, (part) => {
      if (part.kind === "indexed") bound.add(part.index);
    });
  const indexNames = new Set([...letters, ...bound]);
  return {
    variables: [...variables.values()].filter((one) => one.kind === "variable" && !indexNames.has(one.name)),
    letters: [...indexNames],
  };
}
