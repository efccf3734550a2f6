import type { Part } from "../formula/Part";

/**
 * Brackets that a number needs in a symbol's place. "sign": where it is negative, as in 1 − (−0.4) and (−0.4)². In
 * "always" it stands beside another factor without a sign between them: 0.8(1.2).
 */
export type Brackets = "none" | "sign" | "always";

/** The brackets for a number in the place of a symbol of this TeX. */
export function bracketsAround(tex: string, parts: readonly Part[], number: number): Brackets {
  const part = parts[number];
  const parent = part?.parent == null ? undefined : parts[part.parent];
  if (part === undefined || parent === undefined) return "none";
  const { expression } = parent;
  if (expression.kind === "power" && expression.base === part.expression) {
    const around = bracketsAround(tex, parts, part.parent ?? 0);
    return around === "none" ? "sign" : around;
  }
  if (expression.kind === "product") {
    const at = expression.factors.indexOf(part.expression);
    const [before, after] = [expression.factors[at - 1], expression.factors[at + 1]];
    const { start, end } = part.expression.span;
    if (before !== undefined) return isSigned(tex.slice(before.span.end, start)) ? "sign" : "always";
    const runsOn = after !== undefined && !isSigned(tex.slice(end, after.span.start));
    if (runsOn && (after.kind === "number" || after.kind === "quotient")) return "always";
  }
  return begins(tex.slice(0, part.expression.span.start)) ? "none" : "sign";
}

function isSigned(between: string): boolean {
  return /\\(?:cdot|times|odot|ast)\b|[*·×]/.test(between);
}

/** Whether what stands before opens a group, so that a sign can't run together with another. */
function begins(before: string): boolean {
  return /(?:^|[{([|,&^_]|\\\\|\\left.)\s*$/.test(before);
}
