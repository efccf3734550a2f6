import type { ReactNode } from "react";
import { labelVectors } from "../store/PageState";
import { IndexChoiceView } from "./IndexChoiceView";
import { InputRowView } from "./InputRowView";
import { LabelChoiceView } from "./LabelChoiceView";
import { usePage, usePageState } from "./PageContext";
import { ScenarioView } from "./ScenarioView";

/** One row for each input. The entries of a label vector are one choice of class, or a row each when they are soft. */
export function InputsView(): ReactNode {
  const { workbench } = usePage();
  const softLabels = usePageState((state) => state.softLabels);
  const vectors = labelVectors(workbench);
  const inVector = new Set(vectors.flat());
  const shown = workbench.inputs.filter(({ key }) => softLabels || !inVector.has(key));
  const choices = workbench.indices.filter(({ size }) => size > 1);
  return (
    <div className="inputs">
      <h2 className="bench-title">Inputs</h2>
      <ul className="input-rows">
        {shown.map((input) => (
          <InputRowView key={input.key} input={input} />
        ))}
      </ul>
      {vectors.length === 0 && choices.length === 0 ? null : (
        <div className="choices">
          {vectors.map((keys) => (
            <LabelChoiceView key={keys[0]} keys={keys} />
          ))}
          {choices.map((index) => (
            <IndexChoiceView key={index.letter} index={index} />
          ))}
        </div>
      )}
      <ScenarioView />
    </div>
  );
}
