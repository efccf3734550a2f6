import type { ReactNode } from "react";
import { hotClass } from "../store/PageState";
import { usePage, usePageState } from "./PageContext";
import { plainTex } from "./plainTex";

/** Labels of one example: one class, or "soft", which gives each class a slider. */
export function LabelChoiceView({ keys }: { readonly keys: readonly string[] }): ReactNode {
  const page = usePage();
  const softLabels = usePageState((state) => state.softLabels);
  const hot = usePageState((state) => hotClass(keys, state.bindings));
  const name = plainTex(
    page.workbench.inputs.find(({ key }) => key === keys[0])?.name.replace(/^hat (.*)$/, "\\hat{$1}") ?? "y",
  );
  const choose = (chosen: number) => {
    page.setInputs(Object.fromEntries(keys.map((key, position) => [key, position === chosen ? 1 : 0])));
    page.change({ softLabels: false });
  };
  return (
    <fieldset className={`choice${keys.length > 6 ? " is-many" : ""}`}>
      <legend>
        label <var>{name}</var>
      </legend>
      {keys.map((key, position) => (
        <button
          key={key}
          type="button"
          className="segment"
          aria-pressed={!softLabels && hot === position}
          onClick={() => choose(position)}
        >
          <span className="sr-only">class </span>
          {position + 1}
        </button>
      ))}
      <button
        type="button"
        className="segment"
        aria-pressed={softLabels}
        onClick={() => (softLabels ? choose(hot ?? 0) : page.change({ softLabels: true }))}
      >
        soft
      </button>
    </fieldset>
  );
}
