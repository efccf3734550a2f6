import type { Workbench } from "../check/Workbench";
import type { Page } from "../store/createPage";
import type { Observation } from "../store/Observation";
import { plotBox, usualWidth } from "./chartScale";
import { axisPoints, curvesAt } from "./curveSource";
import { readBox, settleField, writeField } from "./inputField";
import { writeLive } from "./liveNumbers";
import { sidesDrawing, sidesHeight, sidesWriter } from "./sidesDrawing";

/**
 * Lets a prerendered page answer to its sliders and boxes before its views are there, by what its markup says of itself:
 * values of lines, slopes, the curves of the open step. Gives back how to end it, when the views take over.
 */
export function answerEarly(container: Element, page: Page): () => void {
  const { workbench } = page;
  const fields = workbench.inputs.flatMap((input) => {
    const row = container.querySelector(`.input-row[data-entry="${CSS.escape(input.key)}"]`);
    const field = {
      slider: row?.querySelector<HTMLInputElement>(".slider") ?? null,
      box: row?.querySelector<HTMLInputElement>(".number-box") ?? null,
    };
    return row === null ? [] : [{ input, field }];
  });
  const numbers = [...container.querySelectorAll("[data-live]")];
  const drawSides = sidesOf(container, workbench);
  const write = (observation: Observation) => {
    for (const { input, field } of fields)
      writeField(field, input, observation.bindings.inputs[input.key] ?? input.initial);
    for (const element of numbers) writeLive(element, observation);
    drawSides(observation);
  };
  const fieldOf = (target: EventTarget | null) =>
    fields.find(({ field }) => target !== null && (target === field.slider || target === field.box));
  const change = ({ target }: Event) => {
    const found = fieldOf(target);
    if (found === undefined) return;
    const { input, field } = found;
    const isBox = target === field.box;
    const value = isBox ? readBox(field.box?.value ?? "") : (field.slider?.valueAsNumber ?? Number.NaN);
    if (!Number.isNaN(value)) page.setInput(input.key, value);
  };
  const finish = ({ target }: Event) => {
    const found = fieldOf(target);
    if (found === undefined) return;
    const { input, field } = found;
    if (target === field.box) settleField(field, input, page);
    else page.settle();
  };
  container.addEventListener("input", change);
  container.addEventListener("change", finish);
  const unsubscribe = page.observation.subscribe(write);
  if (page.state.getState().bindings !== page.observation.getInitialState().bindings)
    write(page.observation.getState());
  return () => {
    container.removeEventListener("input", change);
    container.removeEventListener("change", finish);
    unsubscribe();
  };
}

/** How to draw both sides of the open step; nothing where the page shows no such chart. */
function sidesOf(container: Element, workbench: Workbench): (observation: Observation) => void {
  const svg = container.querySelector("[data-sides]");
  if (svg === null) return () => {};
  const {
    lines,
    axis: key,
    y,
  } = JSON.parse(svg.getAttribute("data-sides") ?? "{}") as {
    readonly lines: readonly number[];
    readonly axis: string;
    readonly y: readonly [number, number];
  };
  const axis = workbench.axes.find((one) => one.key === key);
  if (axis === undefined) return () => {};
  const at = axisPoints(axis);
  const into = sidesWriter(svg);
  const box = plotBox(usualWidth, sidesHeight);
  return (observation) =>
    into(sidesDrawing(curvesAt(workbench, lines, axis, at, observation), box, [axis.min, axis.max], y));
}
