import type { Column } from "./evaluateExact";
import type { NodeId } from "./Graph";
import { argumentsOfValue, isGiven, type Program } from "./Program";
import { type Plan, planRun, type Result, type Steps } from "./planRun";

const noOverrides: ReadonlyMap<NodeId, number> = new Map();

/**
 * Runs a program at `count` points and returns one column per output, into `into` if given. Inputs are numbers (the
 * same at all points) or columns; one that is missing is NaN. Values are those of IEEE doubles: log 0 is −Infinity.
 * What depends on numbers alone is computed once a run, not at every point.
 */
export function run(
  program: Program,
  inputs: Readonly<Record<string, Column>>,
  count: number,
  into: readonly Float64Array[] = program.outputs.map(() => new Float64Array(count)),
  overrides: ReadonlyMap<NodeId, Column> = noOverrides,
): readonly Float64Array[] {
  const state = stateOf(program);
  const now = read(state, inputs, overrides);
  const plan = planFor(state, count);
  const { block, given, spread, results, memory } = plan;
  runStill(plan, now);
  for (const { from, column } of spread) column.fill(memory[from] as number);
  for (let start = 0; start < count; start += block) {
    const size = Math.min(block, count - start);
    given.forEach(({ moves, column }, position) => {
      const values = now[position];
      if (moves && typeof values === "object")
        column.set(values.length === size ? values : values.subarray(start, start + size));
    });
    runSteps(plan, plan.moving, size, into, start);
    results.forEach((result, position) => {
      if (result.moves && result.isGiven) leave(result, size, into[position], start);
    });
  }
  results.forEach(({ moves, at, like }, position) => {
    if (!moves) into[position]?.fill(memory[at] as number, 0, count);
    else if (like >= 0) into[position]?.set(into[like] as Float64Array);
  });
  return into;
}

/** Runs a program at one point and returns its outputs side by side, into `into` if given. */
export function runAt(
  program: Program,
  inputs: Readonly<Record<string, number>>,
  into: Float64Array = new Float64Array(program.outputs.length),
  overrides: ReadonlyMap<NodeId, number> = noOverrides,
): Float64Array {
  const state = stateOf(program);
  const now = read(state, inputs, overrides);
  const plan = planFor(state, 1);
  runStill(plan, now);
  plan.results.forEach(({ at }, position) => {
    into[position] = plan.memory[at] as number;
  });
  return into;
}

/** What was prepared for a program: its plans, one for each choice of what moves, and the values given last. */
interface ProgramState {
  readonly program: Program;
  readonly now: Column[];
  readonly plans: Plan[];
}

const states = new WeakMap<Program, ProgramState>();
const mostPlans = 4;

function stateOf(program: Program): ProgramState {
  const before = states.get(program);
  if (before !== undefined) return before;
  const made = { program, now: [], plans: [] };
  states.set(program, made);
  return made;
}

function read(
  { program, now }: ProgramState,
  inputs: Readonly<Record<string, Column>>,
  overrides: ReadonlyMap<NodeId, Column>,
): readonly Column[] {
  let position = 0;
  for (const value of program.values) {
    if (!isGiven(value)) continue;
    const found = value.from === "cut" ? overrides.get(value.node) : inputs[value.name];
    // What every object inherits is neither.
    now[position] = typeof found === "number" || found instanceof Float64Array ? found : Number.NaN;
    position += 1;
  }
  return now;
}

function planFor({ program, now, plans }: ProgramState, count: number): Plan {
  const isColumn = (position: number): boolean => count > 1 && typeof now[position] !== "number";
  const before = plans.find(
    ({ isForAnyCount, block, given }) =>
      (isForAnyCount || count <= block) && given.every(({ moves }, position) => moves === isColumn(position)),
  );
  if (before !== undefined) return before;
  const moves = new Uint8Array(program.values.length);
  let position = 0;
  program.values.forEach((value, id) => {
    moves[id] = argumentsOfValue(value).some((arg) => moves[arg] === 1) ? 1 : 0;
    if (!isGiven(value)) return;
    moves[id] = isColumn(position) ? 1 : 0;
    position += 1;
  });
  const made = planRun(program, moves, Math.max(count, 1));
  plans.unshift(made);
  plans.length = Math.min(plans.length, mostPlans);
  return made;
}

function runStill(plan: Plan, now: readonly Column[]): void {
  plan.given.forEach(({ moves, at }, position) => {
    const value = now[position] ?? Number.NaN;
    if (!moves) plan.memory[at] = typeof value === "number" ? value : (value[0] ?? Number.NaN);
  });
  runSteps(plan, plan.still, 1);
}

/** An output leaves as soon as it is computed: its column is handed on. */
function runSteps(
  { memory, results }: Plan,
  { kernels, to, operands, ends, outputs }: Steps,
  size: number,
  into?: readonly Float64Array[],
  start = 0,
): void {
  let from = 0;
  for (let k = 0; k < kernels.length; k += 1) {
    const until = ends[k] as number;
    (kernels[k] as Steps["kernels"][number])(memory, to[k] as number, operands, from, until, size);
    from = until;
    const position = outputs[k] as number;
    if (into !== undefined && position >= 0) leave(results[position] as Result, size, into[position], start);
  }
}

function leave({ column }: Result, size: number, into: Float64Array | undefined, start: number): void {
  into?.set(size === column.length ? column : column.subarray(0, size), start);
}
