import type { ReactNode } from "react";
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  usePlotArea,
  XAxis,
  YAxis,
} from "recharts";
import type { PlotBox } from "./chartScale";
import { shortText } from "./formatNumber";
import { type Extent, ticksOf } from "./steadyDomain";

interface Props {
  readonly x: Extent;
  readonly y: Extent;
  readonly height: number;
  readonly rows?: number;
  /** How the upright axis names its ticks, where they are not plain values. */
  readonly yText?: (value: number) => string;
  /** Positions at which the tool tip can be asked. */
  readonly at: Float64Array;
  /** What the tool tip says at a position. */
  readonly tip: (x: number) => ReactNode;
  /** The moving part, drawn into the frame. */
  readonly children: (box: PlotBox) => ReactNode;
}

/** Axes, grid and tool tip. Nothing here renders while values move: the moving part is the children's own. */
export default function ChartFrameView({ x, y, height, rows = 5, yText = tick, at, tip, children }: Props): ReactNode {
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 380, height }}>
      <LineChart data={positions(at)} margin={{ top: 6, right: 10, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid />
        <ReferenceLine y={0} className="zero-line" ifOverflow="hidden" />
        <XAxis type="number" dataKey="x" domain={[...x]} ticks={[...ticksOf(x, 6)]} tickFormatter={tick} height={22} />
        <YAxis
          type="number"
          domain={[...y]}
          ticks={[...ticksOf(y, rows)]}
          tickFormatter={yText}
          width={46}
          allowDataOverflow
        />
        <Line dataKey="none" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
        <Tooltip isAnimationActive={false} content={<TipView tip={tip} />} />
        <MovingPart>{children}</MovingPart>
      </LineChart>
    </ResponsiveContainer>
  );
}

interface TipProps extends Pick<Props, "tip"> {
  /** Both given by the chart. */
  readonly active?: boolean;
  readonly label?: unknown;
}

function TipView({ tip, active = false, label }: TipProps): ReactNode {
  return active && typeof label === "number" ? <div className="tip">{tip(label)}</div> : null;
}

function MovingPart({ children }: Pick<Props, "children">): ReactNode {
  const box = usePlotArea();
  return box === undefined || box.width <= 0 ? null : <g className="moving">{children(box)}</g>;
}

function positions(at: Float64Array): { readonly x: number; readonly none: null }[] {
  return [...at].map((x) => ({ x, none: null }));
}

function tick(value: number): string {
  return shortText(value, 6);
}
