import { createHash } from "node:crypto";

/** The style that a page carries within itself, and the hash by which its policy allows it. */
export interface PageStyle {
  readonly text: string;
  readonly hash: string;
  /** The faces that it holds, as addresses in its order: compression finds what is repeated within 32 kB. */
  readonly faces: readonly string[];
}

/**
 * The site's one style sheet as it stands in a page: the first paint waits for nothing but the page itself. Addresses in
 * it are relative to the sheet, which lies in `assets/`; within a page they start at the page's way to the root.
 */
export function pageStyle(sheet: string, root: string): PageStyle {
  const text = sheet.trim().replaceAll("url(./", `url(${root}assets/`);
  if (/<\/style/i.test(text)) throw new Error("A style sheet that ends its own element can't stand in a page");
  const faces = [...text.matchAll(/url\((data:font\/woff2;base64,[^)]*)\)/g)].map(([, face = ""]) => face);
  return { text, faces, hash: `sha256-${createHash("sha256").update(text).digest("base64")}` };
}
