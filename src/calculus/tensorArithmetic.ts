import type { Span } from "../formula/Span";
import type { NodeId, Operation } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
import { RefusalError } from "./Refusal";
import { isScalar, scalar, shapeText, type Tensor } from "./Tensor";

/** A binary operation on two nodes. */
export function combine(builder: GraphBuilder, op: Operation, left: NodeId, right: NodeId): NodeId {
  return builder.apply(op, [left, right]);
}

/** The same operation on every entry. */
export function mapEntries(tensor: Tensor, change: (node: NodeId) => NodeId): Tensor {
  return { shape: tensor.shape, nodes: tensor.nodes.map(change) };
}

/** Entry by entry; a number goes with every entry. Other shapes must agree. */
export function elementwise(builder: GraphBuilder, op: Operation, left: Tensor, right: Tensor, span: Span): Tensor {
  if (isScalar(left) && isScalar(right))
    return scalar(combine(builder, op, left.nodes[0] as NodeId, right.nodes[0] as NodeId));
  if (isScalar(left)) return mapEntries(right, (node) => combine(builder, op, left.nodes[0] as NodeId, node));
  if (isScalar(right)) return mapEntries(left, (node) => combine(builder, op, node, right.nodes[0] as NodeId));
  if (left.shape.join() !== right.shape.join()) throw disagree(left, right, span);
  return {
    shape: left.shape,
    nodes: left.nodes.map((node, at) => combine(builder, op, node, right.nodes[at] as NodeId)),
  };
}

/**
 * Juxtaposition: a number scales; a matrix acts on a vector or matrix; a row times a column is a number. A vector
 * has shape [n] and counts as a column; its transpose is [1, n].
 */
export function multiply(builder: GraphBuilder, left: Tensor, right: Tensor, span: Span): Tensor {
  if (isScalar(left) || isScalar(right)) return elementwise(builder, "multiply", left, right, span);
  const [rows, inner] =
    left.shape.length === 1 ? [left.shape[0] as number, 1] : [left.shape[0] as number, left.shape[1] as number];
  const [outer, columns] =
    right.shape.length === 1 ? [right.shape[0] as number, 1] : [right.shape[0] as number, right.shape[1] as number];
  if (inner !== outer) throw disagree(left, right, span);
  const nodes: NodeId[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const terms = Array.from({ length: inner }, (_, at) =>
        combine(
          builder,
          "multiply",
          left.nodes[row * inner + at] as NodeId,
          right.nodes[at * columns + column] as NodeId,
        ),
      );
      nodes.push(terms.length === 1 ? (terms[0] as NodeId) : builder.apply("add", terms));
    }
  if (rows === 1 && columns === 1) return { shape: [], nodes };
  return { shape: columns === 1 && right.shape.length === 1 ? [rows] : [rows, columns], nodes };
}

export function transpose(tensor: Tensor): Tensor {
  if (isScalar(tensor)) return tensor;
  if (tensor.shape.length === 1) return { shape: [1, tensor.shape[0] as number], nodes: tensor.nodes };
  const [rows, columns] = tensor.shape as readonly [number, number];
  const nodes = tensor.nodes.map((_, at) => tensor.nodes[(at % rows) * columns + Math.floor(at / rows)] as NodeId);
  return rows === 1 ? { shape: [columns], nodes } : { shape: [columns, rows], nodes };
}

function disagree(left: Tensor, right: Tensor, span: Span): RefusalError {
  return new RefusalError("shape", `${shapeText(left)} and ${shapeText(right)}`, span);
}
