import {
  addDecimals,
  type Decimal,
  decimalOfDouble,
  divideDecimals,
  multiplyDecimals,
  parseDecimal,
  printDecimal,
  raiseDecimal,
} from "./Decimal";
import type { GraphNode, NodeId, Operation } from "./Graph";

/**
 * Grows one graph. Asking twice for the same thing gives the same node; arguments of commutative operations are
 * sorted, so a·b and b·a are one node.
 *
 * `constant`, `input`, `named` and `apply` say exactly what they are told. The arithmetic helpers below them simplify,
 * but only where the value is the same number at every point and undefined at the same points: x + 0, x · 1, −(−x),
 * decimals among themselves. 0 · log x stays 0 · log x.
 */
export interface GraphBuilder {
  readonly nodes: readonly GraphNode[];
  /** "0.240" is exactly 24/100; a number is exactly that double. NaN makes a node that is undefined everywhere. */
  readonly constant: (value: string | number) => NodeId;
  readonly input: (name: string) => NodeId;
  readonly named: (name: string, of: NodeId) => NodeId;
  readonly apply: (op: Operation, args: readonly NodeId[]) => NodeId;

  readonly plus: (a: NodeId, b: NodeId) => NodeId;
  readonly minus: (a: NodeId, b: NodeId) => NodeId;
  readonly times: (a: NodeId, b: NodeId) => NodeId;
  readonly over: (a: NodeId, b: NodeId) => NodeId;
  readonly raise: (base: NodeId, exponent: NodeId) => NodeId;
  readonly negative: (a: NodeId) => NodeId;
  /** Σ of any number of terms; the empty sum is 0. */
  readonly sum: (terms: readonly NodeId[]) => NodeId;
  /** Π of any number of factors; the empty product is 1. */
  readonly product: (factors: readonly NodeId[]) => NodeId;
}

const commutative: ReadonlySet<Operation> = new Set(["add", "multiply", "max", "min", "equal", "logSumExp"]);
const idempotent: ReadonlySet<Operation> = new Set(["max", "min"]);

export function graphBuilder(): GraphBuilder {
  const nodes: GraphNode[] = [];
  const known = new Map<string, NodeId>();
  const decimals = new Map<NodeId, Decimal>();

  const intern = (key: string, make: () => GraphNode): NodeId => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const id = nodes.length;
    nodes.push(make());
    known.set(key, id);
    return id;
  };

  const exactly = (value: Decimal): NodeId => {
    const text = printDecimal(value);
    const id = intern(`#${text}`, () => ({ op: "constant", text }));
    decimals.set(id, value);
    return id;
  };

  const constant = (value: string | number): NodeId => {
    const exact =
      typeof value === "string" ? parseDecimal(value) : Number.isFinite(value) ? decimalOfDouble(value) : null;
    return exact === null ? intern("#NaN", () => ({ op: "constant", text: "NaN" })) : exactly(exact);
  };

  const apply = (op: Operation, args: readonly NodeId[]): NodeId => {
    const first = args[0];
    if (first === undefined) throw new RangeError(`${op} without arguments`);
    const sorted = commutative.has(op) ? args.toSorted((a, b) => a - b) : args;
    const kept = idempotent.has(op) ? sorted.filter((arg, i) => arg !== sorted[i - 1]) : sorted;
    if (kept.length === 1 && (op === "add" || op === "multiply" || op === "max" || op === "min")) return first;
    return intern(`${op} ${kept.join(" ")}`, () => ({ op, args: kept }));
  };

  /** Folds two decimals by an exact rule, or applies the operation. */
  const folded = (op: Operation, a: NodeId, b: NodeId, rule: (a: Decimal, b: Decimal) => Decimal | null): NodeId => {
    const [left, right] = [decimals.get(a), decimals.get(b)];
    const exact = left !== undefined && right !== undefined ? rule(left, right) : null;
    return exact === null ? apply(op, [a, b]) : exactly(exact);
  };

  const is = (id: NodeId, value: bigint): boolean => {
    const decimal = decimals.get(id);
    return decimal !== undefined && decimal.exponent === 0 && decimal.coefficient === value;
  };

  const plus = (a: NodeId, b: NodeId): NodeId => (is(a, 0n) ? b : is(b, 0n) ? a : folded("add", a, b, addDecimals));

  const times = (a: NodeId, b: NodeId): NodeId => {
    if (is(a, 1n)) return b;
    if (is(b, 1n)) return a;
    if (is(a, -1n)) return negative(b);
    return is(b, -1n) ? negative(a) : folded("multiply", a, b, multiplyDecimals);
  };

  const negative = (a: NodeId): NodeId => {
    const decimal = decimals.get(a);
    if (decimal !== undefined) return exactly({ ...decimal, coefficient: -decimal.coefficient });
    const node = nodes[a];
    return node?.op === "negate" ? (node.args[0] ?? a) : apply("negate", [a]);
  };

  const sum = (terms: readonly NodeId[]): NodeId => {
    const fixed = terms.filter((term) => decimals.has(term)).reduce(plus, constant(0));
    const rest = terms.filter((term) => !decimals.has(term));
    const all = is(fixed, 0n) ? rest : [...rest, fixed];
    return all.length === 0 ? fixed : apply("add", all);
  };

  return {
    nodes,
    constant,
    input: (name) => intern(`?${name}`, () => ({ op: "input", name })),
    named: (name, of) => intern(`=${of} ${name}`, () => ({ op: "named", name, args: [of] })),
    apply,
    plus,
    minus: (a, b) => plus(a, negative(b)),
    times,
    over: (a, b) => (is(b, 1n) ? a : folded("divide", a, b, divideDecimals)),
    raise: (a, b) => (is(b, 1n) ? a : folded("power", a, b, raiseDecimal)),
    negative,
    sum,
    product: (factors) => (factors.length > 2 ? apply("multiply", factors) : factors.reduce(times, constant(1))),
  };
}
