import { evaluateExact } from "../calculus/evaluateExact";
import type { NodeId } from "../calculus/Graph";
import { inputsBelow } from "../calculus/inputsBelow";
import { reachable } from "../calculus/reachable";
import type { Leaf, TracedDerivative, World } from "../calculus/World";
import type { Domain } from "./Domain";
import type { Posed } from "./Question";
import { samplePoints } from "./samplePoints";
import type { Remark } from "./Verdict";

/** Step of the confirming difference quotient: in double-double its truncation error is about 1e-15·f‴. */
const h = 2 ** -24;
const points = 3;
const mostDerivatives = 6;

/**
 * Every derivative that a step rests on, once more by central differences in double-double. |f'(AD) − D(h)| must stay
 * within 3·(h²|f‴|/6 + ε|f|/h), with h²|f‴|/6 estimated by (D(2h) − D(h))/3. A disagreement is reported, never hidden.
 */
export function confirmDerivatives(posed: Posed, domains: (leaf: Leaf) => Domain, seed: number): Remark | null {
  const { world, trace } = posed;
  const distinct = new Map(trace.derivatives.map((one) => [`${one.of} ${one.by}`, one]));
  for (const one of [...distinct.values()].slice(0, mostDerivatives)) {
    const remark = confirm(one, world, domains, seed);
    if (remark !== null) return remark;
  }
  return null;
}

function confirm({ of, by, result }: TracedDerivative, world: World, domains: (leaf: Leaf) => Domain, seed: number): Remark | null {
  const { nodes } = world.builder;
  const cut = (node: NodeId) => node === by;
  if (reachable(nodes, [of], cut).some((node) => nodes[node]?.op === "frozen")) return null;
  const leaves = inputsBelow(nodes, [of, by, result]).inputs.map((node) => world.leaves.get(node)).filter((leaf): leaf is Leaf => leaf !== undefined);
  if (leaves.length === 0) return null;
  const plan = samplePoints({ domains: leaves.map(domains), constants: [], key: `${of} ${by}`, seed, core: points });
  const inputs = Object.fromEntries(leaves.map((leaf, at) => [leaf.key, (plan.columns[at] as Float64Array).slice(0, points)]));
  const here = evaluateExact(nodes, [by, result], inputs, points);
  const [at, slope] = [here.outputs[0], here.outputs[1]];
  if (at === undefined || slope === undefined) return null;
  const moved = [-2, -1, 1, 2].map((steps) => {
    const column = Float64Array.from(at.hi, (value) => value + steps * h);
    return { column, values: evaluateExact(nodes, [of], inputs, points, new Map([[by, column]])).outputs[0] };
  });
  const quotient = (low: number, high: number, point: number): { readonly value: number; readonly error: number } => {
    const [a, b] = [moved[low], moved[high]];
    if (a?.values === undefined || b?.values === undefined) return { value: Number.NaN, error: 0 };
    const rise = (b.values.hi[point] as number) - (a.values.hi[point] as number) + ((b.values.lo[point] as number) - (a.values.lo[point] as number));
    const width = (b.column[point] as number) - (a.column[point] as number);
    return { value: rise / width, error: ((a.values.bound[point] as number) + (b.values.bound[point] as number)) / Math.abs(width) };
  };
  const centre = evaluateExact(nodes, [result], inputs, points, new Map([[by, at.hi]])).outputs[0];
  for (let point = 0; point < points; point += 1) {
    const automatic = centre?.hi[point] as number;
    const [near, far] = [quotient(1, 2, point), quotient(0, 3, point)];
    if (!Number.isFinite(automatic + near.value + far.value)) continue;
    const truncation = Math.abs(far.value - near.value) / 3;
    const size = Math.max(Math.abs(automatic), Math.abs(near.value), 1);
    const allowed = 3 * (truncation + near.error + (centre?.bound[point] as number)) + 2 ** -40 * size;
    if (Math.abs(automatic - near.value) > allowed) return { code: "engines-disagree", detail: `${automatic}|${near.value}`, tex: null };
  }
  return null;
}
