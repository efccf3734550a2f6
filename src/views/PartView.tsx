import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { ChangesView } from "./ChangesView";
import { describePart } from "./describePart";
import { dragSymbols } from "./dragSymbols";
import { shortText } from "./formatNumber";
import { expressionAt, lineSides, type PartPlace } from "./LineSide";
import { lightEntry, lightPart, putOut } from "./lightParts";
import { NumbersView } from "./NumbersView";
import { type OpenPage, useCurrentRow, useOpenPage, usePageState } from "./PageContext";
import { PartImageView } from "./PartImageView";
import { PartNumbersView } from "./PartNumbersView";
import { placeOf } from "./partElements";
import { probePart, type Worth } from "./partFacts";
import { plainExpression } from "./plainExpression";
import { stepThroughParts } from "./stepThroughParts";

/**
 * What stands under the pointer, or was tapped, or was reached by keyboard: the part, its value, its slope and what it
 * is. A tap or a click keeps a part; a second one on the same goes on to the part around it. Escape lets go.
 */
export default function PartView(): ReactNode {
  const open = useOpenPage();
  const { page, derivation } = open;
  const { workbench } = page;
  const row = useCurrentRow();
  const sides = useMemo(() => lineSides(open), [open]);
  const numbers = usePageState((state) => state.numbers);
  const [shown, setShown] = useState<PartPlace | null>(null);
  const [said, setSaid] = useState("");
  const kept = useRef<PartPlace | null>(null);
  const [isKept, setIsKept] = useState(false);
  const walker = useRef<HTMLDivElement>(null);
  const starter = useRef<HTMLButtonElement>(null);

  const gaze = useMemo(() => {
    const look = (place: PartPlace) => {
      lightPart(place, sides, workbench, page.state.getState().bindings);
      setShown(place);
    };
    const keep = (place: PartPlace) => {
      kept.current = place;
      setIsKept(true);
      look(place);
      // On a phone the strip stands over the foot of the paper: what was tapped stays in sight above it.
      document.querySelector(`[data-step="${place.side.row}"]`)?.scrollIntoView({ block: "nearest" });
      setSaid(sentenceOf(place, open));
    };
    const letGo = () => {
      kept.current = null;
      setIsKept(false);
      putOut();
    };
    return { look, keep, letGo };
  }, [open, page, workbench, sides]);

  useEffect(() => {
    const onOver = ({ target, pointerType, buttons }: PointerEvent) => {
      if (!(target instanceof Element) || pointerType === "touch" || buttons !== 0) return;
      const place = placeOf(target, sides);
      const entry = target.closest("[data-entry]")?.getAttribute("data-entry");
      if (place !== null) gaze.look(place);
      else if (entry != null) lightEntry(entry, sides, workbench);
      else if (kept.current !== null) gaze.look(kept.current);
      else putOut();
    };
    const onFocus = ({ target }: FocusEvent) => {
      const entry = target instanceof Element ? target.closest("[data-entry]")?.getAttribute("data-entry") : null;
      if (entry != null) lightEntry(entry, sides, workbench);
    };
    const onClick = ({ target, detail }: MouseEvent) => {
      if (!(target instanceof Element)) return;
      // Who drags over text selects it and wants nothing else; a second click selects a word by itself.
      if (detail < 2 && getSelection()?.isCollapsed === false) return;
      const place = placeOf(target, sides);
      if (place === null) {
        if (target.closest("main") !== null && target.closest(".paper-foot") === null) gaze.letGo();
        return;
      }
      const before = kept.current;
      const parent = place.side.parts[before?.part ?? 0]?.parent ?? null;
      const isAgain = before !== null && before.side === place.side && isInside(place, before.part);
      gaze.keep(isAgain && parent !== null ? { side: place.side, part: parent } : place);
    };
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) gaze.letGo();
    };
    document.addEventListener("pointerover", onOver);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerover", onOver);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKey);
      putOut();
    };
  }, [gaze, sides, workbench]);

  useEffect(() => dragSymbols(sides, page), [sides, page]);

  const start = () => {
    const side = sides.find((one) => one.row === row?.number && one.position === "right");
    if (side === undefined) return;
    walker.current?.focus({ preventScroll: true });
    gaze.keep({ side, part: 0 });
  };
  const onWalk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      gaze.letGo();
      starter.current?.focus();
      return;
    }
    const next = kept.current === null ? null : stepThroughParts(kept.current, event.key, sides);
    if (next === null) return;
    event.preventDefault();
    gaze.keep(next);
  };
  const words = shown === null ? null : describePart(shown, workbench, derivation);
  return (
    <>
      <div
        ref={walker}
        className={isKept ? "inspector-said is-kept" : "inspector-said"}
        role="application"
        tabIndex={-1}
        aria-label="Parts of the line: down to a part inside, up to the one around, left and right to its neighbours, Escape to leave"
        onKeyDown={onWalk}
      >
        {shown === null || words === null ? (
          <p className="inspector-hint">Point at any part of a formula, or tap it, to see its value here.</p>
        ) : (
          <>
            <PartImageView place={shown} />
            <PartNumbersView place={shown} />
            <p className="inspector-what">{words}</p>
          </>
        )}
      </div>
      <button
        ref={starter}
        type="button"
        className="button button-small"
        onClick={start}
        disabled={row?.line.expression == null}
      >
        Inspect line {row?.number ?? ""}
      </button>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
      <ChangesView sides={sides} />
      {numbers ? <NumbersView sides={sides} /> : null}
    </>
  );
}

/** Whether a part is inside another of the same formula, or is it. */
function isInside({ side: { parts }, part }: PartPlace, outer: number): boolean {
  for (let at: number | null = part; at !== null; at = parts[at]?.parent ?? null) if (at === outer) return true;
  return false;
}

function sentenceOf(place: PartPlace, { page, derivation }: OpenPage): string {
  const expression = expressionAt(place);
  if (expression === null) return "";
  const worth = probePart(place, page.workbench).worth(page.state.getState().bindings);
  const words = describePart(place, page.workbench, derivation);
  return `${plainExpression(expression)}: ${words}, ${worthWords(worth)}`;
}

function worthWords(worth: Worth): string {
  switch (worth.kind) {
    case "number":
      return `value ${shortText(worth.value)}`;
    case "numbers":
      return `for each ${worth.letters.join(", ")}: ${worth.values.map((value) => shortText(value)).join(", ")}`;
    case "none":
      return worth.reason;
  }
}
