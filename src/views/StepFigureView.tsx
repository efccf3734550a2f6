import {
  type ComponentProps,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { AxisSpec } from "../check/Workbench";
import { CurvesChartView } from "./CurvesChartView";
import type { Curves } from "./curveSource";
import { DifferenceChartView } from "./DifferenceChartView";
import type { FigureTable } from "./FigureTable";
import { GuardView } from "./GuardView";
import { OverflowNoteView } from "./OverflowNoteView";
import { useCurrentRow, useOpenPage, usePageState } from "./PageContext";
import { comparedAxis, comparedLines, type PageRow } from "./pageRows";
import { plainTex } from "./plainTex";
import { StepErrorView } from "./StepErrorView";
import { StepFactsView } from "./StepFactsView";
import { ThreeWayView } from "./ThreeWayView";
import { useCurves } from "./useCurves";
import { useIsHidden } from "./useIsHidden";

/** Both sides of the current step over one input, their difference, and the gradient three ways. */
export function StepFigureView(): ReactNode {
  const row = useCurrentRow();
  const { page } = useOpenPage();
  const chosen = usePageState((state) => state.axis);
  const root = useRef<HTMLDivElement>(null);
  const table = useRef<() => FigureTable>(() => ({ columns: [], rows: [] }));
  const isHidden = useIsHidden(row);
  if (row === null) return null;
  if (isHidden) return <p className="figure-empty">The figure of this line waits for your prediction.</p>;
  const axis = comparedAxis(row, page.workbench, chosen);
  const lines = comparedLines(row);
  if (axis === undefined || lines.length === 0)
    return <p className="figure-empty">This line has no value, so there is nothing to draw.</p>;
  return (
    <div className="figure">
      <SidesView
        key={`${row.number} ${axis.key}`}
        row={row}
        axis={axis}
        first={lines[0] ?? 0}
        second={lines[1] ?? null}
        root={root}
        tableRef={table}
      />
      <StepFactsView row={row} />
      <OverflowNoteView key={`overflow ${lines.at(-1) ?? 0}`} line={lines.at(-1) ?? 0} />
      <ThreeWayView row={row} />
      <StepErrorView row={row} />
      <ToolsView root={root} table={() => table.current()} />
    </div>
  );
}

interface SidesProps {
  readonly row: PageRow;
  readonly axis: AxisSpec;
  readonly first: number;
  readonly second: number | null;
  /** What is copied. */
  readonly root: RefObject<HTMLDivElement | null>;
  /** Told how to make the table of what is drawn. */
  readonly tableRef: RefObject<() => FigureTable>;
}

function SidesView({ row, axis, first, second, root, tableRef }: SidesProps): ReactNode {
  const lines = useMemo(() => (second === null ? [first] : [first, second]), [first, second]);
  const curves = useCurves(lines, axis);
  const names = second === null ? [`line ${row.number}`] : [leftName(row), `line ${row.number}`];
  useEffect(() => {
    tableRef.current = () => tableOf(curves.getState(), axis, names);
  });
  return (
    <div ref={root}>
      <GuardView name="chart">
        <CurvesChartView source={curves} lines={lines} axis={axis} names={names} />
      </GuardView>
      <p className="legend">
        {names.map((name, index) => (
          <span
            key={name}
            className={`legend-item ${index === names.length - 1 && names.length > 1 ? "legend-thin" : "legend-wide"}`}
          >
            {name}
          </span>
        ))}
        <AxisChoiceView axis={axis} />
      </p>
      {second === null ? null : (
        <GuardView name="chart">
          <DifferenceChartView source={curves} axis={axis} />
        </GuardView>
      )}
    </div>
  );
}

const FigureToolsView = lazy(async () => ({ default: (await import("./FigureToolsView")).FigureToolsView }));

/** Copies and numbers of the figure: fetched when a reader asks for them, for the figure itself comes with the page. */
function ToolsView({ root, table }: ComponentProps<typeof FigureToolsView>): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="step-error" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>Copy this figure, see its numbers</summary>
      {isOpen ? (
        <Suspense fallback={null}>
          <FigureToolsView root={root} table={table} />
        </Suspense>
      ) : null}
    </details>
  );
}

/** What is drawn: the axis, each side, and their difference. */
function tableOf({ at, lines }: Curves, axis: AxisSpec, names: readonly string[]): FigureTable {
  const isPair = lines.length > 1;
  return {
    columns: [plainTex(axis.tex), ...names, ...(isPair ? ["difference"] : [])],
    rows: [...at].map((x, place) => {
      const values = lines.map((line) => line[place] ?? Number.NaN);
      return [x, ...values, ...(isPair ? [(values[1] ?? Number.NaN) - (values[0] ?? Number.NaN)] : [])];
    }),
  };
}

/** A chain's first link starts at its left side; a later one at the line before. */
function leftName(row: PageRow): string {
  return row.left === null ? `line ${row.number - 1}` : "left side";
}

function AxisChoiceView({ axis }: { readonly axis: AxisSpec }): ReactNode {
  const { page } = useOpenPage();
  return (
    <label className="axis-choice">
      against
      <select
        value={axis.key}
        onChange={(event) => page.change({ axis: event.currentTarget.value })}
        aria-label="Input on the axis"
      >
        {page.workbench.axes.map(({ key, tex }) => (
          <option key={key} value={key}>
            {plainTex(tex)}
          </option>
        ))}
      </select>
    </label>
  );
}
