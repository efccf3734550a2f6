import type { StepError } from "../calculus/finiteDifference";
import type { NodeId } from "../calculus/Graph";
import type { LineAddress, Step } from "../derivation/Derivation";
import type { Expression, Variable } from "../formula/Expression";
import type { Bindings } from "./Bindings";
import type { ComputationGraph } from "./computationGraph";
import type { Probe } from "./Probe";

/** One slider: a free number of the page. */
export interface InputSpec {
  /** Stable, used in addresses and counterexamples: "x", "z_1", "w_{1,2}". */
  readonly key: string;
  /** Canonical name of its symbol ("hat y", "z"): the same name has the same colour everywhere. */
  readonly name: string;
  readonly indices: readonly number[];
  readonly tex: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
  /** Finite set of values, else null. */
  readonly choices: readonly number[] | null;
  /** "label" inputs are the targets y: fixed by the data, so they have no gradient column. */
  readonly role: "input" | "label";
  /** Keys of the inputs that are entries of one vector with Σ = 1 or one-hot rows, this one included; else null. */
  readonly simplex: readonly string[] | null;
}

/** A free index of the page, chosen by the reader. */
export interface IndexSpec {
  readonly letter: string;
  readonly tex: string;
  readonly size: number;
  readonly initial: number;
}

/** Something that may be the horizontal axis of a figure: an input, or an intermediate cut from its definition. */
export interface AxisSpec {
  readonly key: string;
  readonly name: string;
  readonly tex: string;
  readonly node: NodeId;
  readonly min: number;
  readonly max: number;
}

/** A line of the page whose value is shown. `step` numbers the page's lines from 1 in reading order. */
export interface WorkbenchLine {
  readonly step: number;
  readonly address: LineAddress;
  /** Indices that its value depends on. */
  readonly indices: readonly string[];
  /** Why it has no value, in words; else null. */
  readonly unavailable: string | null;
}

export interface WorkbenchStep {
  readonly step: Step;
  readonly left: number;
  readonly right: number;
  /** Key of the axis its figure starts with. */
  readonly axis: string | null;
}

/** ∂of/∂by at the current bindings, three ways. `formula` is null where the document states none. */
export interface ThreeWayGradient {
  readonly formula: number | null;
  readonly automatic: number;
  readonly central: number;
  readonly h: number;
  readonly digits: number;
}

/**
 * Everything a page computes with, built once per section from its compiled document; its functions are pure.
 * A value that is undefined at the bindings is NaN.
 */
export interface Workbench {
  readonly inputs: readonly InputSpec[];
  readonly indices: readonly IndexSpec[];
  readonly axes: readonly AxisSpec[];
  readonly lines: readonly WorkbenchLine[];
  readonly steps: readonly WorkbenchStep[];
  /** The page's loss or differentiated function, for the gradient beside each slider. */
  readonly loss: {
    readonly tex: string;
    readonly name: string;
    readonly expression: Expression;
    readonly scope: number;
  } | null;
  /** Value of each line, in the order of `lines`. */
  readonly lineValues: (bindings: Bindings) => Float64Array;
  /** ∂loss/∂input by key, for inputs of role "input". */
  readonly gradients: (bindings: Bindings) => Readonly<Record<string, number>>;
  /** Values of two or more lines while one axis moves through `at`; other bindings stand still. */
  readonly curves: (
    lines: readonly number[],
    axis: string,
    at: Float64Array,
    bindings: Bindings,
  ) => readonly Float64Array[];
  /** Current value of an axis, input or intermediate. */
  readonly axisValue: (axis: string, bindings: Bindings) => number;
  /**
   * Any formula in a scope of the page (a line's, a sub-expression of it, the loss); null where it has no value.
   * `head` is the variable of the chain's head, by which a prime differentiates where nothing else decides.
   */
  readonly probe: (expression: Expression, scope: number, head?: Variable | null) => Probe | null;
  /** One name for all names of a symbol in a scope: where ŷ = a, both have the same. */
  readonly canonical: (name: string, scope: number) => string;
  /** The computational graph of a formula at the chosen indices, from the document's own definitions. */
  readonly graph: (expression: Expression, scope: number, indices: Bindings["indices"]) => ComputationGraph | null;
  /** A line's value as its formula stands, without stable forms: what overflows, overflows. */
  readonly literalValue: (line: number, bindings: Bindings) => number;
  /** Error of the difference quotient of a step's derivative against h; null where the step has none. */
  readonly stepErrors: (step: number, bindings: Bindings) => readonly StepError[] | null;
  /** The variable that the head of a line's chain differentiates by; null where nothing says. */
  readonly headOf: (line: number) => Variable | null;
  /** Scope in which a line is computed. */
  readonly scopeOf: (line: number) => number;
  /** Three-way gradient of a step whose side is a derivative; else null. */
  readonly threeWay: (step: number, bindings: Bindings) => ThreeWayGradient | null;
}
