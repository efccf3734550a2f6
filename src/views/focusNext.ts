/**
 * Brings the focus to what leads on: Next, or the first switch after it where there is no next. For a control that goes
 * away with its own press, so that the keyboard stays where the reader is.
 */
export function focusNext(): void {
  document
    .querySelector<HTMLElement>(".stepping .button-primary:not(:disabled), .stepping .switch input")
    ?.focus({ preventScroll: true });
}
