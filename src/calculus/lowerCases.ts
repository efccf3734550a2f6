import type { Cases, Condition, Expression, Indicator, Relation } from "../formula/Expression";
import type { NodeId } from "./Graph";
import { indexCondition } from "./indexValue";
import { RefusalError } from "./Refusal";
import { scalar, type Tensor } from "./Tensor";
import type { Context } from "./World";

/** The branch whose condition is true: at once where it is about indices, by a `select` node where it is about values. */
export function lowerCases(expression: Cases, context: Context): Tensor {
  const { builder } = context.world;
  const choose = (at: number): Tensor => {
    const branch = expression.branches[at];
    if (branch === undefined) return scalar(undefinedNode(context));
    if (branch.condition === null) return context.lower(branch.value, context);
    const truth = indexCondition(branch.condition, context);
    if (truth === true) return context.lower(branch.value, context);
    if (truth === false) return choose(at + 1);
    const condition = lowerCondition(branch.condition, context);
    const [whenTrue, whenFalse] = [context.lower(branch.value, context), choose(at + 1)];
    return {
      shape: whenTrue.shape,
      nodes: whenTrue.nodes.map((node, entry) =>
        builder.apply("select", [condition, node, whenFalse.nodes[entry] ?? (whenFalse.nodes[0] as NodeId)]),
      ),
    };
  };
  return choose(0);
}

/** 1 where the condition is true, else 0. */
export function lowerIndicator(expression: Indicator, context: Context): Tensor {
  const { builder } = context.world;
  const truth = indexCondition(expression.condition, context);
  return scalar(truth === null ? lowerCondition(expression.condition, context) : builder.constant(truth ? 1 : 0));
}

/** 1 or 0, node by node, for a condition on values. */
export function lowerCondition(condition: Condition, context: Context): NodeId {
  const { builder } = context.world;
  const sides = condition.sides.map((side) => number(side, context));
  let whole: NodeId | null = null;
  const also = (node: NodeId): void => {
    whole = whole === null ? node : builder.apply("multiply", [whole, node]);
  };
  condition.relations.forEach((relation, at) => {
    also(related(relation, sides[at] as NodeId, sides[at + 1] as NodeId, context, condition));
  });
  if (condition.and !== null) also(lowerCondition(condition.and, context));
  return whole ?? builder.constant(1);
}

function related(relation: Relation, left: NodeId, right: NodeId, context: Context, condition: Condition): NodeId {
  const { builder } = context.world;
  const not = (node: NodeId) => builder.apply("add", [builder.constant(1), builder.apply("negate", [node])]);
  switch (relation) {
    case "=":
    case "≡":
      return builder.apply("equal", [left, right]);
    case "≠":
      return not(builder.apply("equal", [left, right]));
    case "<":
      return builder.apply("less", [left, right]);
    case "≤":
      return builder.apply("lessEqual", [left, right]);
    case ">":
      return builder.apply("less", [right, left]);
    case "≥":
      return builder.apply("lessEqual", [right, left]);
    default:
      throw new RefusalError("unsupported", relation, condition.sides[0]?.span ?? { start: 0, end: 0 });
  }
}

function number(side: Expression, context: Context): NodeId {
  const value = context.lower(side, context);
  if (value.shape.length > 0) throw new RefusalError("shape", "a condition", side.span);
  return value.nodes[0] as NodeId;
}

/** 0/0: what stands where no branch applies. */
function undefinedNode(context: Context): NodeId {
  const { builder } = context.world;
  return builder.apply("divide", [builder.constant(0), builder.constant(0)]);
}
