import { add, multiply, multiplyAdd, multiplySubtract, subtract } from "./arithmetic";
import { type Kernel, place } from "./Kernel";
import type { ValueId } from "./Program";

/** A number of the program that stands still, or one that every program has. */
export type Still = ValueId | "zero" | "one" | "minusOne";

/**
 * What arithmetic does to moving columns with numbers that stand still, to the bit what the operations give, because
 * x·1 and x − 0 are x. Its loop reads one column, or two, where theirs read two or three.
 */
export interface SparingForm {
  readonly kernel: Kernel;
  readonly columns: readonly ValueId[];
  readonly still: readonly Still[];
}

/** The sparing form of a kernel on some values; null where it has none. */
export function sparingForm(
  kernel: Kernel,
  args: readonly ValueId[],
  isMoving: (id: ValueId) => boolean,
): SparingForm | null {
  const [first = 0, second = 0, third = 0] = args;
  const [x, still] = isMoving(first) ? [first, second] : [second, first];
  const form = (own: Kernel, scale: Still, shift: Still) => ({ kernel: own, columns: [x], still: [scale, shift] });
  const isLess = kernel === multiplySubtract;
  if (isMoving(still)) {
    const isProduct = (kernel === multiplyAdd || isLess) && !isMoving(third);
    return isProduct ? { kernel: isLess ? productLess : productPlus, columns: [x, still], still: [third] } : null;
  }
  if (args.length === 2) {
    if (kernel === multiply) return form(affineLess, still, "zero");
    if (kernel === add) return form(affine, "one", still);
    if (kernel === subtract) return x === first ? form(affineLess, "one", still) : form(affine, "minusOne", still);
  }
  const isAffine = (kernel === multiplyAdd || isLess) && !isMoving(third);
  return isAffine ? form(isLess ? affineLess : affine, still, third) : null;
}

/** x·scale + shift; the last two are single places. */
const affine: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const x = place(operands[from]);
  const scale = memory[place(operands[from + 1])] as number;
  const shift = memory[place(operands[from + 2])] as number;
  for (let i = 0; i < size; i += 1) memory[at + i] = (memory[x + i] as number) * scale + shift;
};

/** x·scale − shift. */
const affineLess: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const x = place(operands[from]);
  const scale = memory[place(operands[from + 1])] as number;
  const shift = memory[place(operands[from + 2])] as number;
  for (let i = 0; i < size; i += 1) memory[at + i] = (memory[x + i] as number) * scale - shift;
};

/** x·y + shift; the last is a single place. */
const productPlus: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const x = place(operands[from]);
  const y = place(operands[from + 1]);
  const shift = memory[place(operands[from + 2])] as number;
  for (let i = 0; i < size; i += 1) memory[at + i] = (memory[x + i] as number) * (memory[y + i] as number) + shift;
};

/** x·y − shift. */
const productLess: Kernel = (memory, to, operands, from, _until, count) => {
  const at = place(to);
  const size = place(count);
  const x = place(operands[from]);
  const y = place(operands[from + 1]);
  const shift = memory[place(operands[from + 2])] as number;
  for (let i = 0; i < size; i += 1) memory[at + i] = (memory[x + i] as number) * (memory[y + i] as number) - shift;
};
