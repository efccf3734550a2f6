import type { NodeId } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
import type { Kernel } from "./Kernel";

/**
 * One operation in one place: its value in doubles and its derivative. Its value in double-double stands apart, in
 * `exactOperations`: a page computes without it and is spared its tables.
 */
export interface OperationRow {
  /** Null where `selectKernels` puts the operation together from kernels that others can share. */
  readonly double: Kernel | null;
  readonly pull: Pull;
}

/** Columns of hi, lo and bound: the true value is within `bound` of hi + lo. hi is NaN where undefined or overflown. */
export interface ExactMemory {
  readonly hi: Float64Array;
  readonly lo: Float64Array;
  readonly bound: Float64Array;
}

/**
 * `args[from] … args[until − 1]` say where in `memory` the arguments' columns start, `to` where the result's column
 * starts (never one of the arguments').
 */
export type ExactColumn = (
  memory: ExactMemory,
  to: number,
  args: Int32Array,
  from: number,
  until: number,
  count: number,
) => void;

/**
 * What `node` hands back to its argument number `index` when its own adjoint is `adjoint`: adjoint · ∂node/∂argument.
 * Null: the value is piecewise constant in that argument.
 */
export type Pull = (
  builder: GraphBuilder,
  node: NodeId,
  args: readonly NodeId[],
  adjoint: NodeId,
  index: number,
) => NodeId | null;
