import type { Expression } from "../formula/Expression";

/** The key under which a label such as the y_i of p_{y_i} stands in an index environment: "y_{i}". */
export function labelKey(name: string, indices: readonly Expression[]): string {
  return `${name}_{${indices.map(plain).join(",")}}`;
}

function plain(index: Expression): string {
  if (index.kind === "variable") return index.indices.length === 0 ? index.name : labelKey(index.name, index.indices);
  return index.kind === "number" ? index.text : "?";
}
