import type { ReactNode } from "react";
import type { ClassesPicture } from "./classesPicture";
import { numberText } from "./formatNumber";
import { numbered } from "./numbered";

interface Props {
  readonly picture: ClassesPicture;
  readonly choose: (column: number) => void;
  readonly light: (cell: readonly [number, number] | null) => void;
}

const left = 20;
const size = 360;

/** Rows j, columns k. Two hues that colour-blind readers tell apart, and the numbers themselves. */
export function JacobianView({ picture: { jacobian, column }, choose, light }: Props): ReactNode {
  const cell = size / Math.max(jacobian.length, 1);
  const tall = Math.min(cell, 36);
  const most = Math.max(1e-300, ...jacobian.flat().map((value) => (Number.isFinite(value) ? Math.abs(value) : 0)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that has cells, not a table
    <svg
      className="jacobian"
      viewBox={`0 0 ${left + size + 2} ${left + tall * jacobian.length + 2}`}
      role="group"
      aria-label="Jacobian, rows j, columns k"
    >
      {numbered(jacobian).map(({ entry: row, at }) => (
        <g key={at}>
          <text x={left + (at + 0.5) * cell} y={13} textAnchor="middle">
            {at + 1}
          </text>
          <text x={8} y={left + (at + 0.5) * tall + 4} textAnchor="middle">
            {at + 1}
          </text>
          {numbered(row).map(({ entry: value, at: k }) => (
            // biome-ignore lint/a11y/useSemanticElements: a cell of a drawing can't be an HTML button
            <g
              key={k}
              className={`jacobian-cell${at === k ? " is-same" : ""}`}
              transform={`translate(${left + k * cell},${left + at * tall})`}
              role="button"
              tabIndex={0}
              aria-label={`row ${at + 1}, column ${k + 1}: ${numberText(value, 4)}, ${at === k ? "j = k" : "j ≠ k"}`}
              data-cell={value}
              onMouseEnter={() => light([at, k])}
              onMouseLeave={() => light(null)}
              onFocus={() => light([at, k])}
              onBlur={() => light(null)}
              onClick={() => choose(k)}
              onKeyDown={({ key }) => {
                if (key === "Enter") choose(k);
              }}
            >
              <rect className="cell-ground" width={cell - 2} height={tall - 2} />
              <rect
                className={value < 0 ? "is-negative" : "is-positive"}
                width={cell - 2}
                height={tall - 2}
                fillOpacity={Number.isFinite(value) ? 0.45 * (Math.abs(value) / most) : 0}
              />
              <text x={cell / 2 - 1} y={tall / 2 + 3} textAnchor="middle">
                {numberText(value, 2)}
              </text>
            </g>
          ))}
        </g>
      ))}
      <rect
        className="jacobian-column"
        x={left + column * cell - 1}
        y={left - 1}
        width={cell}
        height={tall * jacobian.length}
      />
    </svg>
  );
}
