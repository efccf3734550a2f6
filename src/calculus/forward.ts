import { erf } from "./erf";
import type { GraphNode, NodeId, Operation } from "./Graph";
import { reachable } from "./reachable";
import { sigmoid, softplus } from "./stable";

/** A value and its rate of change along one input. */
export interface Dual {
  readonly value: number;
  readonly slope: number;
}

/**
 * Forward mode on numbers: value and ∂of/∂by at one point, carried through the graph as dual numbers. It shares no
 * derivative rule with `adjoints`, so that each checks the other.
 */
export function tangent(
  nodes: readonly GraphNode[],
  of: NodeId,
  by: NodeId,
  inputs: Readonly<Record<string, number>>,
): Dual {
  const duals = new Map<NodeId, Dual>();
  for (const id of reachable(nodes, [of])) {
    const dual = dualOf(nodes[id] as GraphNode, inputs, (arg) => duals.get(arg) as Dual);
    duals.set(id, id === by ? { value: dual.value, slope: 1 } : dual);
  }
  return duals.get(of) as Dual;
}

function dualOf(node: GraphNode, inputs: Readonly<Record<string, number>>, at: (id: NodeId) => Dual): Dual {
  switch (node.op) {
    case "constant":
      return still(Number(node.text));
    case "input":
      return still(Object.hasOwn(inputs, node.name) ? (inputs[node.name] ?? Number.NaN) : Number.NaN);
    case "named":
      return at(node.args[0]);
    default:
      return lifted(node.op, node.args.map(at));
  }
}

function lifted(op: Operation, args: readonly Dual[]): Dual {
  const [a = still(Number.NaN), b = a, c = b] = args;
  const x = a.value;
  switch (op) {
    case "add":
      return { value: total(args.map(({ value }) => value)), slope: total(args.map(({ slope }) => slope)) };
    case "multiply":
      return args.reduce((p, q) => ({ value: p.value * q.value, slope: p.slope * q.value + p.value * q.slope }));
    case "divide":
      return { value: x / b.value, slope: (a.slope * b.value - x * b.slope) / b.value ** 2 };
    case "negate":
      return { value: -x, slope: -a.slope };
    case "power":
      return power(a, b);
    case "exp":
      return along(a, Math.exp(x), Math.exp(x));
    case "log":
      return along(a, Math.log(x), 1 / x);
    case "sqrt":
      return along(a, Math.sqrt(x), 0.5 / Math.sqrt(x));
    case "sin":
      return along(a, Math.sin(x), Math.cos(x));
    case "cos":
      return along(a, Math.cos(x), -Math.sin(x));
    case "tan":
      return along(a, Math.tan(x), 1 / Math.cos(x) ** 2);
    case "sinh":
      return along(a, Math.sinh(x), Math.cosh(x));
    case "cosh":
      return along(a, Math.cosh(x), Math.sinh(x));
    case "tanh":
      return along(a, Math.tanh(x), 1 / Math.cosh(x) ** 2);
    case "erf":
      return along(a, erf(x), (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x));
    case "abs":
      return along(a, Math.abs(x), x === 0 ? Number.NaN : Math.sign(x));
    case "sign":
      return still(Math.sign(x));
    case "max":
      return extreme(args, Math.max(...args.map(({ value }) => value)));
    case "min":
      return extreme(args, Math.min(...args.map(({ value }) => value)));
    case "less":
      return still(x < b.value ? 1 : 0);
    case "lessEqual":
      return still(x <= b.value ? 1 : 0);
    case "equal":
      return still(x === b.value ? 1 : 0);
    case "select":
      return x !== 0 ? b : c;
    case "sigmoid":
      return along(a, sigmoid(x), sigmoid(x) * sigmoid(-x));
    case "softplus":
      return along(a, softplus(x), sigmoid(x));
    case "logSumExp":
      return logSumExp(args);
    case "frozen":
      return still(x);
  }
}

function power(base: Dual, exponent: Dual): Dual {
  const value = base.value ** exponent.value;
  const byBase = exponent.value * base.value ** (exponent.value - 1) * base.slope;
  const byExponent = exponent.slope === 0 ? 0 : value * Math.log(base.value) * exponent.slope;
  return { value, slope: byBase + byExponent };
}

function logSumExp(args: readonly Dual[]): Dual {
  const top = Math.max(...args.map(({ value }) => value));
  const weights = args.map(({ value }) => Math.exp(value - top));
  const whole = total(weights);
  const slopes = args.map(({ slope }, i) => slope * (weights[i] ?? 0));
  return { value: top + Math.log(whole), slope: total(slopes) / whole };
}

function extreme(args: readonly Dual[], value: number): Dual {
  const attained = args.filter((arg) => arg.value === value);
  return attained.length === 1 ? (attained[0] as Dual) : { value, slope: Number.NaN };
}

const still = (value: number): Dual => ({ value, slope: 0 });

const along = (a: Dual, value: number, slope: number): Dual => ({ value, slope: slope * a.slope });

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
