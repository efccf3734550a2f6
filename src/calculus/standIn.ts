import type { NodeId } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
import { hashText } from "./hashText";

/**
 * A smooth function in place of one that the document leaves open, so that general rules (chain, product) can be
 * checked: F(a) = Σ_r c_r·σ(Σ_m w_{r,m}·a_m + φ_r) + Σ_m u_m·a_m. Coefficients are dyadic and follow from the
 * function's key alone, so the same document always gets the same function.
 */
export function standIn(builder: GraphBuilder, key: string, args: readonly NodeId[]): NodeId {
  const next = dyadics(key);
  const terms: NodeId[] = [];
  for (let ridge = 0; ridge < 3; ridge += 1) {
    const inner = args.map((arg) => builder.apply("multiply", [builder.constant(next()), arg]));
    inner.push(builder.constant(next()));
    const bent = builder.apply("sigmoid", [builder.apply("add", inner)]);
    terms.push(builder.apply("multiply", [builder.constant(2 * next()), bent]));
  }
  for (const arg of args) terms.push(builder.apply("multiply", [builder.constant(next() / 4), arg]));
  return builder.apply("add", terms);
}

/** A seeded stream of multiples of 1/64 with 1/4 ≤ |value| < 5/4. */
function dyadics(key: string): () => number {
  let state = hashText(key);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const magnitude = 0.25 + ((state >>> 8) % 64) / 64;
    return (state >>> 20) % 2 === 0 ? magnitude : -magnitude;
  };
}
