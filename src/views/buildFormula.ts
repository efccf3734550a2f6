import { isAllowedAttribute, isAllowedStyle, namespaceOf } from "./formulaMarkup";
import type { SetFormula } from "./SetFormula";

/** The elements of a set formula, made one by one: no HTML string exists. What is not allowed is left out. */
export function buildFormula(formula: SetFormula, owner: Document): Element | null {
  const namespace = namespaceOf(formula.tag);
  if (namespace === null) return null;
  const element = owner.createElementNS(namespace, formula.tag) as HTMLElement | SVGElement | MathMLElement;
  if (formula.class !== undefined) element.setAttribute("class", formula.class);
  for (const [name, value] of Object.entries(formula.attrs ?? {}))
    if (isAllowedAttribute(name)) element.setAttribute(name, value);
  for (const [property, value] of Object.entries(formula.style ?? {}))
    if (isAllowedStyle(property, value)) element.style.setProperty(property, value);
  for (const child of formula.children ?? []) {
    const node = typeof child === "string" ? owner.createTextNode(child) : buildFormula(child, owner);
    if (node !== null) element.append(node);
  }
  return element;
}
