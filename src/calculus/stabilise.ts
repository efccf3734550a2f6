import { adjoints, derivativeOrigin } from "./differentiate";
import type { NodeId, Operation } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
import { stableForms } from "./stableForms";
import { reachable } from "./reachable";

/**
 * The same values in forms that neither overflow nor cancel: 1/(1 + e^−z) becomes σ(z), e^z_k/Σ e^z_j becomes
 * e^(z_k − log Σ e^z_j), their logarithms become softplus and log-sum-exp, 1 − σ(z) becomes σ(−z). For the double tier
 * of the live page; verdicts judge the literal formulas.
 *
 * Every rewriting is an identity of real numbers between sides that are defined at the same points. Symbols are seen
 * through, except the `cut` ones, which stay the nodes that they are so that a run can override them. A node that came
 * from `derivative` is taken again from the stable form of what it is a derivative of.
 */
export function stabilise(builder: GraphBuilder, outputs: readonly NodeId[], cut: readonly NodeId[] = []): readonly NodeId[] {
  const cuts = new Set(cut);
  const stable = new Map<NodeId, NodeId>();
  const forms = stableForms(builder);
  const of = (id: NodeId): NodeId => stable.get(id) ?? id;

  const rewritten = (id: NodeId): NodeId => {
    const node = builder.nodes[id];
    if (node === undefined || cuts.has(id) || node.op === "constant" || node.op === "input") return id;
    if (node.op === "named") return of(node.args[0]);
    return derivativeAgain(builder, id, cut) ?? forms.apply(node.op satisfies Operation, node.args.map(of));
  };

  for (const id of reachable(builder.nodes, outputs, (at) => cuts.has(at))) stable.set(id, rewritten(id));
  return outputs.map(of);
}

/** ∂of/∂by from the stable form of `of`, if the node is one. `of` is older than its derivative, so this ends. */
function derivativeAgain(builder: GraphBuilder, id: NodeId, cut: readonly NodeId[]): NodeId | null {
  const origin = derivativeOrigin(builder, id);
  if (origin === null) return null;
  const [of = origin.of] = stabilise(builder, [origin.of], [...cut, origin.by]);
  return adjoints(builder, of).get(origin.by) ?? null;
}
