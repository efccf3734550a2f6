/**
 * One loop over columns of doubles in a program's memory: `count` results from `to` on, computed from the arguments'
 * columns, which start at `operands[from] … operands[until − 1]`. The result's column is never one of the arguments'.
 */
export type Kernel = (
  memory: Float64Array,
  to: number,
  operands: Int32Array,
  from: number,
  until: number,
  count: number,
) => void;

/** No place in memory is higher. */
export const mostPlaces = 0x100_0000;

/**
 * A place in memory, below `mostPlaces`. It says nothing new, but the compiler then knows that sums of places do not overflow:
 * loops over columns run nearly twice as fast without those checks (measured in V8).
 */
export function place(at: number | undefined): number {
  return (at as number) & 0xff_ffff;
}

/** The loop of a function of one double. Loops that run often are written out: calling `f` at each point costs more than it does. */
export function unary(f: (x: number) => number): Kernel {
  return (memory, to, operands, from, _until, count) => {
    const at = place(to);
    const size = place(count);
    const a = place(operands[from]);
    for (let i = 0; i < size; i += 1) memory[at + i] = f(memory[a + i] as number);
  };
}

/** The loop of a function of two doubles. */
export function binary(f: (x: number, y: number) => number): Kernel {
  return (memory, to, operands, from, _until, count) => {
    const at = place(to);
    const size = place(count);
    const a = place(operands[from]);
    const b = place(operands[from + 1]);
    for (let i = 0; i < size; i += 1) memory[at + i] = f(memory[a + i] as number, memory[b + i] as number);
  };
}
