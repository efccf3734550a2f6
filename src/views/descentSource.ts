import type { Bindings } from "../check/Bindings";
import type { InputSpec, Workbench } from "../check/Workbench";
import type { Variable } from "../formula/Expression";
import { print } from "../formula/print";
import { initialBindings } from "../store/PageState";
import { isParameter } from "./mapInputs";
import type { OpenPage } from "./PageContext";
import type { PageRow } from "./pageRows";
import { type SlopeEnd, slopeEnds } from "./slopeEnds";

/** What a section's own last lines move, and by which gradient. */
export interface DescentSource {
  readonly moved: readonly InputSpec[];
  readonly ways: readonly DescentWay[];
  /** TeX of the intermediate whose slope the section derives; the chain rule carries it on to the inputs. */
  readonly through: string | null;
}

export interface DescentWay {
  readonly name: "gradient" | "corrected" | "as published";
  /** The numbers of the lines that the gradient is taken from. */
  readonly lines: readonly number[];
  readonly gradient: (bindings: Bindings) => readonly number[];
}

/** An entry of the gradient: by which input, and its value. */
interface Entry {
  readonly input: InputSpec;
  readonly by: string;
  readonly row: PageRow;
  readonly value: (bindings: Bindings) => number;
}

const known = new WeakMap<Workbench, DescentSource | null>();

/**
 * The loss's derivatives that the section ends with: by inputs, or else by an intermediate that inputs lie below. Null
 * where it derives none. Looked for once.
 */
export function descentSource({ page: { workbench }, rows }: OpenPage): DescentSource | null {
  const before = known.get(workbench);
  if (before !== undefined) return before;
  const found = findSource(workbench, rows);
  known.set(workbench, found);
  return found;
}

function findSource(workbench: Workbench, rows: readonly PageRow[]): DescentSource | null {
  const ends = slopeEnds(workbench, rows);
  const own = ends.filter(({ row }) => !row.chain.asPublished);
  const direct = own.flatMap((end) => directEntries(end, workbench));
  const last = own.at(-1);
  const entries = direct.length > 0 || last === undefined ? once(direct) : chainedEntries(last, workbench);
  if (entries.length === 0) return null;
  const published = ends.filter(({ row }) => row.chain.asPublished);
  const others = entries.map((entry) => {
    const end = published.find(({ by }) => print(by) === entry.by);
    if (end === undefined) return entry;
    const all = direct.length > 0 ? directEntries(end, workbench) : chainedEntries(end, workbench);
    return all.find(({ input }) => input.key === entry.input.key) ?? entry;
  });
  const differs = others.some((entry, at) => entry !== entries[at]);
  return {
    moved: entries.map(({ input }) => input),
    ways: [wayOf(differs ? "corrected" : "gradient", entries), ...(differs ? [wayOf("as published", others)] : [])],
    through: direct.length > 0 || last === undefined ? null : print(last.by),
  };
}

function wayOf(name: DescentWay["name"], entries: readonly Entry[]): DescentWay {
  return {
    name,
    lines: [...new Set(entries.map(({ row }) => row.number))],
    gradient: (bindings) => entries.map(({ value }) => value(bindings)),
  };
}

function directEntries({ row, by }: SlopeEnd, workbench: Workbench): readonly Entry[] {
  return workbench.inputs
    .filter((input) => input.role === "input" && isEntryOf(input, by))
    .map((input) => ({
      input,
      row,
      by: print(by),
      value: (bindings) => lineValue(row, workbench, at(input, by, bindings)),
    }));
}

/** ∂loss/∂input = Σ ∂loss/∂entry · ∂entry/∂input over the entries of the intermediate. */
function chainedEntries({ row, by }: SlopeEnd, workbench: Workbench): readonly Entry[] {
  const probe = workbench.probe(by, workbench.scopeOf(row.value ?? -1));
  if (probe === null) return [];
  const letters = by.indices.flatMap((index) =>
    index.kind === "variable" ? probe.letters.filter(({ letter }) => letter === index.name) : [],
  );
  const choices = letters.reduce<readonly Bindings["indices"][]>(
    (all, { letter, size }) =>
      all.flatMap((one) => Array.from({ length: size }, (_, place) => ({ ...one, [letter]: place + 1 }))),
    [{}],
  );
  const chosen = (bindings: Bindings) =>
    choices.map((choice) => ({ ...bindings, indices: { ...bindings.indices, ...choice } }));
  const aside = offCentre(workbench);
  const below = workbench.inputs.filter(
    ({ role, choices, key }) =>
      role === "input" && choices === null && chosen(aside).some((there) => probe.slope(key, there) !== 0),
  );
  const fitted = below.filter(isParameter);
  return (fitted.length > 0 ? fitted : below).map((input) => ({
    input,
    row,
    by: print(by),
    value: (bindings) =>
      chosen(bindings).reduce(
        (sum, there) => sum + lineValue(row, workbench, there) * probe.slope(input.key, there),
        0,
      ),
  }));
}

/** A place where no slope vanishes by chance. */
function offCentre(workbench: Workbench): Bindings {
  const start = initialBindings(workbench);
  const moved = workbench.inputs.map(
    ({ key, min, max }, place) => [key, min + (max - min) / (2.3 + place / 7)] as const,
  );
  return { ...start, inputs: { ...start.inputs, ...Object.fromEntries(moved) } };
}

function lineValue({ value }: PageRow, workbench: Workbench, bindings: Bindings): number {
  return workbench.lineValues(bindings)[value ?? -1] ?? Number.NaN;
}

/** An input that several lines differentiate by is moved by the first. */
function once(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry, at) => entries.findIndex(({ input }) => input.key === entry.input.key) === at);
}

/** z_{i,k} stands for every entry of z; w_1 for that one. */
function isEntryOf(input: InputSpec, by: Variable): boolean {
  return (
    input.name === by.name &&
    input.indices.length === by.indices.length &&
    by.indices.every((index, place) => index.kind !== "number" || Number(index.text) === input.indices[place])
  );
}

/** The bindings at which the gradient's line means this entry. */
function at(input: InputSpec, by: Variable, bindings: Bindings): Bindings {
  const letters = by.indices.flatMap((index, place) =>
    index.kind === "variable" ? [[index.name, input.indices[place] ?? 1] as const] : [],
  );
  return { ...bindings, indices: { ...bindings.indices, ...Object.fromEntries(letters) } };
}
