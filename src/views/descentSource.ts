import type { Bindings } from "../check/Bindings";
import type { InputSpec } from "../check/Workbench";
import type { Derivative, Variable } from "../formula/Expression";
import { print } from "../formula/print";
import type { OpenPage } from "./PageContext";
import type { PageRow } from "./pageRows";

/** What a section's own last line moves, and by which gradient. */
export interface DescentSource {
  readonly moved: readonly InputSpec[];
  readonly ways: readonly DescentWay[];
}

export interface DescentWay {
  readonly name: string;
  /** The number of the line that the gradient is taken from. */
  readonly line: number;
  readonly gradient: (bindings: Bindings) => readonly number[];
}

/** The loss's derivative by inputs that the section ends with; null where it derives none. */
export function descentSource({ page, rows }: OpenPage): DescentSource | null {
  const { workbench } = page;
  const ends = rows.filter((row, at) => rows[at + 1]?.chain !== row.chain && row.value !== null);
  const main = ends.find((row) => !row.chain.asPublished && movedBy(row) !== null);
  const by = main === undefined ? null : movedBy(main);
  if (main === undefined || by === null) return null;
  const moved = workbench.inputs.filter((input) => input.role === "input" && isEntryOf(input, by));
  if (moved.length === 0) return null;
  const published = ends.find((row) => {
    const other = row.chain.asPublished ? movedBy(row) : null;
    return other !== null && print(other) === print(by);
  });
  const way = (name: string, row: PageRow, variable: Variable): DescentWay => ({
    name,
    line: row.number,
    gradient: (bindings) =>
      moved.map((input) => workbench.lineValues(at(input, variable, bindings))[row.value ?? -1] ?? Number.NaN),
  });
  const others = published === undefined ? [] : [way("as published", published, movedBy(published) ?? by)];
  return { moved, ways: [way(others.length > 0 ? "corrected" : "gradient", main, by), ...others] };

  function movedBy(row: PageRow): Variable | null {
    const head = row.chain.lines[0]?.expression ?? null;
    if (head === null || head.kind !== "derivative" || !isLoss(head)) return null;
    const [variable, ...more] = head.by;
    return more.length === 0 && variable?.kind === "variable" ? variable : null;
  }

  function isLoss({ of }: Derivative): boolean {
    return workbench.loss !== null && print(of) === print(workbench.loss.expression);
  }
}

/** z_{i,k} stands for every entry of z; w_1 for that one. */
function isEntryOf(input: InputSpec, by: Variable): boolean {
  return (
    input.name === by.name &&
    input.indices.length === by.indices.length &&
    by.indices.every((index, at) => index.kind !== "number" || Number(index.text) === input.indices[at])
  );
}

/** The bindings at which the gradient's line means this entry. */
function at(input: InputSpec, by: Variable, bindings: Bindings): Bindings {
  const letters = by.indices.flatMap((index, place) =>
    index.kind === "variable" ? [[index.name, input.indices[place] ?? 1] as const] : [],
  );
  return { ...bindings, indices: { ...bindings.indices, ...Object.fromEntries(letters) } };
}
