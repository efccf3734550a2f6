import type { CSSProperties, ReactNode } from "react";
import { classCounts } from "../store/PageState";
import { usePage } from "./PageContext";

const { least, most } = classCounts;

/** How many classes there are: the reader's choice, which keeps all other inputs. */
export function ClassCountView({ count }: { readonly count: number }): ReactNode {
  const page = usePage();
  return (
    <div className="class-count">
      <span aria-hidden="true">
        classes <span className="class-count-number">{count}</span>
      </span>
      <input
        type="range"
        className="slider"
        aria-label="classes"
        style={{ "--fill": `${(100 * (count - least)) / (most - least)}%` } as CSSProperties}
        min={least}
        max={Math.max(most, count)}
        step={1}
        value={count}
        onChange={(event) => page.setClasses(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
