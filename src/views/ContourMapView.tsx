import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useLayoutEffect, useMemo, useRef } from "react";
import type { Probe } from "../check/Probe";
import type { InputSpec } from "../check/Workbench";
import type { Observation } from "../store/Observation";
import { contourLevels, contourPaths, mapPoints } from "./contourMap";
import { shortText } from "./formatNumber";
import { usePage } from "./PageContext";
import { plainTex } from "./plainTex";

const [width, height, inset, levels] = [340, 230, 34, 11];

/** A small gradient still shows where it points. */
const shortest = 20;

interface Props {
  readonly probe: Probe;
  readonly name: string;
  readonly first: InputSpec;
  readonly second: InputSpec;
  /** Ways over the map, as points of both inputs. */
  readonly paths?: readonly (readonly (readonly [number, number])[])[];
}

/** A function over two inputs. A press or an arrow key moves the page's inputs. */
export default function ContourMapView({ probe, name, first, second, paths = [] }: Props): ReactNode {
  const page = usePage();
  const [head, start] = [useId(), useId()];
  const regions = useRef<SVGGElement>(null);
  const dot = useRef<SVGCircleElement>(null);
  const arrow = useRef<SVGLineElement>(null);
  const grid = useMemo(() => mapPoints([first.min, first.max], [second.min, second.max]), [first, second]);
  const px = (value: number) => ((value - first.min) / (first.max - first.min)) * width;
  const py = (value: number) => height - ((value - second.min) / (second.max - second.min)) * height;
  const { observation } = page;
  useLayoutEffect(() => {
    let drawnFor = "";
    const draw = ({ bindings }: Observation) => {
      // While the point moves over the map, the map stands still.
      const others = JSON.stringify({ ...bindings, inputs: { ...bindings.inputs, [first.key]: 0, [second.key]: 0 } });
      if (others === drawnFor) return;
      drawnFor = others;
      const values = probe.over(first.key, second.key, grid.x, grid.y, bindings);
      const drawn = contourPaths(values, contourLevels(values, levels), width, height);
      [...(regions.current?.children ?? [])].forEach((region, at) => {
        region.setAttribute("d", drawn[at] ?? "");
      });
    };
    const write = (now: Observation) => {
      draw(now);
      const { bindings } = now;
      const x = (((bindings.inputs[first.key] ?? first.initial) - first.min) / (first.max - first.min)) * width;
      const y =
        height - (((bindings.inputs[second.key] ?? second.initial) - second.min) / (second.max - second.min)) * height;
      dot.current?.setAttribute("transform", `translate(${x},${y})`);
      const right = (probe.slope(first.key, bindings) * width) / (first.max - first.min);
      const down = (-probe.slope(second.key, bindings) * height) / (second.max - second.min);
      const size = Math.hypot(right, down);
      const length = size > 0 ? Math.min(Math.max(size, shortest), 56) / size : 0;
      arrow.current?.setAttribute("x1", String(x));
      arrow.current?.setAttribute("y1", String(y));
      arrow.current?.setAttribute("x2", String(x + (Number.isFinite(right) ? right * length : 0)));
      arrow.current?.setAttribute("y2", String(y + (Number.isFinite(down) ? down * length : 0)));
    };
    write(observation.getState());
    return observation.subscribe(write);
  }, [probe, first, second, grid, observation]);
  const drag = (event: PointerEvent<SVGRectElement>) => {
    if (event.buttons !== 1) return;
    const frame = event.currentTarget.getBoundingClientRect();
    const [x, y] = [(event.clientX - frame.left) / frame.width, 1 - (event.clientY - frame.top) / frame.height];
    page.setInput(first.key, first.min + x * (first.max - first.min));
    page.setInput(second.key, second.min + y * (second.max - second.min));
  };
  const press = (event: PointerEvent<SVGRectElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag(event);
  };
  const step = (event: KeyboardEvent<SVGSVGElement>) => {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowDown: [0, -1],
      ArrowUp: [0, 1],
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const { inputs } = page.state.getState().bindings;
    page.setInput(first.key, (inputs[first.key] ?? first.initial) + (move[0] * (first.max - first.min)) / 50);
    page.setInput(second.key, (inputs[second.key] ?? second.initial) + (move[1] * (second.max - second.min)) / 50);
  };
  const [across, up] = [plainTex(first.tex), plainTex(second.tex)];
  return (
    <svg
      className="contour-map"
      viewBox={`${-inset} -8 ${width + inset + 10} ${height + inset}`}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
      tabIndex={0}
      aria-label={`${name} over ${across} and ${up}; arrow keys move the point`}
      onKeyDown={step}
      onKeyUp={page.settle}
    >
      <defs>
        <marker id={head} viewBox="0 0 8 8" refX={6} refY={4} markerWidth={4} markerHeight={4} orient="auto">
          <path className="arrow-head" d="M0,0L8,4L0,8Z" />
        </marker>
        <marker id={start} viewBox="0 0 8 8" refX={4} refY={4} markerWidth={4} markerHeight={4}>
          <circle className="descent-start" cx={4} cy={4} r={4} />
        </marker>
      </defs>
      <svg width={width} height={height} overflow="hidden" aria-hidden="true">
        <g ref={regions}>
          {Array.from({ length: levels }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: levels have no other name than their rank
            <path key={at} className="contour" />
          ))}
        </g>
        {paths.map((path, at) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: at most two ways, corrected and published
            key={at}
            className={`descent-path descent-${at}`}
            d={path.map(([x, y], index) => `${index === 0 ? "M" : "L"}${px(x)},${py(y)}`).join("")}
            markerStart={`url(#${start})`}
          />
        ))}
      </svg>
      <rect
        className="map-frame"
        width={width}
        height={height}
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={page.settle}
      />
      {paths.length > 0 ? null : <line ref={arrow} className="gradient-arrow" markerEnd={`url(#${head})`} />}
      <circle ref={dot} className="current-point" r={5} />
      {[first.min, first.max].map((value) => (
        <text key={value} x={px(value)} y={height + 14} textAnchor={value === first.min ? "start" : "end"}>
          {shortText(value)}
        </text>
      ))}
      <text x={width / 2} y={height + 16} textAnchor="middle">
        {across}
      </text>
      {[second.min, second.max].map((value) => (
        <text key={value} x={-5} y={py(value) + (value === second.min ? 0 : 10)} textAnchor="end">
          {shortText(value)}
        </text>
      ))}
      <text x={-14} y={height / 2} textAnchor="middle">
        {up}
      </text>
    </svg>
  );
}
