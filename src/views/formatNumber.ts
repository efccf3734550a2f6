const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Shown where a value does not exist: log of 0, 0/0, overflow. */
export const undefinedText = "undefined here";

/**
 * A value in a column: six decimals, so that columns line up and nothing shifts while it changes. Values that six
 * decimals can't show are written with a power of ten.
 */
export function valueText(value: number): string {
  return numberText(value, 6);
}

/** A value with fixed decimals and a real minus sign; with a power of ten where those would hide or overflow it. */
export function numberText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return undefinedText;
  const size = Math.abs(value);
  if (size >= 1e6 || (size > 0 && size < 0.5 * 10 ** -Math.min(decimals, 4)))
    return scientificText(value, Math.min(decimals, 5));
  const text = size.toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** 2.2 × 10⁻¹⁶; an exact zero is 0. */
export function scientificText(value: number, digits: number): string {
  if (!Number.isFinite(value)) return undefinedText;
  if (value === 0) return "0";
  const [mantissa = "", exponent = ""] = Math.abs(value).toExponential(digits).split("e");
  return `${value < 0 ? "−" : ""}${mantissa} × 10${raise(exponent)}`;
}

/** As a person would type it, for labels and tool tips: at most `digits` significant digits, no trailing zeros. */
export function shortText(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return undefinedText;
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e6 || size < 1e-4)) return scientificText(value, 1);
  const text = String(Number(size.toPrecision(digits)));
  return value < 0 ? `−${text}` : text;
}

/** Two decimals whatever the size, for the cells of a drawing: what they hide stands in its table. */
export function cellText(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const text = Math.abs(value).toFixed(2);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A few characters for a narrow place: 0.183, −14.2, 3e−5. */
export function narrowText(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 5e-4 || size >= 1e4)
      ? size.toExponential(0).replace("-", "−").replace("+", "")
      : size.toFixed(size < 100 ? 3 : 1);
  return value < 0 ? `−${text}` : text;
}

function raise(exponent: string): string {
  return [...exponent.replace("+", "")]
    .map((character) => (character === "-" ? "⁻" : (superscripts[Number(character)] ?? "")))
    .join("");
}

/** A value for a place within a formula: five figures at most, and a power of ten where those can't show it. */
export function compactText(value: number): string {
  if (!Number.isFinite(value)) return "?";
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size >= 1e5 || (size > 0 && size < 5e-4)) {
    const [mantissa = "", exponent = ""] = size.toExponential(0).split("e");
    return `${sign}${mantissa}·10${raise(exponent)}`;
  }
  const text = size.toFixed(size < 100 ? 3 : size < 1e4 ? 1 : 0);
  return Number(text) === 0 ? text : `${sign}${text}`;
}
