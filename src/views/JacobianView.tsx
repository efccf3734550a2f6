import { type KeyboardEvent, memo, type ReactNode, useCallback, useRef, useState } from "react";
import type { StoreApi } from "zustand/vanilla";
import { type ClassesPicture, columnSums, rowSums } from "./classesPicture";
import { cellText, numberText } from "./formatNumber";
import { numbered } from "./numbered";
import { useRested } from "./useRested";
import { useWritten } from "./useWritten";
import { writeAttribute } from "./writeAttribute";
import { writeNumbers } from "./writeNumbers";
import { writeText } from "./writeText";

export type Cell = readonly [row: number, column: number];

interface Props {
  readonly source: StoreApi<ClassesPicture>;
  readonly count: number;
  /** Names of what a row and a column is, for readers who hear the cells. */
  readonly names: readonly [string, string];
  /** Cells of the case that is pointed at in the formula, or null. */
  readonly litCase: "same" | "other" | null;
  readonly choose: (cell: Cell) => void;
  readonly light: (cell: Cell | null) => void;
}

const [left, top, sums, width] = [20, 18, 42, 396];

/** The sums of more columns than this stand in turn on two heights. */
const mostInRow = 6;

/**
 * Rows j, columns k, with the sum of each. Two hues that colour-blind readers tell apart, and the numbers themselves.
 * One cell is a stop of the tab key; arrow keys go on from there.
 */
export const JacobianView = memo(function JacobianView(props: Props): ReactNode {
  const { source, count, names, litCase, choose, light } = props;
  const root = useRef<SVGSVGElement>(null);
  const [stop, setStop] = useState<Cell>([0, 0]);
  const cell = (width - left - sums) / count;
  const tall = Math.min(Math.max(cell, 24), 30);
  const write = useCallback(
    (picture: ClassesPicture) => {
      const svg = root.current;
      if (svg === null) return;
      const all = picture.jacobian.flat();
      const most = Math.max(1e-300, ...all.filter(Number.isFinite).map(Math.abs));
      svg.querySelectorAll(".cell-tone").forEach((tone, at) => {
        const value = all[at] ?? Number.NaN;
        tone.classList.toggle("is-negative", value < 0);
        // A hundredth of the scale is no visible step, and what is not written is not painted.
        const share = Number.isFinite(value) ? Math.abs(value) / most : 0;
        writeAttribute(tone, "fill-opacity", String(Math.round(50 * share) / 100));
        writeText(tone.nextElementSibling, cellText(value));
      });
      const writeSums = (selector: string, values: readonly number[]) =>
        svg.querySelectorAll(selector).forEach((element, at) => {
          writeText(element, sumText(values[at] ?? Number.NaN));
        });
      writeSums(".row-sum", rowSums(picture));
      writeSums(".column-sum", columnSums(picture));
      writeAttribute(svg.querySelector(".jacobian-column"), "x", String(left + picture.column * cell - 1));
    },
    [cell],
  );
  useWritten(source, write);
  const say = useCallback(
    (picture: ClassesPicture) => {
      const all = picture.jacobian.flat();
      writeNumbers(root.current, ".jacobian-cell", "data-cell", all);
      writeNumbers(root.current, ".row-sum", "data-sum", rowSums(picture));
      writeNumbers(root.current, ".column-sum", "data-sum", columnSums(picture));
      root.current?.querySelectorAll(".jacobian-cell").forEach((element, at) => {
        const [row, column] = [Math.floor(at / count), at % count];
        element.setAttribute(
          "aria-label",
          `${names[0]} ${row + 1}, ${names[1]} ${column + 1}: ${numberText(all[at] ?? Number.NaN, 4)}, ${row === column ? "j = k" : "j ≠ k"}`,
        );
      });
    },
    [count, names],
  );
  useRested(source, say);
  const move = (event: KeyboardEvent<SVGSVGElement>) => {
    const by = moves[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const [row, column] = [clamp(stop[0] + by[0], count), clamp(stop[1] + by[1], count)];
    setStop([row, column]);
    root.current?.querySelectorAll<SVGGElement>(".jacobian-cell")[row * count + column]?.focus();
  };
  const places = Array.from({ length: count }, (_, at) => at);
  const height = top + tall * (count + 1);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that has cells, not a table
    <svg
      ref={root}
      className="jacobian"
      viewBox={`0 0 ${width} ${height + 2}`}
      role="group"
      aria-label={`Jacobian, rows ${names[0]}, columns ${names[1]}; arrow keys go from cell to cell`}
      onKeyDown={move}
    >
      {places.map((at) => (
        <g key={at} className="jacobian-head">
          <text x={left + (at + 0.5) * cell} y={12} textAnchor="middle">
            {at + 1}
          </text>
          <text x={8} y={top + (at + 0.5) * tall + 3.5} textAnchor="middle">
            {at + 1}
          </text>
          <text className="row-sum" x={width - 2} y={top + (at + 0.5) * tall + 3.5} textAnchor="end" />
          <text
            className="column-sum"
            x={left + (at + 0.5) * cell}
            y={height - tall / 2 + (count > mostInRow ? 5 + 6 * (at % 2 === 0 ? -1 : 1) : 5)}
            textAnchor="middle"
          />
        </g>
      ))}
      <text className="sum-name" x={width - 2} y={12} textAnchor="end">
        Σ
      </text>
      <text className="sum-name" x={8} y={height - tall / 2 + 5} textAnchor="middle">
        Σ
      </text>
      {numbered(places.flatMap((row) => places.map((column) => [row, column] as const))).map(({ entry, at }) => {
        const [row, column] = entry;
        const which = row === column ? "same" : "other";
        return (
          // biome-ignore lint/a11y/useSemanticElements: a cell of a drawing can't be an HTML button
          <g
            key={at}
            className={`jacobian-cell is-${which}${litCase === which ? " is-lit" : ""}`}
            transform={`translate(${left + column * cell},${top + row * tall})`}
            role="button"
            tabIndex={stop[0] === row && stop[1] === column ? 0 : -1}
            onMouseEnter={() => light(entry)}
            onMouseLeave={() => light(null)}
            onFocus={() => {
              setStop(entry);
              light(entry);
            }}
            onBlur={() => light(null)}
            onClick={() => choose(entry)}
            onKeyDown={(event) => {
              if (event.key === "Enter" || event.key === " ") {
                event.preventDefault();
                choose(entry);
              }
            }}
          >
            <rect className="cell-ground" width={cell - 2} height={tall - 2} />
            <rect className="cell-tone" width={cell - 2} height={tall - 2} />
            <text x={cell / 2 - 1} y={tall / 2 + 2.5} textAnchor="middle" />
          </g>
        );
      })}
      <rect className="jacobian-column" y={top - 1} width={cell} height={tall * count} />
    </svg>
  );
});

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function clamp(place: number, count: number): number {
  return Math.min(Math.max(place, 0), count - 1);
}

/** What is left of rounding fits a narrow column: 1e−17. */
function sumText(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  const text = size === 0 ? "0" : size < 5e-3 ? size.toExponential(0).replace("-", "−") : size.toFixed(2);
  return value < 0 ? `−${text}` : text;
}
