import type { NodeId } from "../calculus/Graph";
import { headVariable } from "./headVariable";
import { choices, type PageWorld } from "./PageWorld";
import type { PageLine } from "./pageLines";
import type { IndexSpec } from "./Workbench";

/** A line ready to be computed: its node for every choice of its free indices, keyed "1,3" in the order of `letters`. */
export interface PreparedLine {
  readonly world: PageWorld;
  readonly scope: number;
  readonly letters: readonly string[];
  readonly sizes: ReadonlyMap<string, number>;
  readonly nodes: ReadonlyMap<string, NodeId>;
  readonly unavailable: string | null;
}

/** A line's node for every choice of its free indices. */
export function prepareLine({ line, chain, scope }: PageLine, world: PageWorld): PreparedLine {
  const empty = { world, scope, letters: [], sizes: new Map<string, number>(), nodes: new Map<string, NodeId>() };
  if (line.expression === null) return { ...empty, unavailable: line.error?.code ?? "unread" };
  const head = headVariable(chain.lines[0]?.expression ?? null);
  const letters = world.letters(line.expression);
  const nodes = new Map<string, NodeId>();
  let unavailable: string | null = null;
  for (const choice of choices(letters)) {
    const found = world.node(line.expression, choice, head);
    if ("node" in found) nodes.set(letters.map(({ letter }) => String(choice[letter])).join(), found.node);
    else unavailable = found.code;
  }
  return {
    world,
    scope,
    letters: letters.map(({ letter }) => letter),
    sizes: new Map(letters.map(({ letter, size }) => [letter, size])),
    nodes,
    unavailable: nodes.size > 0 ? null : unavailable,
  };
}

export function indexSpecs(prepared: readonly PreparedLine[]): readonly IndexSpec[] {
  const sizes = new Map<string, number>();
  for (const { sizes: own } of prepared)
    for (const [letter, size] of own) if (size > 1) sizes.set(letter, Math.max(size, sizes.get(letter) ?? 0));
  return [...sizes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([letter, size], _, all) => ({
      letter,
      tex: letter,
      size,
      initial: letter === "k" || all.length === 1 ? Math.min(size, 2) : 1,
    }));
}
