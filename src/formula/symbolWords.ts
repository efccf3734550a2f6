import { greekLetters } from "./greekLetters";

/** A canonical name as a reader would write it: "hat y" is ŷ. */
export function symbolWords(name: string): string {
  return name
    .replace(
      /^(\w+)_((?:\w+=)+)$/,
      (_, sign: string, events: string) => `${sign}(${events.replace(/=(?=\w)/g, " = …, ")} …)`,
    )
    .replace(/^hat (\w+)$/, (_, letter: string) => `${letter}\u0302`)
    .replace(/^bar (\w+)$/, (_, letter: string) => `${letter}\u0304`)
    .replace(/^(bold|cal|vec|tilde) /, "")
    .replace(/[A-Za-z]+/g, (word) => greekLetters[word] ?? word);
}
