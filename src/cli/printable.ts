// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not reach a terminal.
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of a document, made safe for a terminal: no escape sequence of it takes effect, no direction is overridden. */
export function printable(text: string): string {
  return text.replace(unprintable, "�");
}

/** The same on one line. */
export function onOneLine(text: string): string {
  return printable(text.replace(/\s+/g, " ").trim());
}
