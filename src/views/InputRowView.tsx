import { type CSSProperties, memo, type ReactNode, useCallback, useRef, useState } from "react";
import type { InputSpec } from "../check/Workbench";
import type { Observation } from "../store/Observation";
import { useColours } from "./DocumentContext";
import { FormulaView } from "./FormulaView";
import { shortText } from "./formatNumber";
import { boxText, fillOf, readBox, settleField, writeField } from "./inputField";
import { LiveTextView } from "./LiveTextView";
import { usePage, usePageState } from "./PageContext";
import { plainTex } from "./plainTex";
import { useLive } from "./useLive";

/** Symbol, slider, number box, slope of the loss. Slider and box belong to the browser: see `writeField`. */
export const InputRowView = memo(function InputRowView({ input }: { readonly input: InputSpec }): ReactNode {
  const page = usePage();
  const ink = useColours().get(input.name);
  const slider = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const written = useRef<number | null>(null);
  const name = plainTex(input.tex);
  const initial = page.observation.getState().bindings.inputs[input.key] ?? input.initial;
  const [start] = useState(() => ({ "--fill": fillOf(input, initial) }) as CSSProperties);
  const write = useCallback(
    ({ bindings }: Observation) => {
      const value = bindings.inputs[input.key] ?? input.initial;
      if (Object.is(value, written.current)) return;
      written.current = value;
      writeField({ slider: slider.current, box: box.current }, input, value);
    },
    [input],
  );
  useLive(write);
  const change = (value: number) => {
    if (!Number.isNaN(value)) page.setInput(input.key, value);
  };
  const finish = () => settleField({ box: box.current }, input, page);
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
        onKeyDown={(event) => {
          if (event.key === "Enter") finish();
        }}
        onBlur={finish}
      />
      {input.role === "label" ? <span className="input-slope">label</span> : <SlopeView input={input} name={name} />}
    </li>
  );
});

function SlopeView({ input, name }: { readonly input: InputSpec; readonly name: string }): ReactNode {
  const { workbench } = usePage();
  const hidesSign = usePageState(({ prediction }) => prediction?.isSignKnown === false);
  if (workbench.loss === null || hidesSign) return <span className="input-slope" />;
  return (
    <span className="input-slope">
      <span className="slope-name">
        ∂{plainTex(workbench.loss.tex)}/∂{name}
      </span>{" "}
      = <LiveTextView className="slope" kind="slope" of={input.key} />
    </span>
  );
}
