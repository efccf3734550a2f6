import { parseDecimal } from "../../src/calculus/Decimal";
import { doubleToRatio } from "../../src/calculus/exactRatio";
import type { GraphNode, NodeId, Operation } from "../../src/calculus/Graph";
import { reachable } from "../../src/calculus/reachable";

/**
 * An oracle that shares nothing with the engine: fixed-point integers v · 2^400, textbook series. Null: undefined, or
 * too large to bother.
 */
type Fixed = bigint | null;

const bits = 400n;
const one = 1n << bits;
const largest = one << 1100n;

/** Results are good to about this much, absolutely and relatively. */
export const oracleError = 2 ** -300;

const multiply = (a: bigint, b: bigint): bigint => (a * b) >> bits;
const greatest = (args: readonly bigint[]): bigint => args.reduce((p, q) => (q - p > 0n ? q : p));
const divide = (a: bigint, b: bigint): bigint => (a << bits) / b;
const size = (a: bigint): bigint => (a < 0n ? -a : a);

export function fromDouble(value: number): Fixed {
  if (!Number.isFinite(value)) return null;
  const [n, d] = doubleToRatio(value);
  return (n << bits) / d;
}

/** |hi + lo − value| as a double. */
export function distance(hi: number, lo: number, value: bigint): number {
  const apart = size((fromDouble(hi) ?? 0n) + (fromDouble(lo) ?? 0n) - value);
  return apart > one << 100n ? Number(apart >> bits) : Number(apart) * 2 ** -400;
}

export function highPrecision(
  nodes: readonly GraphNode[],
  of: NodeId,
  inputs: Readonly<Record<string, number>>,
): Fixed {
  const values = new Map<NodeId, Fixed>();
  for (const id of reachable(nodes, [of])) {
    const value = valueAt(nodes[id] as GraphNode, inputs, (arg) => values.get(arg) ?? null);
    values.set(id, value !== null && size(value) > largest ? null : value);
  }
  return values.get(of) ?? null;
}

function valueAt(node: GraphNode, inputs: Readonly<Record<string, number>>, at: (id: NodeId) => Fixed): Fixed {
  if (node.op === "input") return fromDouble(inputs[node.name] ?? Number.NaN);
  if (node.op === "named") return at(node.args[0]);
  if (node.op === "constant") {
    const decimal = parseDecimal(node.text);
    if (decimal === null) return null;
    const scale = 10n ** BigInt(Math.abs(decimal.exponent));
    return decimal.exponent < 0 ? (decimal.coefficient << bits) / scale : (decimal.coefficient * scale) << bits;
  }
  const args = node.args.map(at);
  if (node.op === "select") {
    const [condition = null, yes = null, no = null] = args;
    return condition === null ? null : condition !== 0n ? yes : no;
  }
  return args.includes(null) ? null : applied(node.op, args as bigint[]);
}

function applied(op: Operation, args: readonly bigint[]): Fixed {
  const [a = 0n, b = 0n] = args;
  switch (op) {
    case "add":
      return args.reduce((sum, term) => sum + term, 0n);
    case "multiply":
      return args.reduce(multiply);
    case "divide":
      return b === 0n ? null : divide(a, b);
    case "negate":
      return -a;
    case "power":
      return power(a, b);
    case "exp":
      return exp(a);
    case "log":
      return log(a);
    case "sqrt":
      return a < 0n ? null : squareRoot(a);
    case "sin":
      return sin(a);
    case "cos":
      return sin(a + pi / 2n);
    case "tan":
      return divide(sin(a), sin(a + pi / 2n));
    case "sinh":
    case "cosh":
    case "tanh":
      return hyperbolic(op, a);
    case "erf":
      return erf(a);
    case "abs":
      return size(a);
    case "sign":
      return a === 0n ? 0n : a > 0n ? one : -one;
    case "max":
      return greatest(args);
    case "min":
      return -greatest(args.map((arg) => -arg));
    case "less":
      return a < b ? one : 0n;
    case "lessEqual":
      return a <= b ? one : 0n;
    case "equal":
      return a === b ? one : 0n;
    case "sigmoid": {
      const e = exp(-size(a));
      return e === null ? null : divide(a < 0n ? e : one, one + e);
    }
    case "softplus":
      return logSum([a, 0n]);
    case "logSumExp":
      return logSum(args);
    case "frozen":
      return a;
    case "select":
      return null;
  }
}

