/** More characters than this do not fit beside a line: such a left side stands above it. */
const fitting = 9;

/** A rough measure of a formula's width: what it prints, a fraction counting as its wider part. */
export function isWide(tex: string): boolean {
  return printedWidth(tex) > fitting;
}

export function printedWidth(tex: string): number {
  const flat = tex.replace(/\\(?:left|right|cdot|,|;|quad|hat|bar|vec|tilde|text|mathrm)(?![A-Za-z])/g, "");
  const fraction =
    /\\[dt]?frac\s*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}\s*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/;
  const found = fraction.exec(flat);
  if (found === null) return flat.replace(/\\[A-Za-z]+/g, "M").replace(/[{}\s^_&]/g, "").length;
  const [whole, numerator = "", denominator = ""] = found;
  const rest = `${flat.slice(0, found.index)} ${flat.slice(found.index + whole.length)}`;
  return Math.max(printedWidth(numerator), printedWidth(denominator)) + printedWidth(rest);
}
