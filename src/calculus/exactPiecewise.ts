import { add, result } from "./doubleDouble";
import { exactUnary, keep, keepUndefined } from "./exactColumn";
import type { ExactColumn, ExactMemory } from "./OperationRow";

/**
 * Values in pieces, in double-double. Where the bounds leave open which piece holds, the computed one is taken and the
 * bound says what the other would have made of it, so a verdict never rests on an undecided comparison.
 */

/** A comparison is 1 or 0; undecided, its bound is 1. */
function comparison(holds: (difference: number) => boolean): ExactColumn {
  return ({ hi, lo, bound }, to, args, from, _until, count) => {
    const memory = { hi, lo, bound };
    const a = args[from] as number;
    const b = args[from + 1] as number;
    for (let i = 0; i < count; i += 1) {
      add(hi[a + i] as number, lo[a + i] as number, -(hi[b + i] as number), -(lo[b + i] as number));
      const difference = result[0] as number;
      if (Number.isNaN(difference)) {
        keepUndefined(memory, to + i);
        continue;
      }
      const error = (bound[a + i] as number) + (bound[b + i] as number);
      result[0] = holds(difference) ? 1 : 0;
      result[1] = 0;
      keep(memory, to + i, error === 0 || Math.abs(difference) > error ? 0 : 1);
    }
  };
}

function copy({ hi, lo, bound }: ExactMemory, to: number, from: number): void {
  hi[to] = hi[from] as number;
  lo[to] = lo[from] as number;
  bound[to] = bound[from] as number;
}

export const selectExact: ExactColumn = (memory, to, args, from, _until, count) => {
  const { hi, lo, bound } = memory;
  for (let i = 0; i < count; i += 1) {
    const condition = (args[from] as number) + i;
    const truth = hi[condition] as number;
    if (Number.isNaN(truth)) {
      keepUndefined(memory, to + i);
      continue;
    }
    const chosen = (args[from + (truth !== 0 ? 1 : 2)] as number) + i;
    const other = (args[from + (truth !== 0 ? 2 : 1)] as number) + i;
    copy(memory, to + i, chosen);
    if (bound[condition] === 0) continue;
    if (Number.isNaN(hi[chosen])) {
      hi[to + i] = 0;
      lo[to + i] = 0;
    }
    const apart = Math.abs((hi[chosen] as number) - (hi[other] as number));
    const error = apart + (bound[chosen] as number) + (bound[other] as number);
    bound[to + i] = error >= 0 ? error * (1 + 2 ** -40) : Number.POSITIVE_INFINITY;
  }
};

/** The greatest (or least) of the arguments; its bound is the largest of theirs. */
function extreme(sign: 1 | -1): ExactColumn {
  return (memory, to, args, from, until, count) => {
    const { hi, lo, bound } = memory;
    for (let i = 0; i < count; i += 1) {
      let best = (args[from] as number) + i;
      let error = bound[best] as number;
      for (let k = from + 1; k < until; k += 1) {
        const at = (args[k] as number) + i;
        const ahead = sign * ((hi[at] as number) - (hi[best] as number));
        error = Math.max(error, bound[at] as number);
        if (
          !Number.isNaN(hi[best]) &&
          (Number.isNaN(ahead) || ahead > 0 || (ahead === 0 && sign * (lo[at] as number) > sign * (lo[best] as number)))
        ) {
          best = at;
        }
      }
      copy(memory, to + i, best);
      bound[to + i] = error;
    }
  };
}

export const lessExact: ExactColumn = comparison((d) => d < 0);

export const lessEqualExact: ExactColumn = comparison((d) => d <= 0);

export const equalExact: ExactColumn = comparison((d) => d === 0);

export const maxExact: ExactColumn = extreme(1);

export const minExact: ExactColumn = extreme(-1);

export const absExact: ExactColumn = exactUnary((hi, lo, bound) => {
  const sign = hi < 0 ? -1 : 1;
  result[0] = sign * hi;
  result[1] = sign * lo;
  return bound;
});

export const signExact: ExactColumn = exactUnary((hi, _lo, bound) => {
  result[0] = Math.sign(hi);
  result[1] = 0;
  return Math.abs(hi) > bound || bound === 0 ? 0 : 2;
});
