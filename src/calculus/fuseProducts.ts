import { add, multiply, multiplyAdd, multiplySubtract, subtract } from "./arithmetic";
import { argumentsOfValue, onlyNeeded, type Program, type Value, type ValueId } from "./Program";

/** a·b + c and a·b − c in one kernel where nothing else needs a·b. */
export function fuseProducts(program: Program): Program {
  const { values, outputs } = program;
  const uses = new Uint32Array(values.length);
  for (const output of outputs) uses[output] = (uses[output] ?? 0) + 1;
  for (const value of values) for (const arg of argumentsOfValue(value)) uses[arg] = (uses[arg] ?? 0) + 1;
  const factors = (id: ValueId | undefined): readonly ValueId[] | null => {
    const value = id === undefined ? undefined : values[id];
    return value?.from === "kernel" && value.kernel === multiply && value.args.length === 2 && uses[id ?? -1] === 1
      ? value.args
      : null;
  };
  const fused = (value: Value): Value => {
    if (value.from !== "kernel" || value.args.length !== 2) return value;
    const [first = 0, second = 0] = value.args;
    const [left, right] = [factors(first), factors(second)];
    if (value.kernel === add && left !== null) return { ...value, kernel: multiplyAdd, args: [...left, second] };
    if (value.kernel === add && right !== null) return { ...value, kernel: multiplyAdd, args: [...right, first] };
    if (value.kernel === subtract && left !== null)
      return { ...value, kernel: multiplySubtract, args: [...left, second] };
    return value;
  };
  return onlyNeeded({ values: values.map(fused), outputs });
}
