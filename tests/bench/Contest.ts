/** The same mathematics by several programs, over the same points. */
export interface Contest {
  readonly name: string;
  readonly points: number;
  readonly contestants: readonly Contestant[];
}

/** Slow programs take fewer points a run; what counts is the time for one. */
export interface Contestant {
  readonly name: string;
  readonly points: number;
  readonly run: () => void;
  /** All outputs at a point after a run, to see that every contestant computes the same. */
  readonly at: (point: number) => readonly number[];
}

/** Throws where two contestants differ: a wrong answer is not a fast one. */
export function agree({ name, contestants }: Contest): void {
  const points = Math.min(...contestants.map((one) => one.points));
  for (const { run } of contestants) run();
  const [first, ...others] = contestants;
  for (const other of others)
    for (let point = 0; point < points; point += 1) {
      const [mine, theirs] = [first?.at(point) ?? [], other.at(point)];
      mine.forEach((value, at) => {
        if (!(Math.abs(value - (theirs[at] ?? Number.NaN)) <= 1e-12 * Math.max(1, Math.abs(value))))
          throw new Error(
            `${name}: ${first?.name} has ${value}, ${other.name} ${theirs[at]} (output ${at} at ${point})`,
          );
      });
    }
}
