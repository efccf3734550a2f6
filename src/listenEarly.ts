import { nextTask } from "./views/nextTask";

/** Where a press, a key or a value has its effect without any script. */
const answersItself = "a[href], input, select, textarea, label, summary";

/** What computes: these are set again before a frame is drawn without them. */
const moving = "input[type=range], input[type=text]";

const fields = "input, select, textarea";

/** Keys that step. */
const stepping = new Set(["ArrowLeft", "ArrowRight", "Home", "End"]);

/** What a reader did before the page could answer. */
export interface Early {
  /** Puts back what was typed and dragged. */
  readonly values: () => void;
  /** Ends when the reader has done something that only the views can do, or when the page is at rest. */
  readonly needOrRest: () => Promise<void>;
  /** Does again what was pressed and clicked. */
  readonly presses: () => Promise<void>;
}

/**
 * Keeps what a reader does on a prerendered page before its application is there, and does it again when asked: what was
 * dragged or typed first (a field shows it already), then choices, then presses and keys in their order. Links work by
 * themselves.
 */
export function listenEarly(): Early {
  const values = new Map<Element, () => void>();
  const choices = new Map<Element, () => void>();
  const presses: (() => void)[] = [];
  let need = () => {};
  const needed = new Promise<void>((resolve) => {
    need = resolve;
  });
  const onInput = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const { value } = target;
    const kind = target.matches(moving) ? values : choices;
    if (kind === choices) need();
    kind.set(
      target,
      target instanceof HTMLInputElement && target.type === "checkbox" ? tick(target) : fill(target, value),
    );
  };
  const onClick = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest(answersItself) !== null) return;
    // A part that is taken over already does not hear it twice.
    event.stopImmediatePropagation();
    need();
    presses.push(() => again(target, new MouseEvent("click", { bubbles: true, cancelable: true })));
  };
  const onKey = (event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (!stepping.has(key) || altKey || ctrlKey || metaKey || shiftKey) return;
    if (!(target instanceof Element) || target.closest(fields) !== null) return;
    event.stopImmediatePropagation();
    need();
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
    needOrRest: () => Promise.race([needed, rest()]),
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

function fill(field: HTMLInputElement | HTMLSelectElement, value: string): () => void {
  return () => {
    field.value = value;
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  };
}

/** The views hear of a box by its click alone, and have by then put it back to what they know. */
function tick(box: HTMLInputElement): () => void {
  const { checked } = box;
  return () => {
    box.checked = !checked;
    box.click();
  };
}

/** Nothing is left to do, or two seconds have passed. Not every browser says when it is idle. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 300);
  });
}

/** An element that is gone by now took its press with it; a key then goes to the page. */
function again(target: Element, event: Event): void {
  if (target.isConnected) target.dispatchEvent(event);
  else if (event instanceof KeyboardEvent) document.body.dispatchEvent(event);
}
