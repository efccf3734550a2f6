import { type CSSProperties, createElement, type ReactNode } from "react";
import { isAllowedAttribute, isAllowedStyle, namespaceOf } from "./formulaMarkup";
import type { SetFormula } from "./SetFormula";

/** A set formula as markup, for prerendering: on a page that runs, `FormulaView` leaves this part to itself. */
export function SetFormulaView({ formula }: { readonly formula: SetFormula }): ReactNode {
  if (namespaceOf(formula.tag) === null) return null;
  const attrs = Object.entries(formula.attrs ?? {}).filter(([name]) => isAllowedAttribute(name));
  const style = Object.entries(formula.style ?? {}).filter(([property, value]) => isAllowedStyle(property, value));
  const children = (formula.children ?? []).map((child, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a set formula never changes
    typeof child === "string" ? child : <SetFormulaView key={index} formula={child} />,
  );
  const properties = {
    ...(formula.class === undefined ? {} : { className: formula.class }),
    ...Object.fromEntries(attrs.map(([name, value]) => [reactName(name), value])),
    ...(style.length === 0
      ? {}
      : { style: Object.fromEntries(style.map(([name, value]) => [camelCase(name), value])) as CSSProperties }),
  };
  return createElement(formula.tag, properties, ...children);
}

function reactName(attribute: string): string {
  return attribute === "stroke-width" ? "strokeWidth" : attribute;
}

function camelCase(property: string): string {
  return property.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
