import type { Bindings } from "../check/Bindings";
import type { Workbench } from "../check/Workbench";
import type { LineSide, PartPlace } from "./LineSide";
import { expressionAt } from "./LineSide";
import { elementsOf } from "./partElements";
import { chosenEntry } from "./partFacts";
import { symbolClass } from "./symbolColours";

/**
 * Lights a part and its twins: the same tree in every line; for a symbol all of its places, in prose, in the rows of
 * inputs and in figures, which name theirs by `data-entry` ("z_2"). An attribute of our own is set, which no view
 * renders, so that a render and a light do not undo each other.
 */
export function lightPart(
  place: PartPlace,
  sides: readonly LineSide[],
  workbench: Workbench,
  bindings: Bindings,
): void {
  putOut();
  const key = place.side.keys[place.part];
  const expression = expressionAt(place);
  const light = (element: Element, how: string) => element.setAttribute("data-lit", how);
  if (expression?.kind === "variable") {
    lightSymbol(expression.name, place.side.scope, sides, workbench);
    lightEntries(expression.name, place.side.scope, chosenEntry(place, workbench, bindings), workbench);
  } else
    for (const side of sides)
      side.keys.forEach((other, part) => {
        if (other === key && part > 0)
          for (const element of elementsOf(document, { side, part })) light(element, "twin");
      });
  for (const element of elementsOf(document, place)) light(element, "self");
}

/** Lights the places of an entry that a figure or a row of inputs shows. */
export function lightEntry(entry: string, sides: readonly LineSide[], workbench: Workbench): void {
  putOut();
  const name = nameOf(entry);
  for (const scope of new Set(sides.map((side) => side.scope))) lightSymbol(name, scope, sides, workbench);
  lightEntries(name, sides[0]?.scope ?? 0, entry, workbench);
}

export function putOut(): void {
  for (const element of document.querySelectorAll("[data-lit]")) element.removeAttribute("data-lit");
}

function lightSymbol(name: string, scope: number, sides: readonly LineSide[], workbench: Workbench): void {
  const own = workbench.canonical(name, scope);
  const names = new Set([name]);
  for (const side of sides)
    for (const { expression } of side.parts)
      if (expression.kind === "variable" && workbench.canonical(expression.name, scope) === own)
        names.add(expression.name);
  for (const one of names)
    for (const element of document.querySelectorAll(`.symbol.${CSS.escape(symbolClass(one))}`))
      if (element.closest(".inspector") === null) element.setAttribute("data-lit", "twin");
}

/** One entry where the indices are chosen, else all entries of the symbol. */
function lightEntries(name: string, scope: number, entry: string | null, workbench: Workbench): void {
  const own = workbench.canonical(name, scope);
  for (const element of document.querySelectorAll("[data-entry]")) {
    const other = element.getAttribute("data-entry") ?? "";
    const isOwn = entry === null ? workbench.canonical(nameOf(other), scope) === own : other === entry;
    if (isOwn) element.setAttribute("data-lit", "twin");
  }
}

/** "z_2" and "S_{1,2}" are entries of z and S. */
function nameOf(entry: string): string {
  return entry.replace(/_(?:\{[\d,]+\}|\d+)$/, "");
}
