/** A document as the rail lists it, without its contents. `id` is its file's name and the first part of its address. */
export interface LibraryEntry {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly LibrarySection[];
}

export interface LibrarySection {
  readonly id: string;
  /** The heading in plain characters: "∂L/∂w". */
  readonly title: string;
  readonly tally: Tally;
}

/**
 * How many steps of a section are in which state. `attention` counts what holds on a condition, what is not checked
 * and where a published line fails as announced; `fails` counts failures that nothing announces.
 */
export interface Tally {
  readonly holds: number;
  readonly attention: number;
  readonly fails: number;
}
