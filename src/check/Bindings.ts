/** Values of all inputs by key and of all free indices by letter. */
export interface Bindings {
  readonly inputs: Readonly<Record<string, number>>;
  readonly indices: Readonly<Record<string, number>>;
}
