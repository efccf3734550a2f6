import type { SaidVerdict } from "../check/SaidVerdict";
import { scientificText } from "./formatNumber";
import { plainTex } from "./plainTex";

/** What fits into the check column; the whole sentence stands elsewhere. */
export function verdictLabel(verdict: SaidVerdict): string {
  switch (verdict.kind) {
    case "holds":
      return differenceLabel(verdict.largestDifference);
    case "holds-if":
      return `if ${shortCondition(verdict)}`;
    default:
      return verdict.words.label;
  }
}

/** A relative difference as a count of units in the last place of 1 while it is rounding, else as a power of ten. */
export function differenceLabel(difference: number): string {
  const ulps = Math.round(difference / 2 ** -52);
  if (ulps === 0) return "0";
  return ulps <= 9 ? `${ulps} ulp` : scientificText(difference, 0);
}

function shortCondition({ condition }: Extract<SaidVerdict, { kind: "holds-if" }>): string {
  const [first = "", second = ""] = condition.detail.split("|");
  switch (condition.code) {
    case "sum-is-one":
      return `Σ${symbol(first)} = 1`;
    case "summation":
      return `Σ over ${first}`;
    case "summation-and-sum-is-one":
      return `Σ over ${first}, Σ${symbol(second)} = 1`;
    case "positive":
      return `${first.split(", ").map(symbol).join(", ")} > 0`;
    case "zero-or-one":
      return `${symbol(first)} ∈ {0, 1}`;
    case "where-defined":
      return "defined";
    default:
      return "on a condition";
  }
}

function symbol(name: string): string {
  return plainTex(name.replace(/^(hat|bar|tilde|vec) (.)$/, "\\$1{$2}"));
}
