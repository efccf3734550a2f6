import type { UsualFunction } from "../formula/usualFunctions";

const adjectives = "(?:(?:the|an?|our|its|usual|well-known|familiar|element-?wise|so-called)\\s+)*";
const ends = "(?=\\s*(?:[.,;:()]|$|and\\b|applied\\b|with\\b|which\\b|whose\\b|we\\b|here\\b|so\\b))";
const normal = "(?:standard|unit)\\s+(?:normal|Gaussian)";
const cumulative = "(?:CDF|c\\.d\\.f\\.?|(?:cumulative\\s+)?(?:probability\\s+)?distribution(?:\\s+function)?)";
const density = "(?:PDF|p\\.d\\.f\\.?|(?:probability\\s+)?density(?:\\s+function)?)";

/** How each function is called in words. */
const names: readonly (readonly [UsualFunction, string])[] = [
  [
    "logistic",
    "(?:standard\\s+)?(?:logistic|sigmoid)(?:[ -](?:sigmoid|logistic))?(?:\\s+(?:activation|nonlinearity|non-linearity))?(?:\\s+function)?",
  ],
  ["softplus", "softplus(?:\\s+function)?"],
  ["hyperbolic-tangent", "hyperbolic tangent(?:\\s+function)?"],
  [
    "normal-distribution",
    `(?:${normal}\\s+${cumulative}|${cumulative}\\s+of\\s+(?:the|an?)\\s+${normal}(?:\\s+distribution)?)`,
  ],
  ["normal-density", `(?:${normal}\\s+${density}|${density}\\s+of\\s+(?:the|an?)\\s+${normal}(?:\\s+distribution)?)`],
];

const patterns = names.map(([kind, words]) => ({
  kind,
  after: new RegExp(
    `^\\s*(?:(?:,|\\(|is|be|as|denotes?|stands\\s+for|means|for|=)|(?=the\\s))\\s*(?:used\\s+for\\s+)?${adjectives}${words}${ends}`,
    "i",
  ),
  before: new RegExp(`\\b${words}(?:\\s+(?:is\\s+)?(?:denoted|written|called)(?:\\s+(?:by|as))?)?\\s*[(,]?\\s*$`, "i"),
}));

/** "where $\sigma$ is the logistic function", "the sigmoid $\sigma$": the function that prose says a symbol is. */
export function namedFunction(before: string, after: string): UsualFunction | null {
  return patterns.find((pattern) => pattern.after.test(after) || pattern.before.test(before))?.kind ?? null;
}
