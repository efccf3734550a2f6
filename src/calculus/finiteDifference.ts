import { compile } from "./compile";
import { run } from "./evaluate";
import { evaluateExact } from "./evaluateExact";
import type { GraphNode, NodeId } from "./Graph";
import type { Program } from "./Program";

/** A central difference with the error that its model allows. */
export interface CentralDifference {
  readonly value: number;
  /** The step really taken, (x + h) − x: what remains of h after rounding. */
  readonly h: number;
  /** 3·(h²|f‴|/6 + ε|f|/h): truncation and rounding, tripled. NaN where f‴ could not be estimated. */
  readonly bound: number;
}

/** |error| of the central difference at one step, and the two arms of its model. */
export interface StepError {
  readonly h: number;
  readonly error: number;
  readonly truncation: number;
  readonly rounding: number;
}

/** A function of one number, whatever it is computed by; many at once. */
export type Curve = (at: Float64Array) => Float64Array;

const epsilon = 2 ** -53;

/**
 * `of` as a function of the node `by`, the inputs standing still: `by` is cut from its own definition. Who asks for it
 * at many inputs compiles the program once.
 */
export function curveOf(
  nodes: readonly GraphNode[],
  of: NodeId,
  by: NodeId,
  inputs: Readonly<Record<string, number>>,
  program: Program = compile(nodes, [of], [by]),
): Curve {
  return (at) => run(program, inputs, at.length, undefined, new Map([[by, at]]))[0] ?? new Float64Array(at.length);
}

/**
 * Central difference in doubles with the step (3ε|f/f‴|)^⅓ at which its truncation and rounding errors balance; f‴ is
 * taken from a wider difference. `noise` is the relative error of f itself: a few roundings.
 */
export function centralDifference(curve: Curve, x: number, noise = 4 * epsilon): CentralDifference {
  const { size, third } = shape(curve, x);
  const h = bestStep(x, size, third, noise);
  return differenceAt(curve, x, h, size, third, noise);
}

/** The error against h, for h = 1, 10^−½, … 10^−16, with the model's two arms; `exact` is the derivative's value. */
export function errorAgainstStep(curve: Curve, x: number, exact: number): readonly StepError[] {
  const { size, third } = shape(curve, x);
  return Array.from({ length: 33 }, (_, k) => {
    const h = 10 ** (-k / 2);
    const { value, h: real } = differenceAt(curve, x, h, size, third, epsilon);
    return {
      h: real > 0 ? real : h,
      error: real > 0 ? Math.abs(value - exact) : Number.NaN,
      truncation: (h * h * third) / 6,
      rounding: (epsilon * size) / h,
    };
  });
}

/** The step where h²|f‴|/6 + ε|f|/h is least, kept where x ± h differ from x and stay near it. */
export function bestStep(x: number, size: number, third: number, noise: number): number {
  const scale = Math.max(1, Math.abs(x));
  const h = third > 0 && size > 0 ? Math.cbrt((3 * noise * size) / third) : Math.cbrt(noise) * scale;
  return Math.min(0.1 * scale, Math.max(h, 16 * epsilon * scale));
}

function differenceAt(
  curve: Curve,
  x: number,
  h: number,
  size: number,
  third: number,
  noise: number,
): CentralDifference {
  const real = x + h - x;
  const [below = Number.NaN, above = Number.NaN] = curve(Float64Array.of(x - real, x + real));
  const bound = 3 * ((real * real * third) / 6 + (noise * size) / real);
  return { value: (above - below) / (2 * real), h: real, bound };
}

/** |f| and |f‴| near x, from differences with step 1/64 or, where the function ends nearer than that, smaller ones. */
function shape(curve: Curve, x: number): { readonly size: number; readonly third: number } {
  for (const step of [2 ** -6, 2 ** -9, 2 ** -12, 2 ** -15]) {
    const h = Math.max(1, Math.abs(x)) * step;
    const [a = 0, b = 0, c = 0, d = 0, middle = 0] = curve(Float64Array.of(x - 2 * h, x - h, x + h, x + 2 * h, x));
    const third = Math.abs(d - 2 * c + 2 * b - a) / (2 * h ** 3);
    if (Number.isFinite(third)) return { size: Math.max(Math.abs(b), Math.abs(c), Math.abs(middle)), third };
  }
  return { size: Number.NaN, third: Number.NaN };
}

/**
 * Central differences in double-double, at many points at once: `columns` are the inputs' values, `at` the values of
 * the node `by` there. With 2^−33 for h they have about 20 digits, enough to confirm automatic differentiation inside
 * a verdict. `bound` covers truncation, by the model above, and the evaluations' own bounds.
 */
export function exactCentralDifference(
  nodes: readonly GraphNode[],
  of: NodeId,
  by: NodeId,
  at: Float64Array,
  columns: Readonly<Record<string, Float64Array | number>>,
): { readonly value: Float64Array; readonly bound: Float64Array } {
  const count = at.length;
  const near = at.map((x) => stepAt(x, 2 ** -33));
  const wide = at.map((x) => stepAt(x, 2 ** -8));
  // Six moved copies of every point in one evaluation: ±near, ±wide, ±2·wide.
  const moves: readonly (readonly [Float64Array, number])[] = [
    [near, -1],
    [near, 1],
    [wide, -2],
    [wide, -1],
    [wide, 1],
    [wide, 2],
  ];
  const moved = new Float64Array(6 * count);
  moves.forEach(([steps, times], k) => {
    moved.set(
      at.map((x, i) => x + times * (steps[i] ?? 0)),
      k * count,
    );
  });
  const repeated = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, typeof column === "number" ? column : repeat(column, 6)]),
  );
  const [values] = evaluateExact(nodes, [of], repeated, 6 * count, new Map([[by, moved]])).outputs;
  const value = new Float64Array(count).fill(Number.NaN);
  const bound = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  if (values === undefined) return { value, bound };
  const { hi, lo, bound: error } = values;
  const from = (k: number, i: number): number => hi[k * count + i] ?? Number.NaN;
  for (let i = 0; i < count; i += 1) {
    const h = near[i] ?? Number.NaN;
    const w = wide[i] ?? Number.NaN;
    const rest = (lo[count + i] ?? 0) - (lo[i] ?? 0);
    value[i] = (from(1, i) - from(0, i) + rest) / (2 * h);
    const third = Math.abs(from(5, i) - 2 * from(4, i) + 2 * from(3, i) - from(2, i)) / (2 * w ** 3);
    const rounding = ((error[i] ?? 0) + (error[count + i] ?? 0)) / (2 * h) + epsilon * Math.abs(value[i] ?? 0);
    bound[i] = 3 * ((h * h * third) / 6 + rounding);
  }
  return { value, bound };
}

/** A power of two times the size of x, less what x + h loses of it: x ± h are exact. */
function stepAt(x: number, relative: number): number {
  let scale = 1;
  while (scale < Math.abs(x)) scale *= 2;
  return x + scale * relative - x;
}

function repeat(column: Float64Array, times: number): Float64Array {
  const all = new Float64Array(times * column.length);
  for (let k = 0; k < times; k += 1) all.set(column, k * column.length);
  return all;
}
