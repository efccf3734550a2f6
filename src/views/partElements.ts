import type { LineSide, PartPlace } from "./LineSide";

/** Where an element of the paper stands in a line's formula; null outside of one. */
export function placeOf(target: Element, sides: readonly LineSide[]): PartPlace | null {
  const formula = target.closest(".formula-display");
  const row = Number(formula?.closest("[data-step]")?.getAttribute("data-step") ?? Number.NaN);
  const position = formula?.closest(".line-left") == null ? "right" : "left";
  const side = sides.find((one) => one.row === row && one.position === position);
  if (formula === null || side === undefined || formula.closest(".smaller") !== null) return null;
  const part = target.closest("[data-part]");
  const number = part !== null && formula.contains(part) ? Number(part.getAttribute("data-part")) : 0;
  return side.parts[number] === undefined ? null : { side, part: number };
}

/** The set formula of a side. */
export function formulaOf(root: ParentNode, { row, position }: LineSide): Element | null {
  const place = position === "left" ? ".line-left" : ".line-formula";
  return root.querySelector(`[data-step="${row}"] ${place} .formula-display`);
}

/** Where a part is set: two places where a script was set apart from its symbol; what has none shows as its parent. */
export function elementsOf(root: ParentNode, { side, part }: PartPlace): readonly Element[] {
  const formula = formulaOf(root, side);
  if (formula === null) return [];
  for (let at: number | null = part; at !== null && at > 0; at = side.parts[at]?.parent ?? null) {
    const found = [...formula.querySelectorAll(`[data-part="${at}"]`)];
    if (found.length > 0) return found;
  }
  return [...formula.querySelectorAll(".katex-html")];
}
