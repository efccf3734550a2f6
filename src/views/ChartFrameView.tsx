import { memo, type ReactNode, useMemo } from "react";
import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import type { ChartFrame } from "./ChartFrame";
import { plotInset } from "./chartScale";
import { ticksOf } from "./steadyDomain";

interface Props {
  readonly frame: ChartFrame;
  /** Positions at which the tool tip can be asked, ascending. */
  readonly at: Float64Array;
  /** What the tool tip says at a position, null for nothing. */
  readonly tip: (x: number) => ReactNode;
}

const { left, right, top, bottom } = plotInset;
const margin = { top, right, bottom: 0, left: 0 };
const cursorOfTheChart = { cursor: "inherit" };
const aboveTheCurves = { zIndex: 1 };

/** Axes, grid and tool tip, in the box that `plotBox` knows: every size and tick is given. The curves are not drawn here. */
export default memo(function ChartFrameView({ frame, at, tip }: Props): ReactNode {
  const { x, y, width, height, rows, xText, yText } = frame;
  const data = useMemo(() => [...at].map((position) => ({ x: position, none: null })), [at]);
  return (
    <LineChart
      width={width}
      height={height}
      data={data}
      margin={margin}
      style={cursorOfTheChart}
      accessibilityLayer={false}
    >
      <CartesianGrid />
      {y[0] <= 0 && y[1] >= 0 ? <ReferenceLine y={0} className="zero-line" /> : null}
      <XAxis
        type="number"
        dataKey="x"
        domain={[...x]}
        ticks={[...ticksOf(x, 6)]}
        interval={0}
        tickFormatter={xText}
        height={bottom}
        axisLine={false}
        tickLine={false}
        allowDataOverflow
      />
      <YAxis
        type="number"
        domain={[...y]}
        ticks={[...ticksOf(y, rows)]}
        interval={0}
        tickFormatter={yText}
        width={left}
        axisLine={false}
        tickLine={false}
        allowDataOverflow
      />
      {/* The tool tip looks for its positions in a curve: one that has no values. */}
      {data.length === 0 ? null : (
        <Line dataKey="none" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
      )}
      <Tooltip
        filterNull={false}
        isAnimationActive={false}
        wrapperStyle={aboveTheCurves}
        content={<TipView tip={tip} />}
      />
    </LineChart>
  );
});

interface TipProps extends Pick<Props, "tip"> {
  /** Both given by the chart. */
  readonly active?: boolean;
  readonly label?: unknown;
}

function TipView({ tip, active = false, label }: TipProps): ReactNode {
  const says = active && typeof label === "number" ? tip(label) : null;
  return says === null ? null : <div className="tip">{says}</div>;
}
