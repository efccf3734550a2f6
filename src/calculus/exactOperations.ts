import { addExact, divideExact, frozenExact, multiplyExact, negateExact } from "./exactArithmetic";
import {
  cosExact,
  coshExact,
  erfExact,
  expExact,
  logExact,
  sinExact,
  sinhExact,
  sqrtExact,
  tanExact,
  tanhExact,
} from "./exactElementary";
import { logSumExpExact, sigmoidExact, softplusExact } from "./exactLogistic";
import {
  absExact,
  equalExact,
  lessEqualExact,
  lessExact,
  maxExact,
  minExact,
  selectExact,
  signExact,
} from "./exactPiecewise";
import { powerExact } from "./exactPower";
import type { Operation } from "./Graph";
import type { ExactColumn } from "./OperationRow";

/** Everything a graph can compute, in double-double with its bound; `operations` has the doubles and the derivatives. */
export const exactOperations: Readonly<Record<Operation, ExactColumn>> = {
  add: addExact,
  multiply: multiplyExact,
  divide: divideExact,
  negate: negateExact,
  power: powerExact,
  exp: expExact,
  log: logExact,
  sqrt: sqrtExact,
  sin: sinExact,
  cos: cosExact,
  tan: tanExact,
  sinh: sinhExact,
  cosh: coshExact,
  tanh: tanhExact,
  erf: erfExact,
  abs: absExact,
  sign: signExact,
  max: maxExact,
  min: minExact,
  less: lessExact,
  lessEqual: lessEqualExact,
  equal: equalExact,
  select: selectExact,
  sigmoid: sigmoidExact,
  softplus: softplusExact,
  logSumExp: logSumExpExact,
  frozen: frozenExact,
};
