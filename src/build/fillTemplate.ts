import { metaPolicy } from "./contentSecurityPolicy";
import type { PageStyle } from "./pageStyle";

/** A page as the renderer gives it. `path` is relative to the site's root: "softmax/chain-rule/index.html". */
export interface PrerenderedPage {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
  /** Id of the document whose module the page needs at once, or null. */
  readonly document: string | null;
}

/** The part of Vite's manifest that is read here: source path → built file and what it imports at once. */
export type Manifest = Readonly<
  Record<string, { readonly file: string; readonly css?: readonly string[]; readonly imports?: readonly string[] }>
>;

/** What main.ts asks for when it has begun to listen: what a section answers with; elsewhere the views at once. */
const answering = "src/startLive.ts";
const views = "src/startSite.tsx";

/**
 * Puts a page into the built index.html. `root` leads from the page to the site's root ("../../", or an absolute base).
 * What the page needs is named in the order in which it is needed: its style stands in it, then come the script that
 * listens to the reader, what answers, and the document. Its views are not hurried.
 */
export function fillTemplate(
  template: string,
  page: PrerenderedPage,
  root: string,
  manifest: Manifest,
  style: PageStyle,
): string {
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${metaPolicy([style.hash])}">`,
    `<title>${escapeText(page.title)}</title>`,
    `<meta name="description" content="${escapeText(page.description)}">`,
  ];
  const preloads = [
    ...filesOf(page.document === null ? views : answering, manifest),
    ...documentFiles(page.document, manifest),
  ].map((file) => `<link rel="modulepreload" href="${root}${file}">`);
  // Chromium decodes a face of the style when it has laid out what needs it, and lays out again: one that is preloaded
  // is waited for instead (it holds the first paint back for as long as 50 ms). What stands twice is packed as one.
  const faces = style.faces
    .map((face) => `\n    <link rel="preload" as="font" type="font/woff2" crossorigin href="${face}">`)
    .join("");
  return template
    .replace(/\s*<!--.*?-->/gs, "")
    .replace(/\s*<title>.*?<\/title>/s, "")
    .replace(/\s*<meta name="description"[^>]*>/, "")
    .replace(/\s*<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, "")
    .replaceAll('="./', `="${root}`)
    .replace(/(<meta charset[^>]*>)/, (charset) => [charset, ...head].join("\n    "))
    .replace(/\s*<script type="module"/, (script) => `\n    <style>${style.text}</style>${faces}${script}`)
    .replace("</head>", () => `  ${preloads.join("\n    ")}\n  </head>`)
    .replace('<div id="root"></div>', () => `<div id="root">${page.body}</div>`);
}

function documentFiles(id: string | null, manifest: Manifest): readonly string[] {
  const source = Object.keys(manifest).find((path) => path.endsWith(`library/${id}.md`));
  return id === null || source === undefined ? [] : filesOf(source, manifest);
}

/** A module's file and those that it imports at once. */
function filesOf(source: string, manifest: Manifest): readonly string[] {
  const chunk = manifest[source];
  if (chunk === undefined) return [];
  return [...new Set([chunk.file, ...(chunk.imports ?? []).flatMap((name) => filesOf(name, manifest))])];
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
