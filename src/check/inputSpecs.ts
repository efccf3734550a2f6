import { hashText } from "../calculus/hashText";
import type { Leaf } from "../calculus/World";
import type { Declaration, Scope } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { print } from "../formula/print";
import type { Domain } from "./Domain";
import { domainOf } from "./inferDomains";
import type { InputSpec } from "./Workbench";

/** Sliders for the free numbers of a page: as declared where the author says so, else from domain and name. */
export function inputSpecs(
  leaves: readonly Leaf[],
  scope: Scope,
  canonical: (name: string) => string,
  batched: (name: string, position: number) => boolean,
): readonly InputSpec[] {
  const order = new Map(scope.declarations.map((declaration, at) => [canonical(declaration.name), at]));
  const rank = (leaf: Leaf) => order.get(leaf.name) ?? (isLabel(leaf, undefined) ? order.size + 1 : order.size);
  const sorted = leaves.toSorted((a, b) => rank(a) - rank(b) || compareNames(a, b) || compareIndices(a, b));
  return sorted.map((leaf) => spec(leaf, leaves, scope, canonical, batched));
}

function spec(
  leaf: Leaf,
  leaves: readonly Leaf[],
  scope: Scope,
  canonical: (name: string) => string,
  batched: (name: string, position: number) => boolean,
): InputSpec {
  const declaration = declarationFor(leaf, scope.declarations, canonical);
  const domain = domainOf(leaf, scope, canonical);
  const label = isLabel(leaf, declaration);
  const [min, max] = span(domain, declaration, label);
  const choices = declaration?.choices ?? null;
  const row = leaves.filter(
    (other) =>
      other.name === leaf.name &&
      other.indices.length > 0 &&
      other.indices.slice(0, -1).join() === leaf.indices.slice(0, -1).join(),
  );
  const vectorLabel = label && row.length > 1;
  const lastIndex = leaf.indices.at(-1) ?? 1;
  return {
    key: leaf.key,
    name: leaf.name,
    indices: leaf.indices,
    tex: printLeaf(leaf, batched),
    min,
    max,
    step:
      choices !== null && choices.length > 1
        ? Math.abs((choices[1] as number) - (choices[0] as number))
        : stepFor(max - min),
    initial: initialValue(leaf, declaration, min, max, vectorLabel, lastIndex, row.length),
    choices,
    role: label ? "label" : "input",
    simplex: vectorLabel ? row.map((other) => other.key) : null,
  };
}

function declarationFor(
  leaf: Leaf,
  declarations: readonly Declaration[],
  canonical: (name: string) => string,
): Declaration | undefined {
  const named = declarations.filter((one) => canonical(one.name) === leaf.name);
  const exact = named.find(
    (one) =>
      one.indices.length > 0 &&
      one.indices.every((index, at) => index.kind === "number" && Number(index.text) === leaf.indices[at]),
  );
  return exact ?? named.find((one) => one.indices.every((index) => index.kind !== "number"));
}

function isLabel(leaf: Leaf, declaration: Declaration | undefined): boolean {
  if (declaration?.set === "one-hot" || declaration?.set === "simplex") return true;
  return /^(bold )?[yt](\^\(\))?$/.test(leaf.name);
}

function span(domain: Domain, declaration: Declaration | undefined, label: boolean): readonly [number, number] {
  if (declaration?.range) return declaration.range;
  if (declaration?.choices && declaration.choices.length > 0)
    return [Math.min(...declaration.choices), Math.max(...declaration.choices)];
  if (label) return [0, 1];
  const low = Number.isFinite(domain.low) ? domain.low : Number.isFinite(domain.high) ? domain.high - 4 : -3;
  const high = Number.isFinite(domain.high) ? domain.high : low < -2.5 ? 3 : low + 4;
  const inset = (high - low) / 100;
  return [
    domain.lowOpen && Number.isFinite(domain.low) ? low + inset : low,
    domain.highOpen && Number.isFinite(domain.high) ? high - inset : high,
  ];
}

function stepFor(width: number): number {
  return width <= 2 ? 0.01 : width <= 20 ? 0.01 : 0.1;
}

function initialValue(
  leaf: Leaf,
  declaration: Declaration | undefined,
  min: number,
  max: number,
  vectorLabel: boolean,
  index: number,
  size: number,
): number {
  const value = declaration?.value;
  if (typeof value === "number") return value;
  const entry = value?.[index - 1];
  if (entry !== undefined) return entry;
  if (vectorLabel) return index === Math.min(3, size) ? 1 : 0;
  const unit = 0.15 + 0.7 * ((hashText(leaf.key) % 97) / 97);
  return Math.round((min + unit * (max - min)) * 20) / 20;
}

/** z_{1,2} with a batch of one is simply z_2. */
function printLeaf(leaf: Leaf, batched: (name: string, position: number) => boolean): string {
  const shown = leaf.indices.filter((_, position) => leaf.indices.length === 1 || !batched(leaf.name, position));
  const at = { start: 0, end: 0 };
  const indices = shown.map((value): Expression => ({ kind: "number", text: String(value), span: at }));
  return print({
    kind: "variable",
    name: shown.length === leaf.indices.length ? leaf.name : leaf.name.replace(/\^\(\)$/, ""),
    indices,
    span: at,
  });
}

function compareNames(a: Leaf, b: Leaf): number {
  const usual = ["x", "w", "b", "z"];
  const place = (leaf: Leaf) => (usual.includes(leaf.name) ? usual.indexOf(leaf.name) : usual.length);
  return place(a) - place(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

function compareIndices(a: Leaf, b: Leaf): number {
  for (let at = 0; at < Math.min(a.indices.length, b.indices.length); at += 1) {
    const difference = (a.indices[at] as number) - (b.indices[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
