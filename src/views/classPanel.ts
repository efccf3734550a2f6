/** Drawing units of one panel of bars: pixels at the bench's usual width. */
export interface PanelFrame {
  readonly width: number;
  readonly height: number;
  /** Where bars begin, and how wide the place of one is. */
  readonly left: number;
  readonly pitch: number;
  /** The plot's upper and lower end. */
  readonly top: number;
  readonly bottom: number;
  /** Where the numbers of the classes stand. */
  readonly foot: number;
}

/** More classes than this get panels of the whole width. */
const mostBeside = 6;

export function isWidePanel(classes: number): boolean {
  return classes > mostBeside;
}

/** Signed bars hang as well: below them there is room for the number of the longest. */
export function panelFrame(classes: number, hasLabels: boolean, isSigned: boolean): PanelFrame {
  const width = isWidePanel(classes) ? 396 : 190;
  const left = 30;
  const height = 128 + (hasLabels ? 14 : 0);
  const foot = 121;
  return {
    width,
    height,
    left,
    pitch: (width - left - 4) / classes,
    top: 14,
    bottom: foot - (isSigned ? 26 : 15),
    foot,
  };
}

const scales = [0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 1e3, 1e4, 1e6];

/** A round scale that holds the values; the one before stays while they fill a fifth of it. */
export function steadyScale(before: number, values: readonly number[]): number {
  const most = Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
  if (most <= before && most >= before / 5) return before;
  return scales.find((scale) => scale >= most * 1.02) ?? most;
}
