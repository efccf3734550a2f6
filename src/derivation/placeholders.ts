import type { Found } from "./Mathematics";

/**
 * Formulas hide from the Markdown parser as a number between two private-use characters, which it takes for letters.
 * Private-use characters of the author's own are replaced first, one for one, so that offsets stay true.
 */
const open = "\uE000";
const close = "\uE001";

export const placeholder = /\uE000(\d+)\uE001/g;

export function withoutPrivateUse(text: string): string {
  return text.replace(/[\uE000-\uF8FF]/g, "\uFFFD");
}

/** The text from `start` on with every find in its place written as a placeholder or as its replacement. */
export function withPlaceholders(text: string, found: readonly Found[], start: number): string {
  const parts: string[] = [];
  let at = start;
  found.forEach((one, index) => {
    parts.push(text.slice(at, one.span.start), one.kind === "replacement" ? one.text : `${open}${index}${close}`);
    at = one.span.end;
  });
  parts.push(text.slice(at));
  return parts.join("");
}

/** Placeholders written back as the author's own characters, for code and addresses. */
export function restored(text: string, source: string, found: readonly Found[]): string {
  return text.replace(placeholder, (_, number: string) => {
    const span = found[Number(number)]?.span;
    return span === undefined ? "" : source.slice(span.start, span.end);
  });
}
