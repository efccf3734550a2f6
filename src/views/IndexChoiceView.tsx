import type { ReactNode } from "react";
import type { IndexSpec } from "../check/Workbench";
import { usePage, usePageState } from "./PageContext";

/** Which member of a free index the values are shown for. */
export function IndexChoiceView({ index }: { readonly index: IndexSpec }): ReactNode {
  const page = usePage();
  const chosen = usePageState((state) => state.bindings.indices[index.letter]);
  return (
    <fieldset className={`choice${index.size > 6 ? " is-many" : ""}`}>
      <legend>
        index <var>{index.letter}</var>
      </legend>
      {Array.from({ length: index.size }, (_, position) => position + 1).map((value) => (
        <button
          key={value}
          type="button"
          className="segment"
          aria-pressed={chosen === value}
          onClick={() => page.setIndex(index.letter, value)}
        >
          {value}
        </button>
      ))}
    </fieldset>
  );
}
