import { add, divide, multiply, negate, subtract } from "./arithmetic";
import { exp } from "./elementary";
import type { GraphNode, NodeId } from "./Graph";
import type { Kernel } from "./Kernel";
import { decay, fall, logOnePlus, rise, softFall, softRise } from "./logistic";
import { greatest, logTotal, others, overTotal, weight } from "./logSumExp";
import { operations } from "./operations";
import type { Value, ValueId } from "./Program";

/** Nodes of a graph, taken in order, as values that kernels compute. */
export interface KernelSelection {
  readonly values: readonly Value[];
  readonly take: (id: NodeId, node: GraphNode) => void;
  readonly cut: (id: NodeId) => void;
  readonly valueOf: (id: NodeId) => ValueId;
}

/**
 * A value or its negative, written ~value. Signs go through products and sums without a rounding, so that most are
 * never computed: a − b is one kernel, and −(−a)·b is a·b.
 */
type Signed = number;

/** What log Σ e^z_k was made of. */
interface Softmax {
  readonly logits: readonly ValueId[];
  readonly weights: readonly ValueId[];
  /** 1/Σ of the weights. */
  readonly scale: ValueId;
}

export function kernelSelection(): KernelSelection {
  const values: Value[] = [];
  const known = new Map<string, ValueId>();
  const names = new Map<Kernel, number>();
  const taken = new Map<NodeId, Signed>();
  /** A sum's terms, by the sum; a softmax, by its log Σ e^z; what an entry of a softmax was multiplied from. */
  const terms = new Map<ValueId, readonly Signed[]>();
  const softmaxes = new Map<ValueId, Softmax>();
  const shares = new Map<ValueId, { readonly weight: ValueId; readonly scale: ValueId }>();

  const intern = (key: string, value: Value): ValueId => {
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, values.length);
    values.push(value);
    return values.length - 1;
  };
  const compute = (kernel: Kernel, args: readonly ValueId[]): ValueId => {
    const name = names.get(kernel) ?? names.size;
    names.set(kernel, name);
    return intern(`${name} ${args.join(" ")}`, { from: "kernel", kernel, args });
  };
  const inOrder = (a: ValueId, b: ValueId): readonly ValueId[] => (a < b ? [a, b] : [b, a]);
  const isNegative = (signed: Signed): boolean => signed < 0;
  const size = (signed: Signed): ValueId => (isNegative(signed) ? ~signed : signed);
  const plain = (signed: Signed): ValueId => (isNegative(signed) ? compute(negate, [~signed]) : signed);
  const withSign = (value: ValueId, negative: boolean): Signed => (negative ? ~value : value);
  const oddSign = (all: readonly Signed[]): boolean => all.filter(isNegative).length % 2 === 1;

  const sum = (all: readonly Signed[]): Signed => {
    const negatives = all.filter(isNegative).length;
    if (negatives === all.length) return ~sum(all.map((one) => ~one));
    const [first = 0, second = 0] = all;
    if (all.length > 2) return compute(add, all.map(plain));
    const value =
      negatives === 0
        ? compute(add, inOrder(first, second))
        : compute(subtract, isNegative(first) ? [second, ~first] : [first, ~second]);
    terms.set(value, all);
    return value;
  };

  /** A multiple of a softmax's entry is its weight times one number for all entries. */
  const product = (all: readonly Signed[]): Signed => {
    const [first = 0, second = 0] = all.map(size);
    const [share, factor] = shares.has(first) ? [shares.get(first), second] : [shares.get(second), first];
    if (all.length > 2) return withSign(compute(multiply, all.map(size)), oddSign(all));
    if (share === undefined) return withSign(compute(multiply, inOrder(first, second)), oddSign(all));
    const scale = compute(multiply, inOrder(share.scale, factor));
    return withSign(compute(multiply, inOrder(share.weight, scale)), oddSign(all));
  };

  const sigmoid = (z: Signed): Signed => {
    const e = compute(decay, [size(z)]);
    return compute(isNegative(z) ? fall : rise, [size(z), e]);
  };

  const softplus = (z: Signed): Signed => {
    const log = compute(logOnePlus, [compute(decay, [size(z)])]);
    return compute(isNegative(z) ? softFall : softRise, [size(z), log]);
  };

  const logSumExp = (all: readonly Signed[]): Signed => {
    const logits = all.map(plain);
    const top = compute(greatest, logits);
    const weights = logits.map((z) => compute(weight, [z, top]));
    const rest = compute(others, [top, ...weights]);
    const value = compute(logTotal, [top, rest]);
    softmaxes.set(value, { logits, weights, scale: compute(overTotal, [top, compute(add, weights)]) });
    return value;
  };

  /** e^(z_k − log Σ e^z) is an entry of that softmax: its weight is there already. */
  const exponential = (of: Signed): Signed => {
    const [first = 0, second = 0] = terms.get(of) ?? [];
    const [logit, total] = isNegative(first) ? [second, first] : [first, second];
    const softmax = isNegative(total) ? softmaxes.get(~total) : undefined;
    const own = softmax?.weights[softmax.logits.indexOf(logit)];
    if (softmax === undefined || own === undefined) return compute(exp, [plain(of)]);
    const share = compute(multiply, inOrder(own, softmax.scale));
    shares.set(share, { weight: own, scale: softmax.scale });
    return share;
  };

  const power = (base: Signed, exponent: Signed): Signed => {
    const value = values[exponent];
    if (value?.from === "constant" && value.value === 2) return product([base, base]);
    const kernel = operations.power.double;
    return kernel === null ? base : compute(kernel, [plain(base), plain(exponent)]);
  };

  const select = (node: GraphNode): Signed => {
    if (node.op === "constant") return intern(`#${node.text}`, { from: "constant", value: Number(node.text) });
    if (node.op === "input") return intern(`?${node.name}`, { from: "input", name: node.name });
    const args = node.args.map((arg) => taken.get(arg) as Signed);
    const [first = 0, second = 0] = args;
    switch (node.op) {
      case "named":
      case "frozen":
        return first;
      case "negate":
        return ~first;
      case "add":
        return sum(args);
      case "multiply":
        return product(args);
      case "divide":
        return withSign(compute(divide, [size(first), size(second)]), oddSign(args));
      case "power":
        return power(first, second);
      case "exp":
        return exponential(first);
      case "sigmoid":
        return sigmoid(first);
      case "softplus":
        return softplus(first);
      case "logSumExp":
        return logSumExp(args);
      default: {
        const kernel = operations[node.op].double;
        if (kernel === null) throw new Error(`${node.op} has no kernel`);
        return compute(kernel, args.map(plain));
      }
    }
  };

  return {
    values,
    take: (id, node) => taken.set(id, select(node)),
    cut: (id) => taken.set(id, intern(`/${id}`, { from: "cut", node: id })),
    valueOf: (id) => plain(taken.get(id) as Signed),
  };
}
