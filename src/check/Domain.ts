/** Where a free number lives: an interval, open or closed at each end, or a finite set of values in it. */
export interface Domain {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  readonly values: readonly number[] | null;
}

export const everywhere: Domain = { low: -Infinity, high: Infinity, lowOpen: true, highOpen: true, values: null };

export function interval(low: number, high: number, open: boolean): Domain {
  return { low, high, lowOpen: open, highOpen: open, values: null };
}

/** What lies in both. */
export function intersect(first: Domain, second: Domain): Domain {
  const low = Math.max(first.low, second.low);
  const high = Math.min(first.high, second.high);
  const lowOpen = (first.low === low && first.lowOpen) || (second.low === low && second.lowOpen);
  const highOpen = (first.high === high && first.highOpen) || (second.high === high && second.highOpen);
  const values = first.values ?? second.values;
  const bounded = { low, high, lowOpen, highOpen, values: null };
  return { ...bounded, values: values === null ? null : values.filter((value) => contains(bounded, value)) };
}

export function contains(domain: Domain, value: number): boolean {
  if (domain.values !== null && !domain.values.includes(value)) return false;
  const above = domain.lowOpen ? value > domain.low : value >= domain.low;
  const below = domain.highOpen ? value < domain.high : value <= domain.high;
  return above && below;
}
