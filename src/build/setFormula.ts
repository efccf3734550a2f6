import katex, { type KatexOptions } from "katex";
import type { FormulaStyle } from "../views/formulaKey";
import type { SetFormula } from "../views/SetFormula";
import { readKatexMarkup } from "./katexMarkup";

/** Commands that define others: KaTeX bounds how often they expand, not how much they write. */
const definers = [
  "\\def",
  "\\gdef",
  "\\edef",
  "\\xdef",
  "\\let",
  "\\futurelet",
  "\\newcommand",
  "\\renewcommand",
  "\\providecommand",
  "\\global",
  "\\long",
  "\\expandafter",
  "\\noexpand",
  "\\csname",
  "\\show",
  "\\errmessage",
];

const options: KatexOptions = {
  output: "htmlAndMathml",
  throwOnError: true,
  maxSize: 20,
  maxExpand: 250,
  strict: "ignore",
  trust: ({ command }) => command === "\\htmlClass" || command === "\\htmlData",
};

/**
 * Sets TeX with KaTeX, HTML and MathML together. `marked` is the same formula with symbols wrapped in the page's own
 * \htmlClass or \htmlData hooks. What KaTeX can't set is shown as its source.
 */
export function setFormula(tex: string, style: FormulaStyle, marked: string = tex): SetFormula {
  const hostile = /\\(?:html|href|url|includegraphics)/.test(tex) || tex.length > 2000;
  return (hostile ? null : (typeset(marked, tex, style) ?? typeset(tex, tex, style))) ?? asSource(tex);
}

function typeset(marked: string, tex: string, style: FormulaStyle): SetFormula | null {
  try {
    const macros = Object.fromEntries(definers.map((name) => [name, ""]));
    const markup = katex.renderToString(marked, { ...options, macros, displayMode: style === "display" });
    return annotate(readKatexMarkup(markup), tex);
  } catch {
    return null;
  }
}

/**
 * The MathML annotation is what a reader copies: it must be the document's TeX, without our marks. In the HTML the
 * class `part-3` of a mark becomes `data-part="3"`.
 */
function annotate(node: SetFormula, tex: string): SetFormula {
  if (node.tag === "annotation") return { ...node, children: [tex] };
  const { children, ...own } = node.class?.startsWith("enclosing") ? numbered(node) : node;
  if (children === undefined) return own;
  return { ...own, children: children.map((child) => (typeof child === "string" ? child : annotate(child, tex))) };
}

function numbered({ class: names = "", ...node }: SetFormula): SetFormula {
  const number = /\bpart-(\d+)$/.exec(names)?.[1];
  const classes = names.replace(/^enclosing ?/, "").replace(/ ?part-\d+$/, "");
  return {
    ...node,
    ...(classes === "" ? {} : { class: classes }),
    ...(number === undefined ? {} : { attrs: { ...node.attrs, "data-part": number } }),
  };
}

function asSource(tex: string): SetFormula {
  return { tag: "span", class: "formula-source", children: [tex] };
}
