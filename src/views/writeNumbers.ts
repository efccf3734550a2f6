/** Writes exact values, for whoever reads the markup, into an attribute of all elements of a kind, in their order. */
export function writeNumbers(
  root: Element | null,
  selector: string,
  attribute: string,
  values: readonly number[],
): void {
  root?.querySelectorAll(selector).forEach((element, at) => {
    element.setAttribute(attribute, String(values[at]));
  });
}
