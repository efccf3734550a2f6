/**
 * Writes an attribute only where it changes: a path that is set again is laid out and painted again, even if it is the
 * same.
 */
export function writeAttribute(place: Element | null | undefined, name: string, value: string): void {
  if (place != null && place.getAttribute(name) !== value) place.setAttribute(name, value);
}
