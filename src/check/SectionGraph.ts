import type { NodeId } from "../calculus/Graph";
import { inputsBelow } from "../calculus/inputsBelow";
import type { Derivation } from "../derivation/Derivation";
import { axisSpecs, type IntermediateAxis } from "./axisSpecs";
import type { Bindings } from "./Bindings";
import { inputSpecs } from "./inputSpecs";
import { type PageWorld, pageWorld } from "./PageWorld";
import { type PageLine, pageLines } from "./pageLines";
import { findLoss, type Loss } from "./pageLoss";
import { indexSpecs, type PreparedLine, prepareLine } from "./prepareLines";
import { surveyor } from "./surveyor";
import type { IndexSpec, InputSpec } from "./Workbench";

export interface WorkbenchOptions {
  /** Sizes of index ranges by letter or by slot, position `1` of `z`: {K: 5, "z#1": 5}. */
  readonly sizes?: Readonly<Record<string, number>>;
}

/** A section's formulas as nodes of graphs, one graph for each of its scopes. */
export interface SectionGraph {
  readonly lines: readonly PageLine[];
  /** The lines' nodes, in the same order. */
  readonly prepared: readonly PreparedLine[];
  readonly worldOf: (scope: number) => PageWorld;
  /** The worlds that lines are in. */
  readonly worlds: () => readonly PageWorld[];
  /** Scope of the section itself. */
  readonly home: number;
  readonly loss: Loss | null;
  readonly axes: readonly IntermediateAxis[];
  readonly inputs: readonly InputSpec[];
  readonly indices: readonly IndexSpec[];
  /** A line's node at the chosen indices; null where it has none. */
  readonly nodeOf: (line: number, bindings: Bindings) => NodeId | null;
}

/** Makes a section's graphs in pieces: at each `yield` whoever asked may do something else first. */
export function* sectionGraph(
  derivation: Derivation,
  sectionId: string,
  options: WorkbenchOptions,
): Generator<void, SectionGraph> {
  const section = derivation.sections.find((one) => one.id === sectionId);
  const bench = surveyor(derivation, { classes: 4, batch: 1, sizes: options.sizes ?? {} });
  const lines = section === undefined ? [] : pageLines(derivation, section);
  const made = new Map<number, PageWorld>();
  const worldOf = (scope: number): PageWorld => {
    const known = made.get(scope) ?? pageWorld(bench.scope(scope));
    made.set(scope, known);
    return known;
  };
  const home = section?.scope ?? 0;
  const homeWorld = worldOf(home);
  yield;
  const prepared: PreparedLine[] = [];
  for (const line of lines) {
    prepared.push(prepareLine(line, worldOf(line.scope)));
    yield;
  }
  const loss =
    findLoss(lines, worldOf) ??
    findLoss(
      derivation.sections.flatMap((one) => pageLines(derivation, one).map((line) => ({ ...line, scope: home }))),
      worldOf,
    );
  yield;
  const axes = axisSpecs(lines, worldOf, home);
  yield;
  const inputs = inputSpecs(
    leavesBelow(prepared, loss),
    homeWorld.surveyed.source.scope,
    homeWorld.world.canonical,
    (name, position) => homeWorld.world.ranges.slotSize(name, position) === 1,
  );
  return {
    lines,
    prepared,
    worldOf,
    worlds: () => [...made.values()],
    home,
    loss,
    axes,
    inputs,
    indices: indexSpecs(prepared),
    nodeOf: (line, bindings) => {
      const one = prepared[line];
      if (one === undefined) return null;
      const chosen = one.letters.map((letter) => String(bindings.indices[letter] ?? 1)).join();
      return one.nodes.get(chosen) ?? null;
    },
  };
}

/** The free numbers that the lines and the loss are made of. */
function leavesBelow(
  prepared: readonly PreparedLine[],
  loss: Loss | null,
): readonly { readonly key: string; readonly name: string; readonly indices: readonly number[] }[] {
  const used = new Map<string, { readonly key: string; readonly name: string; readonly indices: readonly number[] }>();
  const needed = new Map<PageWorld, NodeId[]>();
  for (const one of prepared) needed.set(one.world, [...(needed.get(one.world) ?? []), ...one.nodes.values()]);
  for (const [page, nodes] of needed)
    for (const node of inputsBelow(page.world.builder.nodes, [
      ...nodes,
      ...(loss?.world === page ? [...loss.nodes.values()] : []),
    ]).inputs) {
      const leaf = page.world.leaves.get(node);
      if (leaf !== undefined) used.set(leaf.key, leaf);
    }
  return [...used.values()];
}
