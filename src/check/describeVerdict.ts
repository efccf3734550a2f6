import { symbolWords } from "../formula/symbolWords";
import { describeFormulaErrorCode } from "./describeUnread";
import type { Remark, Slip, Verdict } from "./Verdict";

export interface VerdictWords {
  /** Two or three words: what stands in the page's check column. */
  readonly label: string;
  readonly sentence: string;
  /** A condition as a formula. */
  readonly tex: string | null;
}

/** All sentences about verdicts stand in this file. None of them says "proved". */
export function describeVerdict(verdict: Verdict): VerdictWords {
  switch (verdict.kind) {
    case "holds":
      return { label: "holds", sentence: holdsSentence(verdict.samples, verdict.largestDifference), tex: null };
    case "holds-if":
      return {
        label: `holds if ${conditionWords(verdict.condition)}`,
        sentence: `No counterexample at ${verdict.samples} points, provided ${conditionWords(verdict.condition)}.`,
        tex: verdict.condition.tex,
      };
    case "fails":
      return {
        label: "fails",
        sentence: failsSentence(verdict.counterexample.left, verdict.counterexample.right),
        tex: null,
      };
    case "not-checked":
      return { label: "not checked", sentence: reasonWords(verdict.reason), tex: null };
  }
}

function holdsSentence(samples: number, difference: number): string {
  if (samples === 0) return "Both sides are the same formula.";
  if (samples === 1) return "Both numbers agree, as computed to about 30 digits.";
  const largest = difference === 0 ? "no difference" : `largest difference ${difference.toExponential(0)}`;
  return `No counterexample at ${samples} points: ${largest}, to about 24 digits.`;
}

function failsSentence(left: number, right: number): string {
  return `Counterexample: the left side is ${shortNumber(left)}, the right side ${shortNumber(right)}.`;
}

/** A condition, to stand after "if" or "provided". */
export function conditionWords({ code, detail }: Remark): string {
  const [first = "", second = ""] = detail.split("|");
  switch (code) {
    case "other-definition":
      return `${symbolWords(first)} is as this document defines it the second time`;
    case "cut-off":
      return "the figure is cut off, not rounded";
    case "sum-ends-early":
      return "the sum ends before the next + or −";
    case "summation":
      return `the repeated index ${first} is summed`;
    case "sum-is-one":
      return `the entries of ${symbolWords(first)} sum to 1`;
    case "summation-and-sum-is-one":
      return `the repeated index ${first} is summed and the entries of ${symbolWords(second)} sum to 1`;
    case "strict-partial":
      return "∂ holds the other symbols of the definition fixed";
    case "positive":
      return `${first.split(", ").map(symbolWords).join(", ")} ${first.includes(", ") ? "are" : "is"} positive`;
    case "one-of":
      return `${symbolWords(first)} is one of ${second}`;
    case "logistic":
      return "σ is the logistic function";
    case "stated":
      return "the vectors and matrices are as the text says";
    case "supposed":
      return "what the text supposes is so";
    case "distinct":
      return `${first} and ${second} are two different indices`;
    case "apart":
      return `${first} is none of the indices that are summed over`;
    case "counts":
      return `${first} is the number of terms of the sum over ${second}`;
    case "held-members":
      return `the members of ${first.split(", ").map(symbolWords).join(", ")} before this one are held fixed`;
    case "starts-at-zero":
      return `it starts at zero: ${first.split(", ").map(symbolWords).join(", ")} = 0`;
    case "normal":
      return first.split(", ").map(normalWords).join(" and ");
    case "where-defined":
      return `the ${first} side is defined`;
    default:
      return detail;
  }
}

function normalWords(name: string): string {
  return `${symbolWords(name)} is the standard normal ${name === "Phi" ? "distribution function" : "density"}`;
}

