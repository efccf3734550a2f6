import type { Plugin } from "vite";

/**
 * KaTeX's style sheet offers each face in three formats. Every browser that runs this page reads woff2, so the other
 * two are cut from the sheet and never copied; a browser fetches a face only when a formula uses it.
 */
export function katexStyles(): Plugin {
  return {
    name: "backstep:katex-styles",
    enforce: "pre",
    transform: {
      filter: { id: /katex(\.min)?\.css$/ },
      handler: (code) => onlyWoff2(code),
    },
  };
}

export function onlyWoff2(css: string): string {
  return css.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("[a-z]+"\)/g, "");
}
