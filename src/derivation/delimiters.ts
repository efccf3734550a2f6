/** How mathematics begins besides dollars, brackets and fences; all are sticky. */

export const bareEnvironment =
  /\\begin\{(align|aligned|alignat|alignedat|equation|eqnarray|gather|gathered|split|multline|displaymath|math|flalign)(?:\\?\*)?\}/y;

export const mathScript = /<script\s+type=["']math\/tex(;\s*mode=display)?["']\s*>/iy;

export const katexShortcode = /\{\{[<%]\s*katex\b([^>%]*)[>%]\}\}/y;

export const katexShortcodeEnd = /\{\{[<%]\s*\/katex\s*[>%]\}\}/g;

/** An image that a service draws from the TeX in its address. */
export const codecogsImage =
  /!\[[^\]\n]*\]\(\s*<?https?:\/\/latex\.codecogs\.com\/[\w.]+\?([^\n]*?)\)(?=\s|[.,;:)]|$)/y;

export const whereComment = /<!--\s*where:\s*/y;

/** `\[1\]` and `\(see below\)` are brackets that Markdown escapes, not mathematics. */
export function isEscapedText(content: string): boolean {
  return content.trim() === "" || /^\s*(?:\d[\d\s,]*|[^\\^_=+]*\p{L}{2,}[^\\^_=+]*)$/u.test(content);
}
