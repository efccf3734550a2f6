import type { Workbench } from "../check/Workbench";
import { freeIndices } from "../formula/indices";
import type { Part } from "../formula/Part";
import { print } from "../formula/print";
import type { Observation } from "../store/Observation";
import { compactText } from "./formatNumber";
import type { LineSide } from "./LineSide";
import { type Brackets, bracketsAround } from "./numberBrackets";
import { elementsOf } from "./partElements";
import { indexLetter, probePart } from "./partFacts";

/** A symbol's place on the page, with what computes its number. */
interface Slot {
  readonly key: string;
  readonly text: Text;
  readonly holder: Element;
  readonly brackets: Brackets;
}

/** Numbers in the place of symbols; `write` brings them up to date, `remove` gives the symbols back. */
export interface PutNumbers {
  readonly write: (observation: Observation) => void;
  readonly remove: () => void;
}

/**
 * Puts a number into the place of every symbol that has a single one. A symbol under a Σ over its own index, an index,
 * what a derivative is taken of or by, and a left side that is one symbol alone stay symbols. Numbers are text in
 * places of fixed width, so that nothing shifts while they change.
 */
export function putNumbers(sides: readonly LineSide[], workbench: Workbench): PutNumbers {
  const values = new Map<string, (observation: Observation) => number>();
  const slots: Slot[] = [];
  const changed: Element[] = [];
  for (const side of sides)
    side.parts.forEach((part, number) => {
      if (!takesNumber(side, part) || indexLetter({ side, part: number }, workbench) !== null) return;
      const [first, ...others] = elementsOf(document, { side, part: number });
      if (first?.getAttribute("data-part") !== String(number)) return;
      const key = `${side.scope} ${print(part.expression)}`;
      if (!values.has(key)) values.set(key, numberOf(side, number, workbench));
      const brackets = bracketsAround(side.line.formula.tex, side.parts, number);
      const holder = document.createElement("span");
      const text = document.createTextNode("");
      const narrow = isNeverNegative(side, part, workbench) ? " is-narrow" : "";
      holder.className = `put put-${brackets}${narrow}`;
      holder.append(text);
      first.append(holder);
      for (const element of [first, ...others]) element.setAttribute("data-put", "");
      changed.push(first, ...others);
      slots.push({ key, text, holder, brackets });
    });
  return {
    write: (observation) => {
      const now = new Map([...values].map(([key, value]) => [key, value(observation)]));
      for (const { key, text, holder, brackets } of slots) {
        const value = now.get(key) ?? Number.NaN;
        text.data = compactText(value);
        if (brackets === "sign") holder.classList.toggle("needs-brackets", value < 0 || text.data.includes("·"));
      }
    },
    remove: () => {
      for (const { holder } of slots) holder.remove();
      for (const element of changed) element.removeAttribute("data-put");
    },
  };
}

function takesNumber({ position, parts }: LineSide, { expression, place, bound, parent }: Part): boolean {
  if (expression.kind !== "variable" || place !== "value") return false;
  if (parent === null) return position === "right";
  // x^2_i: the index stands behind the exponent, so the symbol has no characters of its own.
  const around = parts[parent]?.expression.span;
  if (around?.start === expression.span.start && around.end === expression.span.end) return false;
  const free = freeIndices(expression);
  return !bound.some((letter) => free.has(letter) || expression.name === letter);
}

/** As far as its slider or its axis goes: its place then has no room for a sign and brackets of their own. */
function isNeverNegative(
  { scope, asPublished }: LineSide,
  { expression }: Part,
  { canonical, inputs, axes }: Workbench,
): boolean {
  const name = expression.kind === "variable" ? canonical(expression.name, scope) : "";
  // Axes are cut from the page's own definitions; what is quoted as published may have others.
  const ranges = (asPublished ? inputs : [...inputs, ...axes]).filter((one) => one.name === name);
  return ranges.length > 0 && ranges.every(({ min }) => min >= 0);
}

function numberOf(side: LineSide, part: number, workbench: Workbench): (observation: Observation) => number {
  const probe = probePart({ side, part }, workbench);
  return ({ bindings }) => {
    const worth = probe.worth(bindings);
    return worth.kind === "number" ? worth.value : Number.NaN;
  };
}
