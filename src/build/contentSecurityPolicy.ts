/**
 * What a page may load and run: its own files, nothing else, and no script from a string.
 *
 * `style-src-attr` is the one exception. KaTeX places every box by an inline style (height:1.07em), and a page that is
 * prerendered carries them as attributes. They are written by KaTeX from lengths that it has parsed, never from text
 * of a document; <style> elements and style sheets from elsewhere stay forbidden.
 */
const directives: readonly (readonly [name: string, value: string])[] = [
  ["default-src", "'none'"],
  ["script-src", "'self'"],
  ["style-src", "'self'"],
  ["style-src-attr", "'unsafe-inline'"],
  ["img-src", "'self' data:"],
  ["font-src", "'self'"],
  ["connect-src", "'self'"],
  ["worker-src", "'self'"],
  ["manifest-src", "'self'"],
  ["base-uri", "'none'"],
  ["form-action", "'none'"],
  ["object-src", "'none'"],
  ["require-trusted-types-for", "'script'"],
  ["trusted-types", "app-worker"],
];

/** The policy as it stands in each page's <meta>: what a static host without headers can give. */
export const metaPolicy = directives.map((directive) => directive.join(" ")).join("; ");

/** Headers that a host should send with every answer. `frame-ancestors` is heard in a header only. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": `${metaPolicy}; frame-ancestors 'none'`,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** The same headers for hosts that read a `_headers` file; other hosts' configuration can be copied from it. */
export const headersFile = `/*\n${Object.entries(securityHeaders)
  .map(([name, value]) => `  ${name}: ${value}\n`)
  .join("")}`;
