import type { DrawnElement } from "../views/Drawing";

/** A table of elements that equal ones share. */
export function drawingTable(): {
  readonly elements: readonly DrawnElement[];
  /** Puts an element and all within it into the table; gives its place. */
  readonly add: (element: Element) => number;
} {
  const elements: DrawnElement[] = [];
  const places = new Map<string, number>();
  const add = (element: Element): number => {
    const drawn: DrawnElement = [
      element.localName,
      Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      ...[...element.childNodes].map((child) =>
        child.nodeType === child.ELEMENT_NODE ? add(child as Element) : (child.textContent ?? ""),
      ),
    ];
    const key = JSON.stringify(drawn);
    const place = places.get(key) ?? elements.push(drawn) - 1;
    places.set(key, place);
    return place;
  };
  return { elements, add };
}
