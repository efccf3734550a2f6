import type { Column } from "./evaluateExact";
import type { NodeId } from "./Graph";
import type { DoubleColumn } from "./OperationRow";
import type { Program } from "./program";

/** Points run through a program in blocks whose columns together fit the processor's second cache. */
const cacheSize = 32_768;
const smallestBlock = 64;
const largestBlock = 2048;

/** A program's memory, kept between runs. Column c starts at c · block. */
interface Workspace {
  readonly block: number;
  readonly memory: Float64Array;
  readonly runs: readonly DoubleColumn[];
  readonly to: Int32Array;
  /** Starts of the arguments' columns, instruction after instruction; `ends` says where each one's end. */
  readonly args: Int32Array;
  readonly ends: Int32Array;
  /** Per instruction, whether its result is the same at all points of this run; per column, likewise. */
  readonly still: Uint8Array;
  readonly stillColumn: Uint8Array;
}

const workspaces = new WeakMap<Program, Workspace>();

/**
 * Runs a program at `count` points and returns one column per output, into `into` if given. Inputs are numbers (the
 * same at all points) or columns; one that is missing is NaN. Values are those of IEEE doubles: log 0 is −Infinity.
 * What depends on numbers alone is computed once a block, not at every point.
 */
export function run(
  program: Program,
  inputs: Readonly<Record<string, Column>>,
  count: number,
  into: readonly Float64Array[] = program.outputs.map(() => new Float64Array(count)),
  overrides: ReadonlyMap<NodeId, Column> = noOverrides,
): readonly Float64Array[] {
  const workspace = workspaceFor(program, count);
  const { block, memory } = workspace;
  const moving: Moving[] = [];
  workspace.stillColumn.fill(0);
  for (const { column } of program.constants) workspace.stillColumn[column] = 1;
  const bind = (column: number, value: Column): void => {
    if (typeof value !== "number") {
      moving.push({ at: column * block, values: value });
      return;
    }
    workspace.stillColumn[column] = 1;
    memory.fill(value, column * block, column * block + Math.min(block, count));
  };
  for (const { column, name } of program.inputs) {
    bind(column, Object.hasOwn(inputs, name) ? (inputs[name] ?? Number.NaN) : Number.NaN);
  }
  for (const { column, node } of program.cuts) bind(column, overrides.get(node) ?? Number.NaN);
  if (count > 1) markStill(program, workspace);

  for (let start = 0; start < count; start += block) {
    const size = Math.min(block, count - start);
    for (const { at, values } of moving) memory.set(values.subarray(start, start + size), at);
    if (size === 1) runAt(workspace);
    else runBlock(workspace, size);
    for (let k = 0; k < program.outputs.length; k += 1) {
      const at = (program.outputs[k] as number) * block;
      if (count === 1) (into[k] as Float64Array)[0] = memory[at] as number;
      else into[k]?.set(memory.subarray(at, at + size), start);
    }
  }
  return into;
}

interface Moving {
  readonly at: number;
  readonly values: Float64Array;
}

const noOverrides: ReadonlyMap<NodeId, Column> = new Map();

function runBlock({ runs, to, args, ends, still, memory }: Workspace, size: number): void {
  let from = 0;
  for (let k = 0; k < runs.length; k += 1) {
    const until = ends[k] as number;
    const at = to[k] as number;
    const operation = runs[k] as DoubleColumn;
    if (still[k] === 1) {
      operation(memory, at, args, from, until, 1);
      memory.fill(memory[at] as number, at, at + size);
    } else {
      operation(memory, at, args, from, until, size);
    }
    from = until;
  }
}

function runAt({ runs, to, args, ends, memory }: Workspace): void {
  let from = 0;
  for (let k = 0; k < runs.length; k += 1) {
    const until = ends[k] as number;
    (runs[k] as DoubleColumn)(memory, to[k] as number, args, from, until, 1);
    from = until;
  }
}

function markStill(program: Program, { still, stillColumn }: Workspace): void {
  program.instructions.forEach(({ to, args }, k) => {
    const stands = args.every((arg) => stillColumn[arg] === 1) ? 1 : 0;
    still[k] = stands;
    stillColumn[to] = stands;
  });
}

function workspaceFor(program: Program, count: number): Workspace {
  const fitting = Math.max(smallestBlock, Math.floor(cacheSize / Math.max(1, program.columns)));
  const block = Math.max(1, Math.min(largestBlock, fitting, count));
  const before = workspaces.get(program);
  if (before !== undefined && before.block >= block) return before;
  const made = prepare(program, block);
  workspaces.set(program, made);
  return made;
}

function prepare(program: Program, block: number): Workspace {
  const { instructions } = program;
  const memory = new Float64Array(program.columns * block);
  for (const { column, value } of program.constants) memory.fill(value, column * block, (column + 1) * block);
  const args = instructions.flatMap(({ args: columns }) => columns.map((column) => column * block));
  let end = 0;
  return {
    block,
    memory,
    runs: instructions.map(({ run: operation }) => operation),
    to: Int32Array.from(instructions, ({ to }) => to * block),
    args: Int32Array.from(args),
    ends: Int32Array.from(instructions, ({ args: columns }) => {
      end += columns.length;
      return end;
    }),
    still: new Uint8Array(instructions.length),
    stillColumn: new Uint8Array(program.columns),
  };
}
