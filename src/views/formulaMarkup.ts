const svgTags = new Set(["svg", "path", "line"]);

const mathTags = new Set([
  "math",
  "semantics",
  "annotation",
  "mrow",
  "mi",
  "mo",
  "mn",
  "mtext",
  "mspace",
  "mfrac",
  "msqrt",
  "mroot",
  "msub",
  "msup",
  "msubsup",
  "munder",
  "mover",
  "munderover",
  "mtable",
  "mtr",
  "mtd",
  "mlabeledtr",
  "mstyle",
  "mpadded",
  "mphantom",
  "menclose",
  "merror",
]);

const attributes = new Set([
  "aria-hidden",
  "display",
  "encoding",
  "width",
  "height",
  "viewBox",
  "preserveAspectRatio",
  "d",
  "x1",
  "x2",
  "y1",
  "y2",
  "stroke-width",
  "mathvariant",
  "stretchy",
  "fence",
  "separator",
  "lspace",
  "rspace",
  "minsize",
  "maxsize",
  "accent",
  "accentunder",
  "linethickness",
  "rowspacing",
  "columnspacing",
  "columnalign",
  "columnlines",
  "rowlines",
  "scriptlevel",
  "displaystyle",
  "movablelimits",
  "largeop",
  "symmetric",
  "form",
  "depth",
  "voffset",
  "notation",
  "side",
  "mathcolor",
  "data-part",
]);

const properties = new Set([
  "height",
  "width",
  "min-width",
  "top",
  "left",
  "bottom",
  "position",
  "vertical-align",
  "margin-left",
  "margin-right",
  "margin-top",
  "margin-bottom",
  "padding-left",
  "padding-right",
  "color",
  "background-color",
  "border-style",
  "border-color",
  "border-width",
  "border-top-width",
  "border-right-width",
  "border-bottom-width",
  "border-left-width",
  "border-right-style",
  "border-bottom-style",
  "font-size",
  "text-shadow",
]);

export type Namespace =
  | "http://www.w3.org/1999/xhtml"
  | "http://www.w3.org/2000/svg"
  | "http://www.w3.org/1998/Math/MathML";

/** Where an element of a set formula belongs, or null where it may not stand on a page. */
export function namespaceOf(tag: string): Namespace | null {
  if (tag === "span") return "http://www.w3.org/1999/xhtml";
  if (svgTags.has(tag)) return "http://www.w3.org/2000/svg";
  return mathTags.has(tag) ? "http://www.w3.org/1998/Math/MathML" : null;
}

export function isAllowedAttribute(name: string): boolean {
  return attributes.has(name);
}

/** KaTeX's own lengths and colours: nothing that could fetch or cover. */
export function isAllowedStyle(property: string, value: string): boolean {
  return properties.has(property) && !/[(;\\]/.test(value.replace(/rgba?\(/g, "")) && value !== "fixed";
}
