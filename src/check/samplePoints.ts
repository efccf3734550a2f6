import { hashText } from "../calculus/hashText";
import { contains, type Domain } from "./Domain";

/** Which part of the plan a point belongs to. "core" points are generic: nothing about them is special. */
export type Regime = "core" | "wide" | "adversarial" | "constant" | "unit" | "positive";

/** Points as columns: `columns[d][p]` is coordinate d of point p. All values are dyadic, so they are exact and readable. */
export interface SamplePlan {
  readonly columns: readonly Float64Array[];
  readonly regimes: readonly Regime[];
}

export interface SampleRequest {
  /** One domain per coordinate. */
  readonly domains: readonly Domain[];
  /** Numbers that occur in the step: structure hides around them (|x + 200| = x + 200). */
  readonly constants: readonly number[];
  /** Text that the points follow from, with the run's seed. */
  readonly key: string;
  readonly seed: number;
  /** Number of core points, 48 unless asked otherwise. */
  readonly core: number;
  /** Adds nets in (0, 1) and in [0.19, 3]: for steps that are undefined at most points of the core box. */
  readonly narrow: boolean;
}

const firstPrimes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];
const adversarialValues = [0, 0.5, -0.5, 1, -1, 2, -2, 36.75, -36.75, 60, -60];

/**
 * The points at which a step is judged, following from its text and the seed alone: a Halton net in the core box
 * [−4, 4], log-uniform magnitudes of both signs, adversarial values, and a ring around every constant of the step.
 *
 * A polynomial difference of degree 64 vanishes at a random dyadic of 2^23 with probability ≤ 64/2^23 ≈ 7.6e-6
 * (Schwartz 1980, Zippel 1979), so the 16 log-uniform points alone leave ≈ 1e-82; the Halton points are a net rather
 * than independent trials. With exp and log there is no such bound (Richardson 1968): a nonzero analytic difference
 * vanishes only on a null set, and what is left are differences under 1e-24 and structure far outside the sample that
 * no constant marks.
 */
export function samplePoints(request: SampleRequest): SamplePlan {
  const { domains, constants, core } = request;
  const random = stream(hashText(request.key) ^ Math.imul(request.seed + 1, 0x9e3779b1));
  const shifts = domains.map(() => random());
  const rows: number[][] = [];
  const regimes: Regime[] = [];
  const add = (regime: Regime, value: (coordinate: number) => number): void => {
    rows.push(domains.map((domain, coordinate) => fit(value(coordinate), domain, random)));
    regimes.push(regime);
  };
  const net = (regime: Regime, count: number, low: number, high: number): void => {
    for (let point = 1; point <= count; point += 1)
      add(regime, (d) => {
        const base = firstPrimes[d];
        const unit = base === undefined ? random() : (radicalInverse(point, base) + (shifts[d] ?? 0)) % 1;
        const domain = domains[d] as Domain;
        const [from, to] = [Math.max(low, domain.low), Math.min(high, domain.high)];
        return from < to ? from + unit * (to - from) : low + unit * (high - low);
      });
  };

  net("core", core, -4, 4);
  if (request.narrow) {
    net("unit", core, 0, 1);
    net("positive", core, 0.1875, 3);
  }
  for (let point = 0; point < 16; point += 1)
    add("wide", () => {
      const size = 2 ** (Math.floor(random() * 27) - 20);
      return (random() < 0.5 ? -1 : 1) * size * (1 + Math.floor(random() * 1024) / 1024);
    });
  for (const value of adversarialValues) add("adversarial", () => value);
  for (const value of adversarialValues) {
    const moved = Math.floor(random() * domains.length);
    add("adversarial", (d) => (d === moved ? value : 0.75 + d / 8));
  }
  for (const value of rings(constants)) {
    const moved = Math.floor(random() * domains.length);
    add("constant", (d) => (d === moved ? value : (random() - 0.5) * 4));
  }
  return { columns: domains.map((_, d) => Float64Array.from(rows, (row) => row[d] as number)), regimes };
}

/** ±c, ±1/c, c ± ½, c ± 4, 2c for each constant c, each once. */
function rings(constants: readonly number[]): readonly number[] {
  const around = constants
    .filter((c) => Number.isFinite(c) && Math.abs(c) < 1e6 && c !== 0)
    .slice(0, 6)
    .flatMap((c) => [c, -c, 1 / c, -1 / c, c + 0.5, c - 0.5, -c - 0.5, -c + 0.5, c + 4, -c - 4, 2 * c, -2 * c]);
  return [...new Set(around.map((value) => dyadic(value)))].slice(0, 48);
}

/** The value as a dyadic inside the domain. A value outside is brought in by mirroring it, or drawn anew. */
function fit(value: number, domain: Domain, random: () => number): number {
  if (domain.values !== null) return domain.values[Math.floor(random() * domain.values.length)] ?? value;
  const near = dyadic(value);
  if (contains(domain, near)) return near;
  if (contains(domain, -near)) return -near;
  const low = Math.max(domain.low, Math.min(-4, domain.high - 8));
  const high = Math.min(domain.high, Math.max(4, low + 8));
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const drawn = dyadic(low + random() * (high - low));
    if (contains(domain, drawn)) return drawn;
  }
  return low + (high - low) / 2;
}

/** Nearest multiple of 2^-8, of 2^-30 for small values. */
function dyadic(value: number): number {
  const unit = Math.abs(value) >= 0.0625 ? 256 : 2 ** 30;
  return Math.round(value * unit) / unit;
}

function radicalInverse(index: number, base: number): number {
  let [inverse, fraction] = [0, 1 / base];
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    inverse += (rest % base) * fraction;
    fraction /= base;
  }
  return inverse;
}

/** Seeded uniform numbers in [0, 1), multiples of 2^-24: xorshift32, exact in every engine. */
function stream(seed: number): () => number {
  let state = seed | 0 || 0x6d2b79f5;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) >>> 8) / 2 ** 24;
  };
}
