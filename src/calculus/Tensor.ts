import type { NodeId } from "./Graph";

/** A lowered value: a scalar has shape [] and one node, a vector of n entries [n], a matrix [rows, columns], row by row. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly nodes: readonly NodeId[];
}

export function scalar(node: NodeId): Tensor {
  return { shape: [], nodes: [node] };
}

export function isScalar(tensor: Tensor): boolean {
  return tensor.shape.length === 0;
}

/** "a column of 3", "a row of 3", "3 × 2": for messages. */
export function shapeText(tensor: Tensor): string {
  const [rows, columns] = tensor.shape;
  if (rows === undefined) return "a number";
  if (columns === undefined) return `a column of ${rows}`;
  return rows === 1 ? `a row of ${columns}` : `${rows} × ${columns}`;
}
