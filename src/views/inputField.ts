import type { InputSpec } from "../check/Workbench";
import type { Page } from "../store/createPage";

/** The slider and the number box of one input. */
export interface InputField {
  readonly slider: HTMLInputElement | null;
  readonly box: HTMLInputElement | null;
}

/** Writes a value to both where it differs from what they show, so that typing and dragging are never interrupted. */
export function writeField({ slider, box }: InputField, input: InputSpec, value: number): void {
  if (slider !== null) {
    if (slider.valueAsNumber !== value) slider.value = String(value);
    slider.style.setProperty("--fill", fillOf(input, value));
  }
  if (box !== null && readBox(box.value) !== value) box.value = boxText(value, input.step);
}

/** Ends what is typed or dragged: the box then shows the value that counts, whatever was left in it. */
export function settleField({ box }: Pick<InputField, "box">, input: InputSpec, page: Page): void {
  page.settle();
  if (box !== null) box.value = boxText(page.state.getState().bindings.inputs[input.key] ?? input.initial, input.step);
}

/** How much of a slider's track is filled. */
export function fillOf({ min, max }: InputSpec, value: number): string {
  return `${(100 * (value - min)) / (max - min || 1)}%`;
}

/** What a reader typed, with either minus sign and either decimal mark; NaN while it is no number. */
export function readBox(text: string): number {
  const plain = text.trim().replace("−", "-").replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

/** The step's decimals; more where the value has more, as far as the box is wide. */
export function boxText(value: number, step: number): string {
  const fixed = value.toFixed(Math.max(decimalsOf(step), Number.isInteger(step) ? 0 : 2));
  return (Number(fixed) === value ? fixed : String(value)).replace("-", "−");
}

function decimalsOf(step: number): number {
  const text = String(step);
  return text.includes("e-") ? Number(text.split("e-")[1]) : (text.split(".")[1]?.length ?? 0);
}