/** Why a step was not checked, as a sentence. */
export function reasonWords({ code, detail }: Remark): string {
  const [first = "", second = ""] = detail.split("|");
  switch (code) {
    case "unread":
      return describeFormulaErrorCode(first);
    case "relation":
      return `Only equations and inequalities are checked; this is “${first}”.`;
    case "approximate":
      return "“≈” without a printed decimal says no precision, so there is nothing to check against.";
    case "taken-as-given":
      return "Taken as given: the symbol that is differentiated is never defined, so this line states its derivative.";
    case "equation":
      return `Not judged: ${first === "" ? "an equation to be solved or an update" : first}.`;
    case "missing-line":
      return "One side of this step is missing.";
    case "vacuous":
      return `Both sides are 0 because nothing flows from ${first} to ${second}: the document never says how they are connected.`;
    case "unconnected":
      return `Nothing flows from ${first} to ${second}: the document never says how they are connected, so the derivative cannot be compared.`;
    case "imaginary-unit":
      return `The ${first} of this step is read as the imaginary unit; complex numbers are not computed.`;
    case "one-sided":
      return `${symbolWords(first)} is never defined and stands on one side only, so there is nothing to compare it with.`;
    case "unread-definition":
      return `${symbolWords(first)} has a definition that could not be read, so what this step should give is not known.`;
    case "renewed":
      return `${symbolWords(first)} takes another meaning here, which later steps are about.`;
    case "open-over-time":
      return `${symbolWords(first)} is never defined: whether it is made of each time or only of the last, the document never says.`;
    case "operator":
      return "D with an index is written like an operator; write the derivative as a fraction to have it checked.";
    case "lost-in-definition":
      return `The definition of ${symbolWords(first)} has another index on its right side than on its left, so what this step should give is not known.`;
    case "unused-condition":
      return `The text says ${first} of symbols in this step; nothing is computed with that, so the sides cannot be compared.`;
    case "letter-as-number":
      return `A definition that this step uses takes the index ${first} for a number, which is hardly meant.`;
    case "circular-definition":
      return `The definition of ${symbolWords(first)} uses ${symbolWords(first)} itself.`;
    case "lost-index":
      return first === ""
        ? "An index has no value here."
        : `The index ${first} has no value here: it is neither summed nor on the left side.`;
    case "index-not-a-number":
      return first === ""
        ? "An index or a limit of a sum is not a whole number."
        : `The limit or index ${first} is not a whole number.`;
    case "too-many-terms":
      return first === ""
        ? "The sums have more terms, all together, than are computed here."
        : `A sum of ${first} terms is more than is computed here (2000).`;
    case "shape":
      return `The shapes do not fit: ${first}.${second === "" ? "" : asNumber(second)}`;
    case "unsupported":
      return `Not supported: ${first}.`;
    case "prime-variable":
      return first === ""
        ? "The prime does not say by which variable to differentiate."
        : `The prime does not say by which of ${first} to differentiate.`;
    case "wrong-arity":
      return `${symbolWords(first)} is used with another number of arguments than it is defined with.`;
    case "derivative-by":
      return `A derivative by ${first === "" ? "this" : first} cannot be taken.`;
    case "too-large":
      return "The formula is too large to be computed here.";
    case "mostly-undefined":
      return `A side is undefined at ${first} of ${second} points, so too few are left to judge by.`;
    case "unmet-conditions":
      return "Too few sample points meet the conditions that the text states.";
    case "ill-conditioned":
      return `Only ${first} of ${second} points are well conditioned enough to judge by.`;
    case "budget":
      return "Checking this would take more than its share of time.";
    case "no-indices":
      return "The stated condition leaves no index values to check.";
    case "values-unknown":
      return `Numbers are put in here, and the text gives no value for ${first.split(", ").map(symbolWords).join(", ")}.`;
    case "engines-disagree":
      return `Automatic differentiation and finite differences disagree here (${first} against ${second}). That is a defect of Backstep, not of the document: please report it.`;
    case "vector":
      return "The value is a vector, not one number.";
    default:
      return detail === "" ? "Not checked." : detail;
  }
}

function asNumber(names: string): string {
  const [are, them] = names.includes(", ") ? ["were taken as numbers", "them"] : ["was taken as a number", "it"];
  return ` ${names} ${are}; declare ${them} where a matrix is meant, as in X ∈ ℝ^{m×n}.`;
}

/** What is said beside a verdict. */
export function noteWords({ code, detail }: Remark): string {
  const [first = "", second = ""] = detail.split("|");
  switch (code) {
    case "stand-in":
      return `${symbolWords(first)} is never defined: a smooth function of what it is differentiated by stands in for it.`;
    case "given":
      return `${symbolWords(first)} is never defined: its derivative is taken as the document states it.`;
    case "undefined-function":
      return `The function ${symbolWords(first)} is never defined: a smooth function stands in for it.`;
    case "severed":
      return `Nothing flows from ${first} to ${second}, so that derivative is 0.`;
    case "stated-condition":
      return `Checked for ${first}, as the text says.`;
    case "given-values":
      return `Checked at the values that the text gives: ${first}.`;
    case "same-tree":
      return "Both sides are the same formula.";
    case "rounded":
      return "Compared to the printed decimal places.";
    case "one-branch":
      return `Only one branch of ${first} was reached.`;
    default:
      return detail;
  }
}

/** "This would hold if …" */
export function slipWords(slip: Slip): string {
  switch (slip.code) {
    case "lost-minus":
      return "This would hold with the sign of this term turned.";
    case "missing-factor":
      return "This would hold with one more factor here.";
    case "missing-prime":
      return "This would hold with the derivative of the function here.";
    case "factor-two":
      return "This would hold with a factor 2 here.";
    case "missing-sum":
      return "This would hold with a sum here.";
    case "extra-sum":
      return "This would hold without this sum.";
    case "wrong-index":
      return "This would hold with another index here.";
    case "swapped-fraction":
      return "This would hold with this fraction turned over.";
    case "dropped-term":
      return "This would hold without this term.";
    case "dropped-factor":
      return "This would hold without this factor.";
    case "wrong-symbol":
      return "This would hold with another symbol here.";
    case "bracket":
      return "This would hold with the bracket placed differently.";
    case "exponent":
      return "This would hold with another exponent here.";
    case "constant":
      return "This would hold with another number here.";
    case "wrong-argument":
      return "This would hold with another argument here.";
    default:
      return "This would hold with a small change here.";
  }
}

function shortNumber(value: number): string {
  if (Number.isNaN(value)) return "undefined";
  if (value === 0) return "0";
  const text =
    Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7 ? String(Number(value.toPrecision(7))) : value.toExponential(6);
  return text.replace("-", "−");
}
