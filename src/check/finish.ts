/** Does work that comes in pieces without a rest between them. */
export function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
  }
}
