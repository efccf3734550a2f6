/** An element of SVG as plain data: its tag, its attributes, its children. A child is a text or the place of an element. */
export type DrawnElement = readonly [
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (number | string)[],
];

/**
 * Frames of a document's charts as Recharts drew them at build time. Frames have most of their lines and names in
 * common, so each element stands once in a table, after those within it.
 */
export interface Drawings {
  readonly elements: readonly DrawnElement[];
  /** Place of a frame's outermost element by `frameKey`. */
  readonly frames: Readonly<Record<string, number>>;
}

export const noDrawings: Drawings = { elements: [], frames: {} };

/** The element at a place of the table, with all within it; null where there is none. */
export function buildDrawing(elements: Drawings["elements"], place: number, owner: Document): SVGElement | null {
  const drawn = elements[place];
  if (drawn === undefined) return null;
  const [tag, attributes, ...children] = drawn;
  const element = owner.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children)
    element.append(typeof child === "string" ? child : (buildDrawing(elements, child, owner) ?? ""));
  return element;
}
