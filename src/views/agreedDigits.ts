/**
 * Splits numbers, written with equally many decimals, after the last digit on which all agree: [agreed, rest] of each.
 * The split stands where the texts part; a sign that differs leaves nothing agreed.
 */
export function agreedDigits(texts: readonly string[]): readonly (readonly [string, string])[] {
  const [first = ""] = texts;
  const length = [...first].findIndex((character, at) => texts.some((text) => text[at] !== character));
  const agreed = length < 0 ? first.length : length;
  return texts.map((text) => [text.slice(0, agreed), text.slice(agreed)] as const);
}
