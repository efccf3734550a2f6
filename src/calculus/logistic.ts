import type { DoubleColumn, OperationRow } from "./OperationRow";
import { sigmoid, softplus } from "./stable";

/** σ, softplus and log-sum-exp as single operations: the stable forms of what documents write with e^z. */

const logSumExpDouble: DoubleColumn = (memory, to, args, from, until, count) => {
  for (let i = 0; i < count; i += 1) {
    let best = from;
    for (let k = from + 1; k < until; k += 1) {
      const value = memory[(args[k] as number) + i] as number;
      if (!(value <= (memory[(args[best] as number) + i] as number))) best = k;
    }
    const top = memory[(args[best] as number) + i] as number;
    let sum = 0;
    for (let k = from; k < until; k += 1) {
      if (k !== best) sum += Math.exp((memory[(args[k] as number) + i] as number) - top);
    }
    memory[to + i] = top + Math.log1p(sum);
  }
};

export const sigmoidRow: OperationRow = {
  double: (memory, to, args, from, _until, count) => {
    const a = args[from] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = sigmoid(memory[a + i] as number);
  },
  pull: (b, node, [x = 0], adjoint) => b.times(adjoint, b.times(node, b.apply("sigmoid", [b.negative(x)]))),
};

export const softplusRow: OperationRow = {
  double: (memory, to, args, from, _until, count) => {
    const a = args[from] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = softplus(memory[a + i] as number);
  },
  pull: (b, _node, args, adjoint) => b.times(adjoint, b.apply("sigmoid", args)),
};

/** ∂/∂z_k is the softmax: e^(z_k − log Σ e^z). */
export const logSumExpRow: OperationRow = {
  double: logSumExpDouble,
  pull: (b, node, args, adjoint, index) => b.times(adjoint, b.apply("exp", [b.minus(args[index] ?? node, node)])),
};
