/** From a page to the site's root. A host shows 404.html at any address, so there only an absolute path is right. */
export function rootOf(path: string, base: string): string {
  if (path === "404.html") return base;
  const depth = path.split("/").length - 1;
  return depth === 0 ? "./" : "../".repeat(depth);
}
