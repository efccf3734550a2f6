/** Where a descent has been: a point per iteration, with the loss there. */
export interface DescentPath {
  readonly points: readonly (readonly number[])[];
  readonly losses: readonly number[];
}

export interface DescentProblem {
  readonly start: readonly number[];
  readonly rate: number;
  readonly gradient: (point: readonly number[]) => readonly number[];
  readonly loss: (point: readonly number[]) => number;
}

/** x ← x − rate · gradient(x), `count` times; it ends early where gradient or loss has no value. */
export function descentPath({ start, rate, gradient, loss }: DescentProblem, count: number): DescentPath {
  const points: (readonly number[])[] = [start];
  const losses: number[] = [loss(start)];
  let point = start;
  for (let iteration = 0; iteration < count; iteration += 1) {
    const slope = gradient(point);
    point = point.map((value, at) => value - rate * (slope[at] ?? Number.NaN));
    const now = loss(point);
    if (!point.every(Number.isFinite) || !Number.isFinite(now)) break;
    points.push(point);
    losses.push(now);
  }
  return { points, losses };
}

export type Trend = "starting" | "falling" | "resting" | "too-long" | "uphill" | "undefined";

/**
 * What the last step did. A rise is the step's fault where the gradient used agrees in direction with the true one,
 * else the gradient's. `asked` is how many steps were to be made.
 */
export function trendOf(
  { points, losses }: DescentPath,
  asked: number,
  used: (point: readonly number[]) => readonly number[],
  truth: (point: readonly number[]) => readonly number[],
): Trend {
  if (asked === 0) return "starting";
  if (losses.length <= asked) return "undefined";
  const [before, now] = [losses.at(-2) ?? Number.NaN, losses.at(-1) ?? Number.NaN];
  const point = points.at(-2) ?? [];
  const rise = now - before;
  if (Math.abs(rise) <= 1e-9 * Math.max(1, Math.abs(now))) return "resting";
  if (rise < 0) return "falling";
  const slope = truth(point);
  const agreement = used(point).reduce((sum, value, at) => sum + value * (slope[at] ?? 0), 0);
  return agreement < 0 ? "uphill" : "too-long";
}
