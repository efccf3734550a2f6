import { areIndices, functionOfWord, isLetterCommand } from "./letters";

const accents: ReadonlyMap<string, string> = new Map([
  ["hat", "\\hat"],
  ["bar", "\\bar"],
  ["tilde", "\\tilde"],
  ["vec", "\\vec"],
  ["dot", "\\dot"],
  ["ddot", "\\ddot"],
  ["check", "\\check"],
  ["breve", "\\breve"],
  ["acute", "\\acute"],
  ["grave", "\\grave"],
  ["underline", "\\underline"],
  ["ring", "\\mathring"],
  ["bold", "\\mathbf"],
  ["cal", "\\mathcal"],
  ["frak", "\\mathfrak"],
  ["bb", "\\mathbb"],
]);

/** A canonical name and its printed indices as TeX: "hat y" with i, j is \hat{y}_{i,j}. */
export function printName(name: string, indices: readonly string[]): string {
  const caret = name.indexOf("^");
  const mark = caret > 0 ? name.slice(caret + 1) : "";
  const [stem = "", ...words] = (caret > 0 ? name.slice(0, caret) : name).split("_");
  const isUpper = caret > 0 && (mark === "()" || mark === "[]" || mark === "");
  const lower = isUpper ? indices.slice(0, -1) : indices;
  const upper = indices.at(-1) ?? "";
  const sup =
    caret <= 0
      ? ""
      : mark === "()"
        ? `^{(${upper})}`
        : mark === "[]"
          ? `^{[${upper}]}`
          : mark === ""
            ? `^{${upper}}`
            : `^{${markTex(mark)}}`;
  const below = [...words.map(printWord), ...lower];
  return printStem(stem) + (below.length === 0 ? "" : `_{${below.join(",")}}`) + sup;
}

function markTex(mark: string): string {
  return mark.length > 1 ? `\\${mark}` : mark;
}

/** The words before a letter are its accents and alphabet, the outermost first. */
function printStem(stem: string): string {
  const space = stem.indexOf(" ");
  const command = space > 0 ? accents.get(stem.slice(0, space)) : undefined;
  if (command !== undefined) return `${command}{${printStem(stem.slice(space + 1))}}`;
  if (isLetterCommand(stem)) return `\\${stem}`;
  if (stem === "…") return "\\dots";
  if (stem.length === 1 || /^[0-9]+$/u.test(stem)) return stem;
  return functionOfWord(stem) === null ? `\\text{${stem}}` : `\\operatorname{${stem}}`;
}

function printWord(word: string): string {
  if (isLetterCommand(word)) return `\\${word}`;
  if (/^[-+*]$/u.test(word)) return word;
  return word.length > 1 && /^[A-Za-z]+$/u.test(word) && !areIndices(word) ? word : `\\text{${word}}`;
}
