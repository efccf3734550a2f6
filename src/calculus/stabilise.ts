import { adjoints, derivativeOrigin } from "./differentiate";
import type { NodeId } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
import { reachable } from "./reachable";
import { stableForms } from "./stableForms";

/**
 * The same values in forms that neither overflow nor cancel: 1/(1 + e^−z) becomes σ(z), e^z_k/Σ e^z_j becomes
 * e^(z_k − log Σ e^z_j), their logarithms become softplus and log-sum-exp, 1 − σ(z) becomes σ(−z). For the double tier
 * of the live page; verdicts judge the literal formulas.
 *
 * Every rewriting is an identity of real numbers between sides that are defined at the same points. Symbols are seen
 * through, except the `cut` ones, which stay the nodes that they are so that a run can override them. A node that came
 * from `derivative` is taken again from the stable form of what it is a derivative of.
 */
export function stabilise(
  builder: GraphBuilder,
  outputs: readonly NodeId[],
  cut: readonly NodeId[] = [],
): readonly NodeId[] {
  return rewriter(builder)(outputs, cut);
}

type Rewrite = (outputs: readonly NodeId[], cut: readonly NodeId[]) => readonly NodeId[];

/** Shares what is rewritten under the same cuts: all ∂L/∂z_k rewrite L once. */
function rewriter(builder: GraphBuilder): Rewrite {
  const forms = stableForms(builder);
  const done = new Map<string, Map<NodeId, NodeId>>();

  const rewrite: Rewrite = (outputs, cut) => {
    const cuts = new Set(cut);
    const key = [...cuts].toSorted((a, b) => a - b).join(" ");
    const stable = done.get(key) ?? new Map<NodeId, NodeId>();
    done.set(key, stable);
    const of = (id: NodeId): NodeId => stable.get(id) ?? id;
    for (const id of reachable(builder.nodes, outputs, (at) => stable.has(at) || cuts.has(at))) {
      if (!stable.has(id)) stable.set(id, cuts.has(id) ? id : rewritten(id, cut, of));
    }
    return outputs.map(of);
  };

  const rewritten = (id: NodeId, cut: readonly NodeId[], of: (arg: NodeId) => NodeId): NodeId => {
    const node = builder.nodes[id];
    if (node === undefined || node.op === "constant" || node.op === "input") return id;
    if (node.op === "named") return of(node.args[0]);
    return derivativeAgain(id, cut) ?? forms.apply(node.op, node.args.map(of));
  };

  /** ∂of/∂by from the stable form of `of`, if the node is one. `of` is older than its derivative, so this ends. */
  const derivativeAgain = (id: NodeId, cut: readonly NodeId[]): NodeId | null => {
    const origin = derivativeOrigin(builder, id);
    if (origin === null) return null;
    const { of, by } = origin;
    const [stable = of] = rewrite([of], builder.nodes[by]?.op === "input" ? cut : [...cut, by]);
    return adjoints(builder, stable).get(by) ?? null;
  };

  return rewrite;
}
