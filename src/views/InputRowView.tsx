import { type CSSProperties, memo, type ReactNode, useCallback, useRef, useState } from "react";
import type { InputSpec } from "../check/Workbench";
import type { Observation } from "../store/Observation";
import { useColours } from "./DocumentContext";
import { FormulaView } from "./FormulaView";
import { narrowText, shortText } from "./formatNumber";
import { LiveTextView } from "./LiveTextView";
import { usePage, usePageState } from "./PageContext";
import { plainTex } from "./plainTex";
import { useLive } from "./useLive";

/**
 * Symbol, slider, number box, slope of the loss. Slider and box belong to the browser: their values are written to them
 * only where they differ, so that typing and dragging are never interrupted.
 */
export const InputRowView = memo(function InputRowView({ input }: { readonly input: InputSpec }): ReactNode {
  const page = usePage();
  const ink = useColours().get(input.name);
  const slider = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const written = useRef<number | null>(null);
  const name = plainTex(input.tex);
  const initial = page.observation.getState().bindings.inputs[input.key] ?? input.initial;
  const [start] = useState(() => ({ "--fill": fill(input, initial) }) as CSSProperties);
  const write = useCallback(
    ({ bindings }: Observation) => {
      const value = bindings.inputs[input.key] ?? input.initial;
      if (Object.is(value, written.current)) return;
      written.current = value;
      const range = slider.current;
      if (range !== null) {
        if (range.valueAsNumber !== value) range.value = String(value);
        range.style.setProperty("--fill", fill(input, value));
      }
      const number = box.current;
      if (number !== null && readBox(number.value) !== value) number.value = boxText(value, input.step);
    },
    [input],
  );
  useLive(write);
  const change = (value: number) => {
    if (!Number.isNaN(value)) page.setInput(input.key, value);
  };
  const finish = () => {
    page.settle();
    if (box.current !== null)
      box.current.value = boxText(page.state.getState().bindings.inputs[input.key] ?? input.initial, input.step);
  };
  return (
    <li className={`input-row${ink === undefined ? "" : ` ink-${ink}`}`} data-entry={input.key}>
      <span className="input-symbol">
        <FormulaView tex={input.tex} style="inline" />
      </span>
      <input
        ref={slider}
        type="range"
        className="slider"
        aria-label={`${name}, from ${shortText(input.min)} to ${shortText(input.max)}`}
        min={input.min}
        max={input.max}
        step={input.step}
        defaultValue={initial}
        style={start}
        onInput={(event) => change(event.currentTarget.valueAsNumber)}
        onPointerUp={page.settle}
        onKeyUp={page.settle}
      />
      <input
        ref={box}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className="number-box"
        aria-label={`Value of ${name}`}
        defaultValue={boxText(initial, input.step)}
        onInput={(event) => change(readBox(event.currentTarget.value))}
        onBlur={finish}
      />
      {input.role === "label" ? <span className="input-slope">label</span> : <SlopeView input={input} name={name} />}
    </li>
  );
});

function SlopeView({ input, name }: { readonly input: InputSpec; readonly name: string }): ReactNode {
  const { workbench } = usePage();
  const select = useCallback(({ gradients }: Observation) => gradients[input.key] ?? Number.NaN, [input.key]);
  const hidesSign = usePageState(({ prediction }) => prediction?.isSignKnown === false);
  if (workbench.loss === null || hidesSign) return <span className="input-slope" />;
  return (
    <span className="input-slope">
      <span className="slope-name">
        ∂{plainTex(workbench.loss.tex)}/∂{name}
      </span>{" "}
      = <LiveTextView className="slope" select={select} format={slopeText} />
    </span>
  );
}

/** How much of a slider's track is filled. */
function fill({ min, max }: InputSpec, value: number): string {
  return `${(100 * (value - min)) / (max - min || 1)}%`;
}

function slopeText(value: number): string {
  return Number.isFinite(value) ? narrowText(value) : "undefined";
}

function decimalsOf(step: number): number {
  const text = String(step);
  return text.includes("e-") ? Number(text.split("e-")[1]) : (text.split(".")[1]?.length ?? 0);
}

/** What a reader typed, with either minus sign and either decimal mark; NaN while it is no number. */
function readBox(text: string): number {
  const plain = text.trim().replace("−", "-").replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

/** The step's decimals; more where the value has more, as far as the box is wide. */
function boxText(value: number, step: number): string {
  const fixed = value.toFixed(Math.max(decimalsOf(step), Number.isInteger(step) ? 0 : 2));
  return (Number(fixed) === value ? fixed : String(value)).replace("-", "−");
}
