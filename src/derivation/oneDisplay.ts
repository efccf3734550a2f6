/** A display longer than this is taken as one whose end was forgotten. */
export const longestDisplay = 20_000;

const words = /(?:\p{L}{2,}[,;:]?\s+){3,}\p{L}{2,}|\p{Script=Han}{6,}/u;

/**
 * Whether what stands between two delimiters is one display. It is not when the author forgot the first one's end, so
 * that a heading, a code fence or prose comes between.
 */
export function isOneDisplay(content: string, quoted: boolean): boolean {
  if (content.length > longestDisplay) return false;
  const lines = content.split("\n");
  return lines.every((line, index) => {
    if (index === 0) return true;
    if (quoted && !/^\s*>/.test(line)) return false;
    const bare = line.replace(/^[\s>]+/, "");
    return !/^(?:#{1,6}\s|`{3}|~{3})/.test(bare) && !isProse(bare);
  });
}

function isProse(line: string): boolean {
  const comment = line.search(/(?<!\\)%/);
  const formula = comment === -1 ? line : line.slice(0, comment);
  if (!/\p{L}{2}/u.test(formula)) return false;
  return words.test(
    formula.replace(/\\(?:text\w*|mbox|mathrm|operatorname)\s*\{[^}]*\}/g, " ").replace(/\\[a-zA-Z]+/g, "\\"),
  );
}
