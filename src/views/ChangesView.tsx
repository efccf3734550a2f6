import { type ReactNode, useEffect, useMemo } from "react";
import { changedParts } from "../formula/changedParts";
import type { Expression } from "../formula/Expression";
import type { LineSide } from "./LineSide";
import { useCurrentRow } from "./PageContext";
import type { PageRow } from "./pageRows";
import { elementsOf } from "./partElements";
import { plainExpression } from "./plainExpression";

/** Parts of a step's two sides that differ, with the sides that they are in. */
interface StepChanges {
  readonly left: LineSide;
  readonly right: LineSide;
  readonly before: readonly Expression[];
  readonly after: readonly Expression[];
}

/** Underlines what the current step changed, in the line before and in its own, and says it to screen readers. */
export function ChangesView({ sides }: { readonly sides: readonly LineSide[] }): ReactNode {
  const row = useCurrentRow();
  const changes = useMemo(() => (row === null ? null : changesOf(row, sides)), [row, sides]);
  useEffect(() => {
    if (changes === null) return;
    const marked = [...elementsOfAll(changes.left, changes.before), ...elementsOfAll(changes.right, changes.after)];
    for (const element of marked) element.setAttribute("data-changed", "");
    return () => {
      for (const element of marked) element.removeAttribute("data-changed");
    };
  }, [changes]);
  return (
    <p className="sr-only" data-changes>
      {changes === null ? "" : changeSentence(changes)}
    </p>
  );
}

/** Null for what is no step. Where one whole side stands for the other there is nothing to point at. */
function changesOf({ step }: PageRow, sides: readonly LineSide[]): StepChanges | null {
  if (step?.role !== "claim") return null;
  const sideAt = ({ chain, line }: { readonly chain: string; readonly line: number }) =>
    sides.find(({ address }) => address.chain === chain && address.line === line);
  const [left, right] = [sideAt(step.left), sideAt(step.right)];
  const [from, to] = [left?.line.expression, right?.line.expression];
  if (left === undefined || right === undefined || from == null || to == null) return null;
  const { left: before, right: after } = changedParts(from, to);
  return before.includes(from) && after.includes(to)
    ? { left, right, before: [], after: [] }
    : { left, right, before, after };
}

function elementsOfAll(side: LineSide, expressions: readonly Expression[]): readonly Element[] {
  return expressions.flatMap((expression) => {
    const part = side.parts.findIndex((one) => one.expression === expression);
    return part < 0 ? [] : elementsOf(document, { side, part });
  });
}

function changeSentence({ right, before, after }: StepChanges): string {
  const { rule } = right.line;
  const list = (expressions: readonly Expression[]) => expressions.map(plainExpression).join("; ");
  const change =
    before.length + after.length === 0
      ? "the whole side."
      : after.length === 0
        ? `${list(before)} is gone.`
        : before.length === 0
          ? `${list(after)} is new.`
          : `${list(before)} became ${list(after)}.`;
  return rule === null ? `Changed: ${change}` : `Changed, ${rule}: ${change}`;
}
