import { adjoints } from "../../src/calculus/differentiate";
import { run } from "../../src/calculus/evaluate";
import { graphBuilder } from "../../src/calculus/GraphBuilder";
import { compile } from "../../src/calculus/program";

/** The columnar evaluator against loops written by hand: nanoseconds a point, medians of interleaved rounds. */
export function benchCompute(): void {
  for (const points of [201, 100_000])
    row(`binary cross-entropy and its gradients, ${points} points`, crossEntropy(points), points);
  for (const classes of [3, 10, 100, 1000])
    row(`softmax gradient for all k of K = ${classes}, 201 points`, softmax(classes, 201), 201);
}

interface Contest {
  readonly ours: () => number;
  readonly byHand: () => number;
}

function row(name: string, { ours, byHand }: Contest, points: number): void {
  const times = { ours: [] as number[], byHand: [] as number[] };
  for (let round = 0; round < 25; round += 1) {
    times.ours.push(time(ours));
    times.byHand.push(time(byHand));
  }
  const [mine, hand] = [median(times.ours), median(times.byHand)];
  const each = (milliseconds: number) => ((1e6 * milliseconds) / points).toFixed(1);
  console.log(`${name}: ${each(mine)} ns a point, by hand ${each(hand)} ns, ratio ${(mine / hand).toFixed(2)}`);
}

function time(work: () => number): number {
  const began = performance.now();
  let repeats = 0;
  while (performance.now() - began < 8) {
    work();
    repeats += 1;
  }
  return (performance.now() - began) / repeats;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

function crossEntropy(points: number): Contest {
  const g = graphBuilder();
  const [x, w, b, y] = ["x", "w", "b", "y"].map(g.input) as [number, number, number, number];
  const z = g.named("z", g.plus(g.times(w, x), b));
  const a = g.named("a", g.over(g.constant(1), g.plus(g.constant(1), g.apply("exp", [g.negative(z)]))));
  const loss = g.negative(
    g.plus(
      g.times(y, g.apply("log", [a])),
      g.times(g.minus(g.constant(1), y), g.apply("log", [g.minus(g.constant(1), a)])),
    ),
  );
  const slopes = adjoints(g, loss);
  const program = compile(g.nodes, [loss, slopes.get(w) as number, slopes.get(b) as number]);
  const column = Float64Array.from({ length: points }, (_, at) => -3 + (6 * at) / points);
  const into = [0, 1, 2].map(() => new Float64Array(points));
  const out = [0, 1, 2].map(() => new Float64Array(points)) as [Float64Array, Float64Array, Float64Array];
  return {
    ours: () => run(program, { x: 0.8, w: column, b: -0.4, y: 1 }, points, into)[0]?.[0] ?? 0,
    byHand: () => {
      const [px, pb, py] = [0.8, -0.4, 1];
      for (let at = 0; at < points; at += 1) {
        const p = 1 / (1 + Math.exp(-((column[at] as number) * px + pb)));
        out[0][at] = -(py * Math.log(p) + (1 - py) * Math.log(1 - p));
        const slope = (-py / p + (1 - py) / (1 - p)) * p * (1 - p);
        out[1][at] = slope * px;
        out[2][at] = slope;
      }
      return out[0][0] as number;
    },
  };
}

function softmax(classes: number, points: number): Contest {
  const g = graphBuilder();
  const z = Array.from({ length: classes }, (_, at) => g.input(`z${at}`));
  const y = Array.from({ length: classes }, (_, at) => g.input(`y${at}`));
  const powers = z.map((one) => g.apply("exp", [one]));
  const total = g.sum(powers);
  const p = powers.map((power, at) => g.named(`p${at}`, g.over(power, total)));
  const loss = g.negative(g.sum(p.map((one, at) => g.times(y[at] as number, g.apply("log", [one])))));
  const slopes = adjoints(g, loss);
  const program = compile(
    g.nodes,
    z.map((one) => slopes.get(one) as number),
  );
  const moving = Float64Array.from({ length: points }, (_, at) => -3 + (6 * at) / points);
  const inputs: Record<string, Float64Array | number> = {};
  for (let at = 0; at < classes; at += 1) {
    inputs[`z${at}`] = at === 0 ? moving : Math.sin(at);
    inputs[`y${at}`] = at === 1 ? 1 : 0;
  }
  const into = z.map(() => new Float64Array(points));
  const out = z.map(() => new Float64Array(points));
  const still = Array.from({ length: classes }, (_, at) => Math.sin(at));
  const exps = new Float64Array(classes);
  return {
    ours: () => run(program, inputs, points, into)[0]?.[0] ?? 0,
    byHand: () => {
      for (let point = 0; point < points; point += 1) {
        let sum = 0;
        for (let at = 0; at < classes; at += 1) {
          exps[at] = Math.exp(at === 0 ? (moving[point] as number) : (still[at] as number));
          sum += exps[at] as number;
        }
        for (let at = 0; at < classes; at += 1)
          (out[at] as Float64Array)[point] = (exps[at] as number) / sum - (at === 1 ? 1 : 0);
      }
      return out[0]?.[0] ?? 0;
    },
  };
}
