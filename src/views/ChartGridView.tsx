import { memo, type ReactNode } from "react";
import { plotBox, plotInset } from "./chartScale";
import { type Extent, ticksOf } from "./steadyDomain";

interface Props {
  readonly x: Extent;
  readonly y: Extent;
  readonly height: number;
  readonly rows: number;
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
}

/**
 * Grid lines and the names of the ticks. Everything across stands at a share of the chart's width and a shift in pixels,
 * so one drawing is right at every width.
 */
export const ChartGridView = memo(function ChartGridView({ x, y, height, rows, xText, yText }: Props): ReactNode {
  const { y: top, height: tall } = plotBox(0, height);
  const bottom = top + tall;
  const across = (value: number) => placeAcross((value - x[0]) / (x[1] - x[0]));
  const down = (value: number) => bottom - ((value - y[0]) / (y[1] - y[0])) * tall;
  return (
    <g className="chart-grid">
      {withEnds(x, ticksOf(x, 6)).map((value) => {
        const { share, shift } = across(value);
        return <line key={value} x1={share} x2={share} y1={top} y2={bottom} transform={`translate(${shift},0)`} />;
      })}
      {withEnds(y, ticksOf(y, rows)).map((value) => (
        <LevelView key={value} at={down(value)} className="level" />
      ))}
      {y[0] <= 0 && y[1] >= 0 ? <LevelView at={down(0)} className="zero-line" /> : null}
      {ticksOf(x, 6).map((value) => {
        const { share, shift } = across(value);
        return (
          <text key={value} x={share} dx={shift} y={bottom + 16} textAnchor="middle">
            {xText(value)}
          </text>
        );
      })}
      {ticksOf(y, rows).map((value) => (
        <text key={value} x={plotInset.left - 8} y={down(value) + 4} textAnchor="end">
          {yText(value)}
        </text>
      ))}
    </g>
  );
});

/** A line from the plot's left edge to its right one. */
function LevelView({ at, className }: { readonly at: number; readonly className: string }): ReactNode {
  const { left, right } = plotInset;
  return (
    <line className={className} x1={left + right} x2="100%" y1={at} y2={at} transform={`translate(${-right},0)`} />
  );
}

/** A share of the plot as a share of the whole chart and what is left over in pixels. */
function placeAcross(share: number): { readonly share: string; readonly shift: number } {
  const { left, right } = plotInset;
  return { share: `${tidy(100 * share)}%`, shift: tidy(left - (left + right) * share) };
}

function withEnds(extent: Extent, ticks: readonly number[]): readonly number[] {
  return [...new Set([extent[0], ...ticks, extent[1]])];
}

function tidy(value: number): number {
  return Number(value.toFixed(3));
}
