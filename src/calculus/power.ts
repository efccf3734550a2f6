import type { DoubleColumn, OperationRow } from "./OperationRow";

/**
 * base^exponent over the reals: an integer exponent is repeated multiplication for any base, 0^0 = 1; any other needs
 * base > 0, or base = 0 with a positive exponent.
 */

const double: DoubleColumn = (memory, to, args, from, _until, count) => {
  const a = args[from] as number;
  const b = args[from + 1] as number;
  for (let i = 0; i < count; i += 1) {
    const base = memory[a + i] as number;
    const exponent = memory[b + i] as number;
    if (exponent === 2) memory[to + i] = base * base;
    else if (exponent === -1) memory[to + i] = 1 / base;
    else memory[to + i] = Number.isNaN(base) ? base : base ** exponent;
  }
};

export const powerRow: OperationRow = {
  double,
  pull: (b, node, [base = node, exponent = node], adjoint, index) =>
    index === 0
      ? b.times(adjoint, b.times(exponent, b.raise(base, b.minus(exponent, b.constant(1)))))
      : b.times(adjoint, b.times(node, b.apply("log", [base]))),
};
