import type { ComputationGraph, GraphObservation } from "../check/computationGraph";
import { narrowText, numberText, shortText } from "./formatNumber";
import type { GraphNames } from "./graphNames";
import type { GraphLink, GraphPart } from "./graphParts";
import { alongPath } from "./graphPaths";

/** What a part is called: a folded one by its first and last entry. */
export function partName({ members, symbol, kind }: GraphPart, names: GraphNames): string {
  const [first = 0, last = first] = [members[0], members.at(-1)];
  if (kind === "output") return names.output;
  return members.length > 1 ? `${names.nodes[first]}…${names.nodes[last]}` : (names.nodes[first] ?? symbol);
}

/** The value of the entry that stands for a part; labels are told one by one where there is room. */
export function partValue({ members, kind }: GraphPart, chosen: number, seen: GraphObservation): string {
  const valueAt = (member: number) => seen.values[member] ?? Number.NaN;
  if (kind !== "label") return numberText(valueAt(chosen), 4);
  const all = members.map((member) => shortText(valueAt(member), 2)).join(" ");
  return all.length <= 11 ? all : shortText(valueAt(chosen));
}

/** A part as it is read aloud. */
export function partSentence(part: GraphPart, chosen: number, names: GraphNames, seen: GraphObservation): string {
  const folded = part.members.length > 1 ? `, folded, here ${names.nodes[chosen]}` : "";
  const value = numberText(seen.values[chosen] ?? Number.NaN, 4);
  const slope = part.kind === "label" ? "a label" : `slope ${numberText(seen.adjoints[chosen] ?? Number.NaN, 4)}`;
  return `${partName(part, names)}${folded}: value ${value}, ${slope}`;
}

/** The local derivative on a link, or how many there are in it. */
export function linkText({ edges }: GraphLink, seen: GraphObservation): string {
  const [edge = 0] = edges;
  return edges.length === 1 ? narrowText(seen.locals[edge] ?? Number.NaN) : `${edges.length} slopes`;
}

/** A link in words: its local derivative. */
export function linkSentence(
  { edges }: GraphLink,
  graph: ComputationGraph,
  names: GraphNames,
  seen: GraphObservation,
): string {
  return edges
    .slice(0, 6)
    .map((edge) => {
      const { from, to } = graph.edges[edge] ?? { from: 0, to: 0 };
      return `∂${names.nodes[to]}/∂${names.nodes[from]} = ${numberText(seen.locals[edge] ?? Number.NaN, 6)}`;
    })
    .join("; ")
    .concat(edges.length > 6 ? `; and ${edges.length - 6} more: unfold to see each.` : ".");
}

/** "∂L/∂a · ∂a/∂z", a path as its product. */
export function pathProduct(path: readonly number[], { edges }: ComputationGraph, { nodes }: GraphNames): string {
  return path
    .toReversed()
    .map((edge) => `∂${nodes[edges[edge]?.to ?? 0]}/∂${nodes[edges[edge]?.from ?? 0]}`)
    .join(" · ");
}

/** "(−1.56) · 0.21 = −0.33", the same in numbers. */
export function pathNumbers(path: readonly number[], { locals }: GraphObservation): string {
  const factors = path.toReversed().map((edge) => numberText(locals[edge] ?? Number.NaN, 4));
  const shown = factors.map((text, at) => (at > 0 && text.startsWith("−") ? `(${text})` : text));
  const product = numberText(alongPath(path, locals), 6);
  return factors.length === 1 ? product : `${shown.join(" · ")} = ${product}`;
}
