import { addRow, divideRow, frozenRow, multiplyRow, negateRow } from "./arithmetic";
import { coshRow, cosRow, erfRow, expRow, logRow, sinhRow, sinRow, sqrtRow, tanhRow, tanRow } from "./elementary";
import type { Operation } from "./Graph";
import { sigmoidRow, softplusRow } from "./logistic";
import { logSumExpRow } from "./logSumExp";
import type { OperationRow } from "./OperationRow";
import { absRow, equalRow, lessEqualRow, lessRow, maxRow, minRow, selectRow, signRow } from "./piecewise";
import { powerRow } from "./power";

/** Everything a graph can compute: name, value in doubles, derivative; `exactOperations` has the values in double-double. */
export const operations: Readonly<Record<Operation, OperationRow>> = {
  add: addRow,
  multiply: multiplyRow,
  divide: divideRow,
  negate: negateRow,
  power: powerRow,
  exp: expRow,
  log: logRow,
  sqrt: sqrtRow,
  sin: sinRow,
  cos: cosRow,
  tan: tanRow,
  sinh: sinhRow,
  cosh: coshRow,
  tanh: tanhRow,
  erf: erfRow,
  abs: absRow,
  sign: signRow,
  max: maxRow,
  min: minRow,
  less: lessRow,
  lessEqual: lessEqualRow,
  equal: equalRow,
  select: selectRow,
  sigmoid: sigmoidRow,
  softplus: softplusRow,
  logSumExp: logSumExpRow,
  frozen: frozenRow,
};
