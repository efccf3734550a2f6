import type { Formula, Segment } from "./Derivation";

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&apos;": "'",
  "&nbsp;": " ",
  "&minus;": "-",
};

const quotePrefix = /[ \t]*>[ \t]?/y;

/**
 * The TeX that an author meant between `start` and `end`: quote prefixes are removed (`quoted`), HTML entities
 * decoded, and the escapes undone by which a formula survives a Markdown parser: `\_`, `\*`, `\\\\` for a row break.
 */
export function cleanTex(text: string, start: number, end: number, quoted: boolean): Formula {
  const builder = new FormulaBuilder();
  const fourBackslashes = /(?<!\\)\\{4}(?!\\)/.test(text.slice(start, end));
  let at = start;
  while (at < end) {
    const character = text.charAt(at);
    if (character === "\n" && quoted) {
      builder.add("\n", at);
      at = afterQuotePrefix(text, at + 1, end);
    } else if (character === "\r") {
      at++;
    } else if (character === "&") {
      const entity = /^&(?:[a-z]+|#39);/.exec(text.slice(at, at + 8))?.[0] ?? "";
      const decoded = entities[entity];
      builder.add(decoded ?? "&", at);
      at += decoded === undefined ? 1 : entity.length;
    } else if (character === "\\" && fourBackslashes && text.startsWith("\\\\\\\\", at)) {
      builder.add("\\\\", at);
      at += 4;
    } else if (character === "\\" && "_*".includes(text.charAt(at + 1)) && at + 1 < end) {
      builder.add(text.charAt(at + 1), at + 1);
      at += 2;
    } else if (character === "\\") {
      builder.add(text.slice(at, Math.min(end, at + 2)), at);
      at += 2;
    } else {
      builder.add(character, at);
      at++;
    }
  }
  return builder.formula();
}

/** TeX that stands URL-encoded in an image's address, where a doubled backslash is a single one. */
export function decodedTex(encoded: string, source: number): Formula {
  let tex = encoded.replaceAll("+", " ");
  try {
    tex = decodeURIComponent(tex);
  } catch {
    // A stray % stays as it was written.
  }
  tex = tex.replace(/\\(?:large|small|inline|dpi\{\d+\}|bg_\w+|fn_\w+)\s?/g, "");
  if (/\\\\[a-zA-Z]/.test(tex) && !/(?<!\\)\\[a-zA-Z]/.test(tex)) tex = tex.replaceAll("\\\\", "\\");
  return { tex, segments: [{ at: 0, source }] };
}

function afterQuotePrefix(text: string, at: number, end: number): number {
  quotePrefix.lastIndex = at;
  let after = at;
  while (quotePrefix.test(text) && quotePrefix.lastIndex <= end) after = quotePrefix.lastIndex;
  return after;
}

/** Collects characters with their places; a new segment begins wherever the document and the TeX part. */
class FormulaBuilder {
  private readonly parts: string[] = [];
  private readonly segments: Segment[] = [];
  private length = 0;
  private expected = -1;

  add(characters: string, source: number): void {
    if (source !== this.expected) this.segments.push({ at: this.length, source });
    this.parts.push(characters);
    this.length += characters.length;
    this.expected = source + characters.length;
  }

  formula(): Formula {
    return { tex: this.parts.join(""), segments: this.segments };
  }
}
