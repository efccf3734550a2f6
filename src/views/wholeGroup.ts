const opening = new Map([
  ["\\left", "\\right"],
  ["\\begin", "\\end"],
  ["{", "}"],
]);

/**
 * True where these characters of a formula can be put into a group of their own: braces, \left and \right, \begin and
 * \end match inside, no cell ends, no command is cut in two.
 */
export function isWholeGroup(tex: string, start: number, end: number): boolean {
  const own = tex.slice(start, end);
  if (own === "" || own !== own.trim()) return false;
  if (/(?:^|[^\\])(?:\\\\)*\\[A-Za-z]*$/.test(tex.slice(0, start)) && /^[A-Za-z]/.test(own)) return false;
  if (/\\[A-Za-z]+$/.test(own) && /^[A-Za-z]/.test(tex.slice(end))) return false;
  const awaited: string[] = [];
  for (const [token] of own.matchAll(/\\[A-Za-z]+|\\[\s\S]|[{}&]/g)) {
    const closing = opening.get(token);
    if (closing !== undefined) awaited.push(closing);
    else if (token === "}" || token === "\\right" || token === "\\end") {
      if (awaited.pop() !== token) return false;
    } else if ((token === "&" || token === "\\\\") && !awaited.includes("\\end")) return false;
  }
  return awaited.length === 0;
}
