import type { InputSpec } from "../check/Workbench";
import type { Page } from "../store/createPage";
import { hotClass, labelVectors } from "../store/PageState";
import type { LineSide } from "./LineSide";
import { placeOf } from "./partElements";
import { chosenEntry } from "./partFacts";

/** Pixels that a pointer moves before a press on a symbol is a drag. */
const threshold = 3;

/** Pixels that lead through the whole range of an input. */
const wholeRange = 300;

interface Drag {
  readonly input: InputSpec;
  readonly from: number;
  /** Where the pointer was and what the value was when the last piece of the way began. */
  x: number;
  value: number;
  speed: number;
  isUnderWay: boolean;
}

/**
 * Lets a mouse or a pen drag the free symbols of the lines: to the right is more. Shift goes ten times as far, Alt a
 * tenth. Fingers scroll; the slider is the control. One drag is one change for undo. Returns what ends it.
 */
export function dragSymbols(sides: readonly LineSide[], page: Page): () => void {
  let drag: Drag | null = null;
  const inputAt = (target: EventTarget | null): InputSpec | null => {
    if (!(target instanceof Element) || target.closest(".symbol") === null) return null;
    const place = placeOf(target, sides);
    if (place === null) return null;
    const { bindings } = page.state.getState();
    const entry = chosenEntry(place, page.workbench, bindings);
    const input = page.workbench.inputs.find(({ key }) => key === entry) ?? null;
    // One class of a one-hot label is chosen with all the others.
    const isOneHot = labelVectors(page.workbench).some(
      (keys) => entry !== null && keys.includes(entry) && hotClass(keys, bindings) !== null,
    );
    return isOneHot ? null : input;
  };
  const onOver = ({ target, pointerType }: PointerEvent) => {
    const symbol = target instanceof Element ? target.closest(".symbol") : null;
    if (pointerType !== "touch" && symbol instanceof HTMLElement && inputAt(target) !== null) symbol.dataset.drag = "";
  };
  const onDown = (event: PointerEvent) => {
    const input = event.button === 0 && event.pointerType !== "touch" ? inputAt(event.target) : null;
    if (input === null) return;
    const value = page.state.getState().bindings.inputs[input.key] ?? input.initial;
    drag = { input, from: event.clientX, x: event.clientX, value, speed: 1, isUnderWay: false };
  };
  const onMove = (event: PointerEvent) => {
    if (drag === null) return;
    if ((event.buttons & 1) === 0) return finish();
    const speed = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
    if (!drag.isUnderWay) {
      if (Math.abs(event.clientX - drag.from) < threshold) return;
      drag.isUnderWay = true;
      drag.speed = speed;
      page.settle();
      getSelection()?.removeAllRanges();
      document.documentElement.setAttribute("data-dragging", "");
    }
    const { input } = drag;
    if (speed !== drag.speed) {
      // What was dragged so far stays: only the way from here on is faster or slower.
      drag.value = page.state.getState().bindings.inputs[input.key] ?? drag.value;
      drag.x = event.clientX;
      drag.speed = speed;
    }
    const moved = drag.value + ((event.clientX - drag.x) / wholeRange) * (input.max - input.min) * speed;
    page.setInput(input.key, onGrid(moved, input));
  };
  const finish = () => {
    if (drag?.isUnderWay) page.settle();
    drag = null;
    document.documentElement.removeAttribute("data-dragging");
  };
  const onUp = () => {
    if (drag?.isUnderWay) {
      // The click that follows belongs to the drag: it goes to no line and keeps no part.
      const swallow = (event: Event) => event.stopImmediatePropagation();
      addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
    }
    finish();
  };
  const onSelect = (event: Event) => {
    if (drag !== null) event.preventDefault();
  };
  document.addEventListener("pointerover", onOver);
  document.addEventListener("pointerdown", onDown);
  document.addEventListener("pointermove", onMove);
  document.addEventListener("pointerup", onUp);
  document.addEventListener("pointercancel", finish);
  document.addEventListener("selectstart", onSelect);
  return () => {
    finish();
    document.removeEventListener("pointerover", onOver);
    document.removeEventListener("pointerdown", onDown);
    document.removeEventListener("pointermove", onMove);
    document.removeEventListener("pointerup", onUp);
    document.removeEventListener("pointercancel", finish);
    document.removeEventListener("selectstart", onSelect);
  };
}

/** The nearest value that the slider has too; of a finite set the nearest member. */
function onGrid(value: number, { min, max, step, choices }: InputSpec): number {
  if (choices !== null)
    return choices.reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best));
  const steps = Math.round((Math.min(Math.max(value, min), max) - min) / step);
  return Number((min + steps * step).toFixed(10));
}
