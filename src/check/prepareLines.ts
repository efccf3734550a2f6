import { assignments } from "../calculus/freeLetters";
import type { NodeId } from "../calculus/Graph";
import { holdsForIndices } from "../calculus/lower";
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

/** A line's node for every choice of its free indices that its own conditions (i ≠ j) do not leave out. */
export function prepareLine({ line, chain, scope, conditions }: PageLine, world: PageWorld): PreparedLine {
  const empty = { world, scope, letters: [], sizes: new Map<string, number>(), nodes: new Map<string, NodeId>() };
  if (line.expression === null) return { ...empty, unavailable: line.error?.code ?? "unread" };
  const head = headVariable(chain.lines[0]?.expression ?? null);
  const letters = world.letters(line.expression);
  const nodes = new Map<string, NodeId>();
  let unavailable: string | null = null;
  for (const choice of choices(letters)) {
    const env = new Map(Object.entries(choice));
    if (conditions.some((condition) => holdsForIndices(condition, world.world, env) === false)) continue;
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

/** The letters that a reader chooses; they start where as few lines as possible are left out by their conditions. */
export function indexSpecs(prepared: readonly PreparedLine[]): readonly IndexSpec[] {
  const sizes = new Map<string, number>();
  for (const { sizes: own } of prepared)
    for (const [letter, size] of own) if (size > 1) sizes.set(letter, Math.max(size, sizes.get(letter) ?? 0));
  const specs = [...sizes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([letter, size], _, all) => ({
      letter,
      tex: letter,
      size,
      initial: letter === "k" || all.length === 1 ? Math.min(size, 2) : 1,
    }));
  const usual: ReadonlyMap<string, number> = new Map(specs.map(({ letter, initial }) => [letter, initial]));
  const isFine = leftOut(prepared, usual) === 0;
  const start = (isFine ? [] : assignments(specs, mostStarts)).reduce(
    (best, other) => (leftOut(prepared, other) < leftOut(prepared, best) ? other : best),
    usual,
  );
  return specs.map((spec) => ({ ...spec, initial: start.get(spec.letter) ?? spec.initial }));
}

/** Of more choices than this only some are looked at. */
const mostStarts = 256;

/** How many lines have values, but none at this choice. */
function leftOut(prepared: readonly PreparedLine[], choice: ReadonlyMap<string, number>): number {
  return prepared.filter(
    ({ letters, nodes }) =>
      nodes.size > 0 && !nodes.has(letters.map((letter) => String(choice.get(letter) ?? 1)).join()),
  ).length;
}
