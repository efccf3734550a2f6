import type { SetFormula } from "../views/SetFormula";

/**
 * KaTeX's markup as a plain tree. KaTeX writes one well-formed element with quoted attributes and five entities;
 * anything else is an error, so a change of KaTeX's output is found at build time and not on a page.
 */
export function readKatexMarkup(markup: string): SetFormula {
  const root: OpenElement = { tag: "root", children: [] };
  const open = [root];
  for (const [piece, closing, tag, attributes = "", selfClosing, text] of pieces(markup)) {
    const parent = open[open.length - 1];
    if (parent === undefined) throw new Error(`KaTeX wrote ${piece} after its last element`);
    if (text !== undefined) parent.children.push(decode(text));
    else if (tag !== undefined) {
      const element: OpenElement = { tag, ...readAttributes(attributes), children: [] };
      parent.children.push(element);
      if (selfClosing === "") open.push(element);
    } else if (open.pop()?.tag !== closing) throw new Error(`KaTeX wrote ${piece} out of turn`);
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || typeof only !== "object" || others.length > 0) throw new Error("KaTeX wrote no one element");
  return only;
}

type OpenElement = Omit<SetFormula, "children"> & { readonly children: (SetFormula | string)[] };

const piecePattern = /<\/([a-z]+)>|<([a-z]+)((?:\s+[a-zA-Z0-9:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gy;

function pieces(markup: string): readonly RegExpMatchArray[] {
  const found = [...markup.matchAll(piecePattern)];
  const length = found.reduce((sum, match) => sum + match[0].length, 0);
  if (length !== markup.length) throw new Error(`KaTeX wrote ${markup.slice(length, length + 40)}`);
  return found;
}

/** Namespaces are left out: an element's own name says which one it is of. */
function readAttributes(text: string): Omit<SetFormula, "tag" | "children"> {
  const {
    class: names,
    style,
    xmlns: _namespace,
    ...attrs
  } = Object.fromEntries(
    [...text.matchAll(/([a-zA-Z0-9:-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, decode(value)]),
  );
  return {
    ...(names ? { class: names } : {}),
    ...(style ? { style: readStyle(style) } : {}),
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
  };
}

function readStyle(style: string): Readonly<Record<string, string>> {
  const rules = style.split(";").filter((rule) => rule.includes(":"));
  return Object.fromEntries(
    rules.map((rule) => {
      const colon = rule.indexOf(":");
      return [rule.slice(0, colon).trim(), rule.slice(colon + 1).trim()];
    }),
  );
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

function decode(text: string): string {
  return text.replace(/&(#x27|\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
