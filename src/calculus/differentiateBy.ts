import { derivative } from "./differentiate";
import type { NodeId } from "./Graph";
import type { Context } from "./World";

/** ∂of/∂by as a node, noted in the trace; null where nothing flows from `by` to `of`. */
export function differentiateBy(of: NodeId, by: NodeId, context: Context): NodeId | null {
  if (of === by) return context.world.builder.constant(1);
  const result = derivative(context.world.builder, of, by);
  if (result !== null) context.trace.derivatives.push({ of, by, result });
  return result;
}
