import { evaluateExact } from "../calculus/evaluateExact";
import { inputsBelow } from "../calculus/inputsBelow";
import { reachable } from "../calculus/reachable";
import type { Leaf, TracedDerivative, World } from "../calculus/World";
import type { Domain } from "./Domain";
import type { Posed } from "./Question";
import { samplePoints } from "./samplePoints";
import type { Remark } from "./Verdict";

/** Step of the confirming difference quotient: in double-double its truncation error is about 1e-15·f‴. */
const h = 2 ** -24;
const offsets = [-2, -1, 1, 2];
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

function confirm(
  { of, by, result }: TracedDerivative,
  world: World,
  domains: (leaf: Leaf) => Domain,
  seed: number,
): Remark | null {
  const { nodes } = world.builder;
  if (reachable(nodes, [of], (node) => node === by).some((node) => nodes[node]?.op === "frozen")) return null;
  const leaves = inputsBelow(nodes, [of, by, result])
    .inputs.map((node) => world.leaves.get(node))
    .filter((leaf): leaf is Leaf => leaf !== undefined);
  if (leaves.length === 0) return null;
  const plan = samplePoints({
    domains: leaves.map(domains),
    constants: [],
    key: `${of} ${by}`,
    seed,
    core: points,
    narrow: false,
  });
  const columns = plan.columns.map((column) => column.slice(0, points));
  const inputs = (repeats: number) =>
    Object.fromEntries(leaves.map((leaf, at) => [leaf.key, repeated(columns[at] as Float64Array, repeats)]));
  const [at, slope] = evaluateExact(nodes, [by, result], inputs(1), points).outputs;
  if (at === undefined || slope === undefined) return null;
  const moved = repeated(at.hi, offsets.length).map(
    (value, place) => value + (offsets[Math.floor(place / points)] as number) * h,
  );
  const [values] = evaluateExact(nodes, [of], inputs(offsets.length), moved.length, new Map([[by, moved]])).outputs;
  if (values === undefined) return null;
  const quotient = (low: number, high: number): { readonly value: number; readonly error: number } => {
    const rise =
      (values.hi[high] as number) -
      (values.hi[low] as number) +
      ((values.lo[high] as number) - (values.lo[low] as number));
    const width = (moved[high] as number) - (moved[low] as number);
    return {
      value: rise / width,
      error: ((values.bound[low] as number) + (values.bound[high] as number)) / Math.abs(width),
    };
  };
  for (let point = 0; point < points; point += 1) {
    const automatic = slope.hi[point] as number;
    const near = quotient(points + point, 2 * points + point);
    const far = quotient(point, 3 * points + point);
    if (!Number.isFinite(automatic + near.value + far.value)) continue;
    const truncation = Math.abs(far.value - near.value) / 3;
    const size = Math.max(Math.abs(automatic), Math.abs(near.value), 1);
    const allowed = 3 * (truncation + near.error + (slope.bound[point] as number)) + 2 ** -40 * size;
    if (Math.abs(automatic - near.value) > allowed)
      return { code: "engines-disagree", detail: `${automatic}|${near.value}`, tex: null };
  }
  return null;
}

function repeated(column: Float64Array, times: number): Float64Array {
  return Float64Array.from({ length: column.length * times }, (_, at) => column[at % column.length] as number);
}
