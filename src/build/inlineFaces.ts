import subsetFont from "subset-font";

/** What numbers in a line and what a formula may show next are made of, whatever stands on the page. */
const always = "0123456789.,+−-=()·/ ";

/**
 * Rules for the faces of a page's formulas, cut to the characters that stand in them and written into the page: its
 * first layout is its last, and no font is fetched for it. Other characters come from the whole face, whose rule stands
 * before in the sheet: of two rules for one face the later one has its characters.
 * `html` is the page's markup, `faces` are names of KaTeX's font files, `read` gives such a file.
 */
export async function inlineFaces(
  html: string,
  faces: readonly string[],
  read: (face: string) => Buffer,
): Promise<string> {
  const characters = [...new Set([...always, ...formulaText(html)])].toSorted().join("");
  const rules = await Promise.all(
    faces.map(async (face) => {
      const cut = await subsetFont(read(face), characters, { targetFormat: "woff2" });
      return `@font-face{${ruleFor(face)};src:url(data:font/woff2;base64,${cut.toString("base64")}) format("woff2");unicode-range:${rangeOf(characters)}}`;
    }),
  );
  return rules.join("");
}

/** The text of formulas as they are set, without their MathML. */
export function formulaText(html: string): string {
  let text = "";
  let depth = 0;
  for (const [, tag, attributes = "", words = ""] of html.matchAll(/<(\/?\w+)([^>]*)>|([^<]+)/g)) {
    if (tag === undefined) {
      if (depth > 0) text += words;
    } else if (tag === "/span") depth = Math.max(0, depth - 1);
    else if (tag === "span" && (depth > 0 || attributes.includes("katex-html"))) depth += 1;
  }
  return text.replace(/&(?:lt|gt|amp|quot|#x27);/g, (entity) => entities[entity] ?? "");
}

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#x27;": "'",
};

/** "KaTeX_Main-BoldItalic" as its sheet describes it. */
function ruleFor(face: string): string {
  const [family = "", cut = ""] = face.split("-");
  return `font-family:${family};font-weight:${cut.includes("Bold") ? 700 : 400};font-style:${cut.includes("Italic") ? "italic" : "normal"}`;
}

function rangeOf(characters: string): string {
  return [...characters].map((character) => `U+${character.codePointAt(0)?.toString(16)}`).join(",");
}
