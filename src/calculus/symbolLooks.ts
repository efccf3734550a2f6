// What the look of a symbol says of its shape.

/** Symbols for sizes, rates and safety margins, which are added to every entry of a vector. */
export const numbers = /^(?:epsilon|varepsilon|lambda|eta|alpha|[ijklmnpdNKCDMT])$/u;

/** Capitals that stand before a bold vector as its matrix; others count or are losses. */
export const matrices = /^[ABGHPQRSUVWXYZ]$/u;

/** Undefined functions that act on every entry of a vector, as activations do. */
export function isActivation(name: string): boolean {
  return /^(?:sigma|phi|varphi|psi|g)$/u.test(name);
}

export function isBold(name: string): boolean {
  return /(?:^| )(?:bold|vec) /u.test(name);
}

/** W, \\hat Y, Sigma: by the letter below accents and alphabets. */
export function isCapital(name: string): boolean {
  const letter =
    name
      .replace(/[_^].*$/u, "")
      .split(" ")
      .at(-1) ?? "";
  return /^[A-Z]/u.test(letter);
}
