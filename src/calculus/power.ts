import { type Kernel, place } from "./Kernel";
import type { OperationRow } from "./OperationRow";

/**
 * base^exponent over the reals: an integer exponent is repeated multiplication for any base, 0^0 = 1; any other needs
 * base > 0, or base = 0 with a positive exponent.
 */

const double: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const a = place(operands[from]);
  const b = place(operands[from + 1]);
  for (let i = 0; i < size; i += 1) {
    const base = memory[a + i] as number;
    const exponent = memory[b + i] as number;
    if (exponent === 2) memory[at + i] = base * base;
    else if (exponent === -1) memory[at + i] = 1 / base;
    else memory[at + i] = Number.isNaN(base) ? base : base ** exponent;
  }
};

export const powerRow: OperationRow = {
  double,
  pull: (b, node, [base = node, exponent = node], adjoint, index) =>
    index === 0
      ? b.times(adjoint, b.times(exponent, b.raise(base, b.minus(exponent, b.constant(1)))))
      : b.times(adjoint, b.times(node, b.apply("log", [base]))),
};
