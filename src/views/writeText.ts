/** Writes an element's text where it differs: most numbers keep their rounded text from one frame to the next. */
export function writeText(element: Element | null | undefined, text: string): void {
  if (element == null) return;
  const { firstChild } = element;
  if (!(firstChild instanceof Text)) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}
