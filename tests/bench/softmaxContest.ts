import { compile } from "../../src/calculus/compile";
import { adjoints } from "../../src/calculus/differentiate";
import { run } from "../../src/calculus/evaluate";
import { graphBuilder } from "../../src/calculus/GraphBuilder";
import { stabilise } from "../../src/calculus/stabilise";
import type { Contest, Contestant } from "./Contest";
import { realPart } from "./crossEntropyContest";
import type { Peers } from "./peers";

const points = 201;

/** ∂L/∂z_k of softmax and cross-entropy for all k, every logit different at every point. */
export async function softmaxContest(classes: number, peers: Peers): Promise<Contest> {
  const y = Float64Array.from({ length: classes }, (_, k) => (k === 1 ? 1 : 0));
  const logit = (k: number, point: number) => 3 * Math.sin(1 + k + point / 17);
  return {
    name: `softmax's gradient for all k, K = ${classes}`,
    points,
    contestants: [
      ours(classes, y, logit),
      byHand(classes, y, logit),
      await mathjs(classes, y, logit, peers),
      await computeEngine(classes, y, logit, peers),
    ],
  };
}

type Logit = (k: number, point: number) => number;

function ours(classes: number, y: Float64Array, logit: Logit): Contestant {
  const g = graphBuilder();
  const z = Array.from({ length: classes }, (_, k) => g.input(`z${k}`));
  const labels = z.map((_, k) => g.input(`y${k}`));
  const powers = z.map((one) => g.apply("exp", [one]));
  const total = g.sum(powers);
  const p = powers.map((power, k) => g.named(`p${k}`, g.over(power, total)));
  const loss = g.negative(g.sum(p.map((one, k) => g.times(labels[k] ?? -1, g.apply("log", [one])))));
  const [stable = loss] = stabilise(g, [loss]);
  const slopes = adjoints(g, stable);
  const program = compile(
    g.nodes,
    z.map((one) => slopes.get(one) ?? -1),
  );
  const inputs: Record<string, Float64Array | number> = {};
  for (let k = 0; k < classes; k += 1) {
    inputs[`z${k}`] = Float64Array.from({ length: points }, (_, point) => logit(k, point));
    inputs[`y${k}`] = y[k] as number;
  }
  const into = z.map(() => new Float64Array(points));
  return {
    name: "Backstep",
    points,
    run: () => run(program, inputs, points, into),
    at: (point) => into.map((column) => column[point] as number),
  };
}

/** As one writes it who knows that e^z overflows; logits and gradients of a point lie side by side, as the loop goes. */
function byHand(classes: number, y: Float64Array, logit: Logit): Contestant {
  const z = Float64Array.from({ length: points * classes }, (_, at) => logit(at % classes, Math.floor(at / classes)));
  const out = new Float64Array(points * classes);
  const work = () => {
    let labels = 0;
    for (let k = 0; k < classes; k += 1) labels += y[k] as number;
    for (let from = 0; from < z.length; from += classes) {
      let top = z[from] as number;
      for (let k = 1; k < classes; k += 1) top = Math.max(top, z[from + k] as number);
      let sum = 0;
      for (let k = 0; k < classes; k += 1) {
        const power = Math.exp((z[from + k] as number) - top);
        out[from + k] = power;
        sum += power;
      }
      for (let k = 0; k < classes; k += 1)
        out[from + k] = ((out[from + k] as number) / sum) * labels - (y[k] as number);
    }
  };
  return {
    name: "loop by hand",
    points,
    run: work,
    at: (point) => [...out.subarray(point * classes, (point + 1) * classes)],
  };
}

/** mathjs with vectors, as its documentation would have it; it takes so long that a few points do. */
async function mathjs(classes: number, y: Float64Array, logit: Logit, peers: Peers): Promise<Contestant> {
  const { compile: compileText } = await peers.mathjs();
  const count = Math.max(2, Math.floor(points / classes));
  const powers = compileText("map(z, exp)");
  const slopes = compileText("p / sum(p) * sum(y) - y");
  const z = Array.from({ length: count }, (_, point) => Array.from(y, (_, k) => logit(k, point)));
  const labels = [...y];
  const out: number[][] = [];
  return {
    name: "mathjs, compiled",
    points: count,
    run: () => {
      for (let point = 0; point < count; point += 1)
        out[point] = slopes.evaluate({ p: powers.evaluate({ z: z[point] }), y: labels }) as number[];
    },
    at: (point) => out[point] ?? [],
  };
}

/** compute-engine with the sum of all classes compiled once, and the formula of one class run for each. */
async function computeEngine(classes: number, y: Float64Array, logit: Logit, peers: Peers): Promise<Contestant> {
  const { ComputeEngine, compile: compileExpression } = await peers.computeEngine();
  const count = Math.max(2, Math.floor(points / classes));
  const engine = new ComputeEngine();
  const names = Array.from(y, (_, k) => `z_{${k}}`);
  for (const name of [...names.map((_, k) => `z_${k}`), "S", "u", "t"]) engine.declare(name, "real");
  const sum = compileExpression(engine.parse(names.map((name) => `e^{${name}}`).join("+")));
  const slope = compileExpression(engine.parse("\\frac{e^u}{S} - t"));
  const labels = y.reduce((total, label) => total + label, 0);
  if (labels !== 1) throw new Error("The formula takes labels that sum to one");
  const out: number[][] = [];
  return {
    name: "compute-engine, compiled",
    points: count,
    run: () => {
      for (let point = 0; point < count; point += 1) {
        const z = Object.fromEntries(names.map((_, k) => [`z_${k}`, logit(k, point)]));
        const total = realPart(sum.run?.(z));
        out[point] = Array.from(y, (label, k) =>
          realPart(slope.run?.({ u: z[`z_${k}`] ?? Number.NaN, S: total, t: label })),
        );
      }
    },
    at: (point) => out[point] ?? [],
  };
}
