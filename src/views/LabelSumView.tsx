import { type ReactNode, useCallback, useRef } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { ClassesPicture } from "./classesPicture";
import type { Classes } from "./findClasses";
import { numberText, shortText } from "./formatNumber";
import { labelPresets, presetLabels } from "./labelPresets";
import { useOpenPage } from "./PageContext";
import { total } from "./total";
import { useWritten } from "./useWritten";
import { verdictLabel } from "./verdictLabel";

interface Props {
  readonly classes: Classes;
  readonly source: StoreApi<ClassesPicture>;
}

/** What the labels sum to; where that is not one, the lines that need it, with both values. */
export function LabelSumView({ classes, source }: Props): ReactNode {
  const { page, rows } = useOpenPage();
  const says = useRef<HTMLParagraphElement>(null);
  const write = useCallback(
    ({ labels }: ClassesPicture) => {
      const sum = total(labels);
      const isOne = Math.abs(sum - 1) < 1e-9;
      const { lineValues } = page.observation.getState();
      const parted = rows.flatMap(({ number, verdict, compared }) => {
        if (verdict?.kind !== "holds-if" || compared === null) return [];
        if (!verdict.condition.code.endsWith("sum-is-one")) return [];
        const [left, right] = [lineValues[compared.left] ?? Number.NaN, lineValues[compared.right] ?? Number.NaN];
        return [{ number, needs: verdictLabel(verdict), left, right }];
      });
      if (says.current === null) return;
      says.current.setAttribute("data-sum", String(sum));
      says.current.classList.toggle("is-parted", !isOne);
      const lines = parted.map(({ number, needs, left, right }) =>
        isOne
          ? `Line ${number} holds ${needs}: it is ${numberText(right, 6)}, as the line before.`
          : `Line ${number} holds only ${needs}, and fails here: it is ${numberText(right, 6)}, the line before ${numberText(left, 6)}, ${shortText(Math.abs(right - left))} apart.`,
      );
      says.current.textContent = [`The labels sum to ${shortText(sum)}${isOne ? "" : ", not to 1"}.`, ...lines].join(
        " ",
      );
    },
    [page, rows],
  );
  useWritten(source, write);
  return (
    <>
      <fieldset className="choice label-presets">
        <legend>labels</legend>
        {labelPresets.map((preset) => (
          <button
            key={preset.name}
            type="button"
            className="segment"
            onClick={() => {
              const values = presetLabels(preset, source.getState().labels);
              page.setInputs(Object.fromEntries(classes.labels.map((key, at) => [key, values[at] ?? 0])));
              page.change({ softLabels: preset.entries.length > 1 });
            }}
          >
            {preset.name}
          </button>
        ))}
      </fieldset>
      <p className="figure-says label-sum" ref={says} />
    </>
  );
}
