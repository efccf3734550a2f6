import { nextTask } from "./views/nextTask";

/** Where a press, a key or a value has its effect without any script. */
const answersItself = "a[href], input, select, textarea, label, summary";

/** What computes: these are set again before a frame is drawn without them. */
const moving = "input[type=range], input[type=text]";

const fields = "input, select, textarea";

/** Keys that step. */
const stepping = new Set(["ArrowLeft", "ArrowRight", "Home", "End"]);

/**
 * Keeps what a reader does on a prerendered page before its application is there, and does it again when asked: what was
 * dragged or typed first (a field shows it already), then choices, then presses and keys in their order. Links work by
 * themselves.
 */
export function listenEarly(): { readonly values: () => void; readonly presses: () => Promise<void> } {
  const values = new Map<Element, () => void>();
  const choices = new Map<Element, () => void>();
  const presses: (() => void)[] = [];
  const onInput = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const kept =
      target instanceof HTMLInputElement ? { value: target.value, checked: target.checked } : { value: target.value };
    const kind = target.matches(moving) ? values : choices;
    kind.set(target, () => {
      Object.assign(target, kept);
      for (const name of ["input", "change"]) target.dispatchEvent(new Event(name, { bubbles: true }));
    });
  };
  const onClick = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest(answersItself) !== null) return;
    // A part that is taken over already does not hear it twice.
    event.stopImmediatePropagation();
    presses.push(() => again(target, new MouseEvent("click", { bubbles: true, cancelable: true })));
  };
  const onKey = (event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (!stepping.has(key) || altKey || ctrlKey || metaKey || shiftKey) return;
    if (!(target instanceof Element) || target.closest(fields) !== null) return;
    event.stopImmediatePropagation();
    presses.push(() => again(target, new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
  };
  addEventListener("input", onInput, true);
  addEventListener("click", onClick, true);
  addEventListener("keydown", onKey, true);
  return {
    values: () => {
      for (const setAgain of values.values()) setAgain();
      values.clear();
    },
    presses: async () => {
      removeEventListener("input", onInput, true);
      removeEventListener("click", onClick, true);
      removeEventListener("keydown", onKey, true);
      for (const pressAgain of [...choices.values(), ...presses.splice(0)]) {
        pressAgain();
        // What it changed is rendered before the next: Next, pressed twice, goes two steps.
        await nextTask();
      }
    },
  };
}

/** An element that is gone by now took its press with it; a key then goes to the page. */
function again(target: Element, event: Event): void {
  if (target.isConnected) target.dispatchEvent(event);
  else if (event instanceof KeyboardEvent) document.body.dispatchEvent(event);
}
