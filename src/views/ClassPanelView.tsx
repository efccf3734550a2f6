import { type PointerEvent, type ReactNode, useCallback, useRef } from "react";
import type { StoreApi } from "zustand/vanilla";
import type { ClassesPicture } from "./classesPicture";
import { type PanelFrame, steadyScale } from "./classPanel";
import { cellText, shortText } from "./formatNumber";
import { useRested } from "./useRested";
import { useWritten } from "./useWritten";
import { writeAttribute } from "./writeAttribute";
import { writeNumbers } from "./writeNumbers";
import { writeText } from "./writeText";

interface Props {
  readonly source: StoreApi<ClassesPicture>;
  readonly count: number;
  readonly frame: PanelFrame;
  /** What the bars are, in words. */
  readonly name: string;
  /** Must be stable. */
  readonly values: (picture: ClassesPicture) => readonly number[];
  /** Values drawn as hollow bars around the others; must be stable. */
  readonly around?: (picture: ClassesPicture) => readonly number[];
  readonly aroundName?: string;
  /** Bars between −scale and scale; without it between 0 and 1. */
  readonly signed?: boolean;
  readonly ink?: number | undefined;
  readonly aroundInk?: number | undefined;
  /** Sets a hollow bar by pointer: a shortcut, its control is the slider. */
  readonly set?: ((place: number, value: number) => void) | undefined;
}

const none: readonly number[] = [];

/** Bars by class on an axis, with their numbers. React draws the frame once; the bars are written as they move. */
export function ClassPanelView(props: Props): ReactNode {
  const { source, count, frame, name, values, around, aroundName = "", signed = false, set } = props;
  const { width, height, left, pitch, top, bottom, foot } = frame;
  const root = useRef<SVGSVGElement>(null);
  const scale = useRef(1);
  const write = useCallback(
    (picture: ClassesPicture) => {
      const svg = root.current;
      if (svg === null) return;
      const [own, others] = [values(picture), around?.(picture) ?? none];
      if (signed) scale.current = steadyScale(scale.current, own);
      const low = signed ? -scale.current : 0;
      const y = (value: number) =>
        bottom - ((Math.min(Math.max(value, low), scale.current) - low) / (scale.current - low)) * (bottom - top);
      const all = (selector: string) => svg.querySelectorAll<SVGElement>(selector);
      const stand = (bar: Element | undefined, value: number) => {
        const height = Number.isFinite(value) ? Math.abs(y(value) - y(0)) : 0;
        writeAttribute(bar, "y", tenth(Number.isFinite(value) ? Math.min(y(0), y(value)) : y(0)));
        writeAttribute(bar, "height", tenth(height));
      };
      const [bars, texts, hollow, labels] = [
        all(".class-bar"),
        all(".class-value"),
        all(".class-around"),
        all(".class-label"),
      ];
      own.forEach((value, at) => {
        stand(bars[at], value);
        bars[at]?.classList.toggle("is-negative", signed && value < 0);
        bars[at]?.classList.toggle("is-chosen", at === picture.column);
        const text = texts[at];
        if (text === undefined) return;
        writeText(text, cellText(value));
        const end = Number.isFinite(value) ? y(value) : y(0);
        // A text that is moved is not laid out anew.
        writeAttribute(text, "transform", `translate(0,${tenth(value < 0 ? end + 10 : end - 3)})`);
      });
      others.forEach((value, at) => {
        stand(hollow[at], value);
        writeText(labels[at], shortText(value, 2));
      });
      const ticks = signed ? [scale.current, 0, -scale.current] : [1, 0.5, 0];
      all(".class-tick").forEach((tick, at) => {
        writeText(tick, shortText(ticks[at] ?? 0));
      });
    },
    [values, around, signed, top, bottom],
  );
  useWritten(source, write);
  const say = useCallback(
    (picture: ClassesPicture) => {
      writeNumbers(root.current, ".class-bar", "data-bar", values(picture));
      writeNumbers(root.current, ".class-around", "data-bar", around?.(picture) ?? none);
      const list = (all: readonly number[]) => all.map((value) => shortText(value)).join(", ");
      const others = around?.(picture) ?? none;
      const said = `${name}: ${list(values(picture))}`;
      root.current?.setAttribute("aria-label", others.length === 0 ? said : `${said}; ${aroundName}: ${list(others)}`);
    },
    [values, around, aroundName, name],
  );
  useRested(source, say);
  const drag = (event: PointerEvent<SVGSVGElement>) => {
    if (set === undefined || event.buttons !== 1 || event.pointerType === "touch") return;
    const box = event.currentTarget.getBoundingClientRect();
    const place = Math.floor((((event.clientX - box.left) / box.width) * width - left) / pitch);
    const value = (bottom - ((event.clientY - box.top) / box.height) * height) / (bottom - top);
    if (place >= 0 && place < count) set(place, Math.round(Math.min(Math.max(value, 0), 1) * 100) / 100);
  };
  const places = Array.from({ length: count }, (_, at) => at);
  const ends = [top, (top + bottom) / 2, bottom];
  return (
    <svg
      ref={root}
      className={`class-bars${set === undefined ? "" : " can-set"}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={name}
      onPointerDown={drag}
      onPointerMove={drag}
    >
      {ends.map((y) => (
        <g key={y}>
          <line className="class-grid" x1={left} x2={width} y1={y} y2={y} />
          <text className="class-tick" x={left - 4} y={y + 3.5} textAnchor="end" />
        </g>
      ))}
      <line className="class-zero" x1={left} x2={width} y1={signed ? ends[1] : bottom} y2={signed ? ends[1] : bottom} />
      {places.map((at) => (
        <g key={at} transform={`translate(${left + at * pitch},0)`}>
          <rect
            className={`class-bar${signed ? " is-signed" : ""}${inkClass(props.ink)}`}
            x={pitch * 0.2}
            width={pitch * 0.6}
          />
          {around === undefined ? null : (
            <rect className={`class-around${inkClass(props.aroundInk)}`} x={pitch * 0.08} width={pitch * 0.84} />
          )}
          <text className="class-value" x={pitch / 2} textAnchor="middle" />
          <text className="class-number" x={pitch / 2} y={foot} textAnchor="middle">
            {at + 1}
          </text>
          {around === undefined ? null : (
            <text
              className={`class-label${inkClass(props.aroundInk)}`}
              x={pitch / 2}
              y={foot + 14}
              textAnchor="middle"
            />
          )}
        </g>
      ))}
      {around === undefined ? null : (
        <text className={`class-label${inkClass(props.aroundInk)}`} x={left - 4} y={foot + 14} textAnchor="end">
          {aroundName}
        </text>
      )}
    </svg>
  );
}

function inkClass(ink: number | undefined): string {
  return ink === undefined ? "" : ` ink-${ink}`;
}

/** Pixels to a tenth: what is written the same is not painted. */
function tenth(length: number): string {
  return String(Math.round(10 * length) / 10);
}
