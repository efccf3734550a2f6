import type { ReactNode } from "react";
import type { ClassesPicture } from "./classesPicture";
import { shortText } from "./formatNumber";
import { numbered } from "./numbered";

interface Props {
  readonly picture: ClassesPicture;
  readonly probability: string;
  readonly gradient: string;
}

interface Panel {
  readonly name: string;
  readonly values: readonly number[];
  readonly low: number;
}

const width = 122;
const top = 8;
const height = 90;

/** One panel each for probabilities, labels and gradient; the scales stand still. */
export function ClassBarsView({ picture, probability, gradient }: Props): ReactNode {
  const panels: readonly Panel[] = [
    { name: `probability ${probability}`, values: picture.probabilities, low: 0 },
    { name: "labels", values: picture.labels, low: 0 },
    { name: gradient, values: picture.gradient, low: -1 },
  ].filter(({ values }) => values.some(Number.isFinite));
  return (
    <svg
      className="class-bars"
      viewBox={`0 0 ${panels.length * 132} 138`}
      role="img"
      aria-label={panels
        .map(({ name, values }) => `${name}: ${values.map((value) => shortText(value)).join(", ")}`)
        .join("; ")}
    >
      {panels.map((panel, at) => (
        <g key={panel.name} transform={`translate(${at * 132 + 8},${top})`}>
          <PanelView panel={panel} column={picture.column} />
        </g>
      ))}
    </svg>
  );
}

function PanelView({
  panel: { name, values, low },
  column,
}: {
  readonly panel: Panel;
  readonly column: number;
}): ReactNode {
  const y = (value: number) => ((1 - Math.min(Math.max(value, low), 1)) / (1 - low)) * height;
  const wide = width / values.length;
  return (
    <>
      <line className="class-zero" x1={0} x2={width} y1={y(0)} y2={y(0)} />
      {numbered(values).map(({ entry: value, at }) => (
        <g key={at}>
          <rect
            className={`class-bar ${value < 0 ? "is-negative" : "is-positive"}${at === column ? " is-chosen" : ""}`}
            data-bar={value}
            x={at * wide + wide * 0.15}
            width={wide * 0.7}
            y={Number.isFinite(value) ? Math.min(y(0), y(value)) : y(0)}
            height={Number.isFinite(value) ? Math.abs(y(value) - y(0)) : 0}
          />
          <text x={(at + 0.5) * wide} y={height + 14} textAnchor="middle">
            {at + 1}
          </text>
        </g>
      ))}
      <text x={width / 2} y={height + 30} textAnchor="middle" className="class-name">
        {name}
      </text>
    </>
  );
}
