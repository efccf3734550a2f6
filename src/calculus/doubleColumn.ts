import type { DoubleColumn } from "./OperationRow";

/** A column of a function of one double. */
export function doubleUnary(f: (x: number) => number): DoubleColumn {
  return (memory, to, args, from, _until, count) => {
    const a = args[from] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = f(memory[a + i] as number);
  };
}

/** A column of a function of two doubles. */
export function doubleBinary(f: (x: number, y: number) => number): DoubleColumn {
  return (memory, to, args, from, _until, count) => {
    const a = args[from] as number;
    const b = args[from + 1] as number;
    for (let i = 0; i < count; i += 1) memory[to + i] = f(memory[a + i] as number, memory[b + i] as number);
  };
}

/** A column folded over any number of arguments. */
export function doubleFold(f: (x: number, y: number) => number): DoubleColumn {
  return (memory, to, args, from, until, count) => {
    for (let i = 0; i < count; i += 1) {
      let value = memory[(args[from] as number) + i] as number;
      for (let k = from + 1; k < until; k += 1) value = f(value, memory[(args[k] as number) + i] as number);
      memory[to + i] = value;
    }
  };
}
