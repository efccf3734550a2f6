/**
 * What a page may load and run: its own files, nothing else, and no script from a string. Faces of its formulas may
 * stand within its style.
 *
 * A page's own style is named by its hash. `style-src-attr` is the one exception: KaTeX places every box by an inline style (height:1.07em), and a page that is
 * prerendered carries them as attributes. They are written by KaTeX from lengths that it has parsed, never from text
 * of a document; other <style> elements and style sheets from elsewhere stay forbidden.
 */
const directives: readonly (readonly [name: string, ...values: readonly string[]])[] = [
  ["default-src", "'none'"],
  ["script-src", "'self'"],
  ["style-src", "'self'"],
  ["style-src-attr", "'unsafe-inline'"],
  ["img-src", "'self'", "data:"],
  ["font-src", "'self'", "data:"],
  ["connect-src", "'self'"],
  ["worker-src", "'self'"],
  ["manifest-src", "'self'"],
  ["base-uri", "'none'"],
  ["form-action", "'none'"],
  ["object-src", "'none'"],
  ["require-trusted-types-for", "'script'"],
  ["trusted-types", "app-worker"],
];

/** The policy as it stands in a page's <meta>, what a static host without headers can give. `styles` are hashes. */
export function metaPolicy(styles: readonly string[]): string {
  const allowed = styles.map((hash) => `'${hash}'`);
  return directives
    .map(([name, ...values]) => [name, ...values, ...(name === "style-src" ? allowed : [])].join(" "))
    .join("; ");
}

/**
 * Headers that a host should send with every answer, for a site whose pages carry these styles. `frame-ancestors` is
 * heard in a header only.
 */
export function securityHeaders(styles: readonly string[]): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": `${metaPolicy(styles)}; frame-ancestors 'none'`,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
}

/** Headers for hosts that read a `_headers` file; other hosts' configuration can be copied from it. */
export function headersFile(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `/*\n${lines.join("")}`;
}

export function readHeadersFile(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}