function exp(x: bigint): Fixed {
  if (size(x) > 800n * one) return x > 0n ? null : 0n;
  const small = x >> 24n;
  let term = one;
  let total = one;
  for (let k = 1n; term !== 0n && term !== -1n; k += 1n) {
    term = multiply(term, small) / k;
    total += term;
  }
  for (let i = 0; i < 24; i += 1) total = multiply(total, total);
  return total;
}

/** By halving to [1, 2], then 2 artanh((x − 1)/(x + 1)). */
function log(x: bigint): Fixed {
  if (x <= 0n) return null;
  const k = BigInt(x.toString(2).length) - bits - 1n;
  const scaled = k >= 0n ? x >> k : x << -k;
  return artanhLog(scaled) + k * logTwo;
}

function artanhLog(x: bigint): bigint {
  const s = divide(x - one, x + one);
  const square = multiply(s, s);
  let power = s;
  let total = 0n;
  for (let k = 1n; power !== 0n && power !== -1n; k += 2n) {
    total += power / k;
    power = multiply(power, square);
  }
  return 2n * total;
}

const logTwo = artanhLog(2n * one);

function arctanOfInverse(n: bigint): bigint {
  let power = one / n;
  let total = 0n;
  for (let k = 1n; power !== 0n; k += 2n) {
    total += ((k / 2n) % 2n === 0n ? power : -power) / k;
    power /= n * n;
  }
  return total;
}

const pi = 4n * (4n * arctanOfInverse(5n) - arctanOfInverse(239n));

function sin(x: bigint): bigint {
  const turn = 2n * pi;
  const r = ((x % turn) + turn) % turn;
  const square = multiply(r, r);
  let term = r;
  let total = 0n;
  for (let k = 1n; size(term) > 1n; k += 2n) {
    total += term;
    term = -multiply(term, square) / ((k + 1n) * (k + 2n));
  }
  return total;
}

function squareRoot(x: bigint): bigint {
  if (x === 0n) return 0n;
  const target = x << bits;
  let guess = 1n << BigInt(Math.ceil(target.toString(2).length / 2));
  for (;;) {
    const next = (guess + target / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

function hyperbolic(op: "sinh" | "cosh" | "tanh", x: bigint): Fixed {
  const up = exp(size(x));
  if (up === null) return op === "tanh" ? (x > 0n ? one : -one) : null;
  const down = divide(one, up);
  const sinh = ((x < 0n ? -1n : 1n) * (up - down)) / 2n;
  const cosh = (up + down) / 2n;
  return op === "sinh" ? sinh : op === "cosh" ? cosh : divide(sinh, cosh);
}

function erf(x: bigint): bigint {
  if (size(x) > 12n * one) return x > 0n ? one : -one;
  const square = multiply(x, x);
  let term = x;
  let total = 0n;
  for (let k = 0n; size(term) > 1n; k += 1n) {
    total += term / (2n * k + 1n);
    term = -multiply(term, square) / (k + 1n);
  }
  return divide(2n * total, squareRoot(pi));
}

function power(base: bigint, exponent: bigint): Fixed {
  if (exponent % one === 0n) {
    const n = exponent / one;
    if (size(n) > 2000n) return null;
    if (n < 0n) return base === 0n ? null : power(divide(one, base), -exponent);
    let raised = one;
    for (let i = 0n; i < size(n) && size(raised) < largest; i += 1n) raised = multiply(raised, base);
    return raised;
  }
  if (base === 0n) return exponent > 0n ? 0n : null;
  const l = log(base);
  return l === null ? null : exp(multiply(exponent, l));
}

function logSum(args: readonly bigint[]): Fixed {
  const top = greatest(args);
  const sum = log(args.reduce((total, arg) => total + (exp(arg - top) ?? 0n), 0n));
  return sum === null ? null : top + sum;
}
