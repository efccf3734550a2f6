/**
 * Writing into the page while values move: only what differs is written, since a text or a path that is set again is
 * laid out and painted again, even if it is the same.
 */
export function writeText(place: Element | null | undefined, text: string): void {
  const own = place?.firstChild;
  if (own instanceof Text) {
    if (own.data !== text) own.data = text;
  } else if (place != null) place.textContent = text;
}

export function writeAttribute(place: Element | null | undefined, name: string, value: string): void {
  if (place != null && place.getAttribute(name) !== value) place.setAttribute(name, value);
}
