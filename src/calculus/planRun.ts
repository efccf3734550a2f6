import { assignColumns } from "./assignColumns";
import { type Kernel, mostPlaces } from "./Kernel";
import { isGiven, type Program, type ValueId } from "./Program";
import { type Still, sparingForm } from "./sparingForm";

/**
 * How a program runs when certain of its inputs move along columns and the others stand still: what depends on numbers
 * alone is computed once a run; what moves is computed in blocks, in few columns that are handed on as soon as their
 * last reader has run. A plan owns its memory, so the same plan never runs within itself.
 */
export interface Plan {
  readonly block: number;
  /** Blocks are as long as the cache allows, so that it serves any number of points. */
  readonly isForAnyCount: boolean;
  /** First a place for each value, for when it stands still, then the numbers 0, 1, −1, then columns. */
  readonly memory: Float64Array;
  /** Inputs and cut nodes in the program's order: where each one's number goes, or its column. */
  readonly given: readonly { readonly moves: boolean; readonly at: number; readonly column: Float64Array }[];
  readonly still: Steps;
  /** Still values that moving ones are computed from, written along a column once a run. */
  readonly spread: readonly { readonly from: number; readonly column: Float64Array }[];
  readonly moving: Steps;
  readonly results: readonly Result[];
}

/** Kernels in order. `ends` says where each one's operands end, `outputs` which output each one computes, or −1. */
export interface Steps {
  readonly kernels: readonly Kernel[];
  readonly to: Int32Array;
  readonly operands: Int32Array;
  readonly ends: Int32Array;
  readonly outputs: Int32Array;
}

/** Where an output is. One that moves leaves when it has been computed; a given one leaves at the end of a block. */
export interface Result {
  readonly moves: boolean;
  readonly at: number;
  readonly column: Float64Array;
  readonly isGiven: boolean;
  /** Position of an earlier output with the same value, or −1. */
  readonly like: number;
}

/** Doubles that columns may hold together: they should stay in the processor's second cache. */
const cacheSize = 8192;
/** Shorter blocks spend more time on going from kernel to kernel than longer ones on fetching memory. */
const smallestBlock = 208;
const largestBlock = 512;

/** `moves` says of each value whether it is a column: it is one itself, or is computed from one. */
export function planRun(program: Program, moves: Uint8Array, count: number): Plan {
  const { values, outputs } = program;
  const isMoving = (id: ValueId): boolean => moves[id] === 1;
  const numbers = { zero: values.length, one: values.length + 1, minusOne: values.length + 2 };
  const firstColumn = values.length + 3;
  const steps = values.flatMap((value, id) =>
    value.from === "kernel" ? [{ id, ...value, sparing: sparingForm(value.kernel, value.args, isMoving) }] : [],
  );
  const read = new Map(
    steps.flatMap(({ id, args, sparing }) => (isMoving(id) ? [[id, sparing?.columns ?? args] as const] : [])),
  );
  const { columnOf, columns } = assignColumns(program, isMoving, read);
  const fitting = Math.min(largestBlock, Math.max(smallestBlock, Math.floor(cacheSize / Math.max(1, columns))));
  // Blocks of about the same size, so that the last one is not a rest.
  const block = Math.ceil(count / Math.ceil(count / fitting));
  const places = firstColumn + columns * block;
  if (places > mostPlaces) throw new RangeError(`A program of ${values.length} values takes too much memory`);
  const memory = new Float64Array(places);
  memory[numbers.one] = 1;
  memory[numbers.minusOne] = -1;
  values.forEach((value, id) => {
    if (value.from === "constant") memory[id] = value.value;
  });

  const columnAt = (id: ValueId): number => firstColumn + (columnOf[id] as number) * block;
  const numberAt = (still: Still): number => (typeof still === "number" ? still : numbers[still]);
  const placeOf = (id: ValueId): number => (isMoving(id) ? columnAt(id) : id);
  // Views are made once: asking for one takes longer than copying through it.
  const viewOf = (id: ValueId): Float64Array =>
    (columnOf[id] as number) < 0 ? memory.subarray(id, id + 1) : memory.subarray(columnAt(id), columnAt(id) + block);
  const firstOutput = new Map(outputs.map((output, position) => [output, position] as const).toReversed());
  const stepsWhere = (moving: boolean): Steps => {
    const own = steps.filter(({ id }) => isMoving(id) === moving);
    const operands = own.map(({ args, sparing }) =>
      moving ? [...(sparing?.columns ?? args).map(columnAt), ...(sparing?.still ?? []).map(numberAt)] : args,
    );
    let end = 0;
    return {
      kernels: own.map(({ kernel, sparing }) => (moving ? (sparing?.kernel ?? kernel) : kernel)),
      to: Int32Array.from(own, ({ id }) => placeOf(id)),
      operands: Int32Array.from(operands.flat()),
      ends: Int32Array.from(operands, ({ length }) => {
        end += length;
        return end;
      }),
      outputs: Int32Array.from(own, ({ id }) => firstOutput.get(id) ?? -1),
    };
  };

  return {
    block,
    isForAnyCount: count >= fitting,
    memory,
    given: values.flatMap((value, id) =>
      isGiven(value) ? [{ moves: isMoving(id), at: placeOf(id), column: viewOf(id) }] : [],
    ),
    still: stepsWhere(false),
    spread: values.flatMap((_, id) =>
      !isMoving(id) && (columnOf[id] as number) >= 0 ? [{ from: id, column: viewOf(id) }] : [],
    ),
    moving: stepsWhere(true),
    results: outputs.map((output, position) => ({
      moves: isMoving(output),
      at: placeOf(output),
      column: viewOf(output),
      isGiven: values[output]?.from !== "kernel",
      like: firstOutput.get(output) === position ? -1 : (firstOutput.get(output) ?? -1),
    })),
  };
}
