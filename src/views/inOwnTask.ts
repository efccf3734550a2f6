import { type ComponentType, lazy } from "react";
import { nextTask } from "./nextTask";

/** One part after another. */
const turns: Promise<void>[] = [];

function takeTurn(): Promise<void> {
  const turn = (turns.at(-1) ?? Promise.resolve()).then(nextTask);
  turns.push(turn);
  return turn;
}

/**
 * A part of a page that a browser takes over, or makes, in a task of its own: no task is then so long that a press must
 * wait for it. Prerendered markup stays as it is until then. To stand within a Suspense.
 */
export function inOwnTask<P extends object>(View: ComponentType<P>): ComponentType<P> {
  if (typeof document === "undefined") return View;
  return lazy(() => takeTurn().then(() => ({ default: View })));
}

/** Ends when all parts of the page are taken over and what their effects set up answers. */
export async function allTakenOver(): Promise<void> {
  await turns.at(-1);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await nextTask();
}
