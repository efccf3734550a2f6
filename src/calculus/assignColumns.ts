import { isGiven, type Program, type ValueId } from "./Program";

/**
 * A column for each value that moves or that a moving one reads along a column (`read`); −1 for the others. Columns are
 * handed on after their last reader, except those of spread values, which are written once a run.
 */
export function assignColumns(
  { values, outputs }: Program,
  isMoving: (id: ValueId) => boolean,
  read: ReadonlyMap<ValueId, readonly ValueId[]>,
): { readonly columnOf: Int32Array; readonly columns: number } {
  const lastReader = Int32Array.from(values, (_, id) => id);
  const columnOf = new Int32Array(values.length).fill(-1);
  let columns = 0;
  // What is given or spread is there before the first kernel runs.
  const first = new Set<ValueId>(values.flatMap((value, id) => (isMoving(id) && isGiven(value) ? [id] : [])));
  for (const [id, args] of read)
    for (const arg of args) {
      lastReader[arg] = id;
      if (!isMoving(arg)) first.add(arg);
    }
  for (const id of first) {
    columnOf[id] = columns;
    columns += 1;
  }
  const stays = new Set<ValueId>(outputs.filter((id) => first.has(id)));
  const spare: number[] = [];
  for (const [id, args] of read) {
    const column = spare.pop() ?? columns;
    columns = Math.max(columns, column + 1);
    columnOf[id] = column;
    for (const arg of new Set(args))
      if (lastReader[arg] === id && isMoving(arg) && !stays.has(arg)) spare.push(columnOf[arg] as number);
    if (lastReader[id] === id) spare.push(column);
  }
  return { columnOf, columns };
}
