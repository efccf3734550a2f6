/** Labels of a kind, with their greatest entry where it is now. */
export interface LabelPreset {
  readonly name: string;
  /** Greatest entry first, then the classes after it; the rest are 0. */
  readonly entries: readonly number[];
}

export const labelPresets: readonly LabelPreset[] = [
  { name: "one-hot", entries: [1] },
  { name: "soft", entries: [0.7, 0.3] },
  { name: "sum 1.3", entries: [0.8, 0.5] },
];

/** The preset's labels, turned so that the greatest stands at the present labels' greatest. */
export function presetLabels({ entries }: LabelPreset, now: readonly number[]): readonly number[] {
  const hot = now.indexOf(Math.max(...now));
  return now.map((_, at) => entries[(at - hot + now.length) % now.length] ?? 0);
}
