import { compile } from "../../src/calculus/compile";
import { adjoints } from "../../src/calculus/differentiate";
import { run } from "../../src/calculus/evaluate";
import { graphBuilder } from "../../src/calculus/GraphBuilder";
import { stabilise } from "../../src/calculus/stabilise";
import type { Contest, Contestant } from "./Contest";
import type { Peers } from "./peers";

const [x, b, y] = [0.8, -0.4, 0.3];
const fewer = 201;

/** Binary cross-entropy of one neuron, ∂L/∂w and ∂L/∂b, while w moves. Ours is compiled from the formula as a document writes it. */
export async function crossEntropyContest(points: number, peers: Peers): Promise<Contest> {
  const w = Float64Array.from({ length: points }, (_, at) => -9 + (18 * at) / points);
  return {
    name: "cross-entropy and its two gradients",
    points,
    contestants: [ours(w), byHand(w), await mathjs(w, peers), await computeEngine(w, peers)],
  };
}

function ours(w: Float64Array): Contestant {
  const g = graphBuilder();
  const [inX, inW, inB, inY] = ["x", "w", "b", "y"].map(g.input) as [number, number, number, number];
  const one = g.constant(1);
  const log = (of: number) => g.apply("log", [of]);
  const z = g.named("z", g.plus(g.times(inW, inX), inB));
  const a = g.named("a", g.over(one, g.plus(one, g.apply("exp", [g.negative(z)]))));
  const loss = g.negative(g.plus(g.times(inY, log(a)), g.times(g.minus(one, inY), log(g.minus(one, a)))));
  const [stable = loss] = stabilise(g, [loss]);
  const slopes = adjoints(g, stable);
  const program = compile(g.nodes, [stable, slopes.get(inW) ?? -1, slopes.get(inB) ?? -1]);
  return inColumns("Backstep", w.length, (into) => run(program, { x, w, b, y }, w.length, into));
}

/** As one writes it who knows that 1 − σ(z) cancels and e^z overflows: one exponential, one logarithm a point. */
function byHand(w: Float64Array): Contestant {
  return inColumns("loop by hand", w.length, ([loss, byW, byB]) => {
    for (let at = 0; at < w.length; at += 1) {
      const z = (w[at] as number) * x + b;
      const e = Math.exp(-Math.abs(z));
      const p = (z >= 0 ? 1 : e) / (1 + e);
      loss[at] = Math.max(z, 0) - y * z + Math.log1p(e);
      byW[at] = (p - y) * x;
      byB[at] = p - y;
    }
  });
}

async function mathjs(w: Float64Array, peers: Peers): Promise<Contestant> {
  const { compile: compileText } = await peers.mathjs();
  const a = "1 / (1 + exp(-(w * x + b)))";
  const formulas = [`-(y * log(${a}) + (1 - y) * log(1 - ${a}))`, `(${a} - y) * x`, `${a} - y`].map((text) =>
    compileText(text),
  );
  const scope = { x, b, y, w: 0 };
  return inColumns("mathjs, compiled", Math.min(fewer, w.length), (into, points) => {
    for (let at = 0; at < points; at += 1) {
      scope.w = w[at] as number;
      into.forEach((column, k) => {
        column[at] = formulas[k]?.evaluate(scope) as number;
      });
    }
  });
}

async function computeEngine(w: Float64Array, peers: Peers): Promise<Contestant> {
  const { ComputeEngine, compile: compileExpression } = await peers.computeEngine();
  const engine = new ComputeEngine();
  for (const name of ["x", "w", "b", "y"]) engine.declare(name, "real");
  const a = "\\frac{1}{1 + e^{-(w x + b)}}";
  const formulas = [`-(y \\ln(${a}) + (1 - y) \\ln(1 - ${a}))`, `(${a} - y) x`, `${a} - y`].map((tex) =>
    compileExpression(engine.parse(tex)),
  );
  const scope = { x, b, y, w: 0 };
  return inColumns("compute-engine, compiled", Math.min(fewer, w.length), (into, points) => {
    for (let at = 0; at < points; at += 1) {
      scope.w = w[at] as number;
      into.forEach((column, k) => {
        column[at] = realPart(formulas[k]?.run?.(scope));
      });
    }
  });
}

/** What is compiled for complex logarithms gives pairs. */
export function realPart(value: number | { readonly re: number } | undefined): number {
  return typeof value === "object" ? value.re : (value ?? Number.NaN);
}

type Columns = readonly [Float64Array, Float64Array, Float64Array];

function inColumns(name: string, points: number, fill: (into: Columns, points: number) => void): Contestant {
  const into: Columns = [new Float64Array(points), new Float64Array(points), new Float64Array(points)];
  return {
    name,
    points,
    run: () => fill(into, points),
    at: (point) => into.map((column) => column[point] as number),
  };
}
