import type { Observation } from "../store/Observation";
import { narrowText, valueText } from "./formatNumber";
import { writeText } from "./writeText";

/** The kinds of numbers that a page writes as its inputs move: a line's value, the loss's slope by an input. */
export type LiveKind = keyof typeof liveKinds;

const liveKinds = {
  line: {
    value: ({ lineValues }: Observation, key: string) => lineValues[Number(key)] ?? Number.NaN,
    text: valueText,
  },
  slope: {
    value: ({ gradients }: Observation, key: string) => gradients[key] ?? Number.NaN,
    text: (value: number) => (Number.isFinite(value) ? narrowText(value) : "undefined"),
  },
} as const;

export function liveValue(kind: LiveKind, key: string, observation: Observation): number {
  return liveKinds[kind].value(observation, key);
}

export function liveText(kind: LiveKind, value: number): string {
  return liveKinds[kind].text(value);
}

/**
 * Writes a number into its place. Which one, the element says itself ("line 3", "slope z_1"), so that a page answers
 * before its views are there.
 */
export function writeLive(element: Element, observation: Observation): void {
  const [kind, key] = splitOnce(element.getAttribute("data-live") ?? "");
  if (!isLiveKind(kind)) return;
  writeNumber(element, kind, liveValue(kind, key, observation));
}

export function writeNumber(element: Element, kind: LiveKind, value: number): void {
  writeText(element, liveText(kind, value));
  if (element.hasAttribute("data-value")) element.setAttribute("data-value", String(value));
  element.classList.toggle("is-undefined", !Number.isFinite(value));
}

function isLiveKind(kind: string): kind is LiveKind {
  return Object.hasOwn(liveKinds, kind);
}

function splitOnce(text: string): readonly [string, string] {
  const space = text.indexOf(" ");
  return space < 0 ? [text, ""] : [text.slice(0, space), text.slice(space + 1)];
}
