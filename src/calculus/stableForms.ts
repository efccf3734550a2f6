import type { GraphNode, NodeId, Operation } from "./Graph";
import type { GraphBuilder } from "./GraphBuilder";
import { argumentsOf } from "./reachable";

export interface StableForms {
  /** The operation on arguments that are stable already, in its own stable form. */
  readonly apply: (op: Operation, args: readonly NodeId[]) => NodeId;
}

/**
 * The rewriting rules. They rest on one notion, the *exponent* of a positive expression: u for e^u, 0 for 1, the sum
 * for a product, a multiple for a power, log Σ e^u_j for a sum of such.
 */
export function stableForms(b: GraphBuilder): StableForms {
  const zero = b.constant(0);
  const one = b.constant(1);
  const node = (id: NodeId): GraphNode | undefined => b.nodes[id];
  const known = new Map<NodeId, NodeId | null>();

  const exponent = (id: NodeId): NodeId | null => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = exponentOf(id);
    known.set(id, found);
    return found;
  };

  const exponentOf = (id: NodeId): NodeId | null => {
    if (id === one) return zero;
    const args = argumentsOf(node(id));
    const [first = id, second = id] = args;
    switch (node(id)?.op) {
      case "exp":
        return first;
      case "multiply": {
        const all = exponents(args);
        return all === null ? null : b.sum(all);
      }
      case "divide": {
        const all = exponents(args);
        return all === null ? null : b.minus(all[0] ?? zero, all[1] ?? zero);
      }
      case "power": {
        const base = node(second)?.op === "constant" ? exponent(first) : null;
        return base === null ? null : b.times(base, second);
      }
      case "add": {
        const all = exponents(args);
        return all === null ? null : logOfSum(all);
      }
      default:
        return null;
    }
  };

  const exponents = (ids: readonly NodeId[]): readonly NodeId[] | null => {
    const all = ids.map(exponent);
    return all.includes(null) ? null : (all as readonly NodeId[]);
  };

  const logOfSum = (all: readonly NodeId[]): NodeId => {
    const [p = zero, q = zero] = all;
    if (all.length === 2 && p === zero) return b.apply("softplus", [q]);
    if (all.length === 2 && q === zero) return b.apply("softplus", [p]);
    return b.apply("logSumExp", all);
  };

  const sigmoid = (of: NodeId): NodeId => b.apply("sigmoid", [of]);

  /** log of an exponential expression, or of a sigmoid: log σ(z) = −log(1 + e^−z). */
  const log = (id: NodeId): NodeId => {
    const found = exponent(id);
    if (found !== null && id !== one) return found;
    const at = node(id);
    if (at?.op === "sigmoid") return b.negative(b.apply("softplus", [b.negative(at.args[0] ?? id)]));
    return b.apply("log", [id]);
  };

  const quotient = (top: NodeId, bottom: NodeId): NodeId =>
    (bottom === one || exponent(bottom) === null ? null : overExponential(top, bottom)) ??
    b.apply("divide", [top, bottom]);

  /** top/bottom for an exponential expression at the bottom; null where the top has no exponential part. */
  const overExponential = (top: NodeId, bottom: NodeId): NodeId | null => {
    const at = node(top);
    const args = argumentsOf(at);
    const own = exponent(top);
    if (own !== null) return ratio(own, bottom);
    if (at?.op === "negate") {
      const positive = overExponential(args[0] ?? top, bottom);
      return positive === null ? null : b.negative(positive);
    }
    if (at?.op === "multiply") {
      const exponential = args.filter((arg) => exponent(arg) !== null);
      if (exponential.length === 0) return null;
      const rest = args.filter((arg) => exponent(arg) === null);
      return b.times(b.product(rest), ratio(b.sum(exponents(exponential) ?? []), bottom));
    }
    if (at?.op !== "add") return null;
    const tanh = hyperbolicTangent(args, bottom);
    if (tanh !== null) return tanh;
    const terms = args.map((arg) => overExponential(arg, bottom));
    return terms.includes(null) ? null : b.sum(terms as readonly NodeId[]);
  };

  /** e^own / bottom; over two terms, one of them itself, it is a sigmoid. */
  const ratio = (own: NodeId, bottom: NodeId): NodeId => {
    const at = node(bottom);
    const [p = zero, q = zero] = at?.op === "add" && at.args.length === 2 ? (exponents(at.args) ?? []) : [];
    if (p !== q && own === p) return sigmoid(b.minus(p, q));
    if (p !== q && own === q) return sigmoid(b.minus(q, p));
    return b.apply("exp", [b.minus(own, exponent(bottom) ?? zero)]);
  };

  /** (e^p − e^q)/(e^p + e^q) = tanh((p − q)/2). */
  const hyperbolicTangent = (top: readonly NodeId[], bottom: NodeId): NodeId | null => {
    const at = node(bottom);
    if (at?.op !== "add" || at.args.length !== 2 || top.length !== 2) return null;
    const minus = top.findIndex((arg) => node(arg)?.op === "negate" || arg === b.constant(-1));
    const plus = exponent(top[1 - minus] ?? zero);
    const subtracted = minus < 0 ? null : exponent(b.negative(top[minus] ?? zero));
    const [p = zero, q = zero] = exponents(at.args) ?? [];
    if (plus === null || subtracted === null || plus === subtracted) return null;
    const same = (plus === p && subtracted === q) || (plus === q && subtracted === p);
    return same ? b.apply("tanh", [b.over(b.minus(plus, subtracted), b.constant(2))]) : null;
  };

  /** 1 − σ(z) = σ(−z). */
  const complement = (args: readonly NodeId[]): NodeId | null => {
    const rest = args.filter((arg) => arg !== one);
    const [only = one] = rest;
    const taken = node(b.negative(only));
    return args.length === 2 && rest.length === 1 && node(only)?.op === "negate" && taken?.op === "sigmoid"
      ? sigmoid(b.negative(taken.args[0] ?? only))
      : null;
  };

  return {
    apply: (op, args) => {
      const [first = zero, second = zero] = args;
      switch (op) {
        case "log":
          return log(first);
        case "divide":
          return quotient(first, second);
        case "power":
          return second === b.constant(-1) ? quotient(one, first) : b.apply(op, args);
        case "add":
          return complement(args) ?? b.apply(op, args);
        case "negate":
          return b.negative(first);
        default:
          return b.apply(op, args);
      }
    },
  };
}
