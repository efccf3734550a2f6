import type { Workbench } from "../check/Workbench";
import type { Resize } from "./createPage";
import { classCounts, firstTab, initialPageState, type PageState } from "./PageState";

/** Why a part of an address was not taken over. The sentences are in `views/describeNotice`. */
export interface Notice {
  readonly code: "too-long" | "unknown-part" | "bad-value";
  /** The part as it was written, shortened. */
  readonly part: string;
}

/** What an address may refer to: the page's own lines, inputs and indices, and the tabs that it has. */
export interface Addressable {
  readonly workbench: Workbench;
  readonly steps: number;
  readonly tabs: readonly string[];
  readonly resize?: Resize | undefined;
}

/** Longer addresses than this are neither written nor read. */
const longestQuery = 8192;

type Changes = Partial<PageState>;

/** One part of the address: how it is written (null where it says nothing new) and read (null where it is invalid). */
interface Part {
  readonly name: string;
  readonly write: (state: PageState, page: Addressable) => string | null;
  readonly read: (text: string, page: Addressable) => Changes | null;
}

const parts: readonly Part[] = [
  {
    name: "step",
    write: ({ step }) => (step === 1 ? null : String(step)),
    read: (text, { steps }) => within(wholeNumber(text), 1, steps, (step) => ({ step })),
  },
  {
    name: "tab",
    write: ({ tab }) => (tab === firstTab ? null : tab),
    read: (text, { tabs }) => (tabs.includes(text) ? { tab: text } : null),
  },
  {
    name: "axis",
    write: ({ axis }) => axis,
    read: (text, { workbench }) => (workbench.axes.some(({ key }) => key === text) ? { axis: text } : null),
  },
  {
    name: "show",
    write: ({ showAll }) => (showAll ? "all" : null),
    read: (text) => (text === "all" ? { showAll: true } : null),
  },
  {
    name: "numbers",
    write: ({ numbers }) => (numbers ? "in" : null),
    read: (text) => (text === "in" ? { numbers: true } : null),
  },
  {
    name: "labels",
    write: ({ softLabels }, { workbench }) =>
      softLabels === initialPageState(workbench).softLabels ? null : softLabels ? "soft" : "one-hot",
    read: (text) => (text === "soft" ? { softLabels: true } : text === "one-hot" ? { softLabels: false } : null),
  },
  {
    name: "classes",
    write: ({ classes }) => (classes === null ? null : String(classes)),
    read: (text, page) =>
      within(wholeNumber(text), classCounts.least, classCounts.most, (classes) =>
        page.resize?.(classes) == null ? null : { classes },
      ),
  },
];

const reserved = new Set([...parts.map(({ name }) => name), "index"]);

/** The query of a page's address, without "?": only what differs from the page as it opens. */
export function writeQuery(state: PageState, page: Addressable): string {
  const said = parts.flatMap((part) => {
    const text = part.write(state, page);
    return text === null ? [] : [[part.name, text] as const];
  });
  const indices = page.workbench.indices.flatMap(({ letter, initial }) => {
    const value = state.bindings.indices[letter];
    return value === undefined || value === initial ? [] : [`${letter}:${value}`];
  });
  const inputs = page.workbench.inputs.flatMap(({ key, initial }) => {
    const value = state.bindings.inputs[key];
    return value === undefined || Object.is(value, initial) ? [] : [[parameter(key), decimal(value)] as const];
  });
  const pairs = [...said, ...(indices.length > 0 ? [["index", indices.join(",")] as const] : []), ...inputs];
  const query = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
  return query.length <= longestQuery ? query : "";
}

/** What a query says about a page. Parts that are unknown or invalid change nothing and are named. */
export function readQuery(
  query: string,
  unsized: Addressable,
): { readonly changes: Changes; readonly notices: readonly Notice[] } {
  const text = query.replace(/^\?/, "");
  if (text.length > longestQuery) return { changes: {}, notices: [{ code: "too-long", part: `${text.length}` }] };
  const page = { ...unsized, workbench: sizedWorkbench(text, unsized) };
  const notices: Notice[] = [];
  const changes: { -readonly [Key in keyof PageState]?: PageState[Key] } = {};
  const inputs: Record<string, number> = {};
  const indices: Record<string, number> = {};
  const specs = new Map(page.workbench.inputs.map((input) => [parameter(input.key), input]));
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = decode(equals < 0 ? "" : pair.slice(equals + 1));
    const part = parts.find((candidate) => candidate.name === name);
    const input = specs.get(name);
    if (part !== undefined) {
      const change = part.read(value, page);
      if (change === null) notices.push({ code: "bad-value", part: shorten(pair) });
      else Object.assign(changes, change);
    } else if (name === "index") {
      const read = readIndices(value, page.workbench);
      if (read === null) notices.push({ code: "bad-value", part: shorten(pair) });
      else Object.assign(indices, read);
    } else if (input !== undefined) {
      const number = readDecimal(value);
      if (number === null || number < input.min || number > input.max)
        notices.push({ code: "bad-value", part: shorten(pair) });
      else inputs[input.key] = number;
    } else notices.push({ code: "unknown-part", part: shorten(pair) });
  }
  const initial = initialPageState(page.workbench).bindings;
  if (Object.keys(inputs).length > 0 || Object.keys(indices).length > 0)
    changes.bindings = { inputs: { ...initial.inputs, ...inputs }, indices: { ...initial.indices, ...indices } };
  return { changes, notices };
}

/** Inputs and indices are those of the number of classes that the address names, wherever it names it. */
function sizedWorkbench(query: string, page: Addressable): Workbench {
  const count = /(?:^|&)classes=(\d{1,2})(?:&|$)/.exec(query)?.[1];
  const isChoice = count !== undefined && Number(count) >= classCounts.least && Number(count) <= classCounts.most;
  return (isChoice ? page.resize?.(Number(count)) : null) ?? page.workbench;
}

function readIndices(text: string, { indices }: Workbench): Readonly<Record<string, number>> | null {
  const read: Record<string, number> = {};
  for (const entry of text.split(",")) {
    const colon = entry.lastIndexOf(":");
    const spec = indices.find(({ letter }) => letter === entry.slice(0, Math.max(colon, 0)));
    const value = wholeNumber(entry.slice(colon + 1));
    if (spec === undefined || value === null || value < 1 || value > spec.size) return null;
    read[spec.letter] = value;
  }
  return read;
}

/** An input that is named like a part of the address is told from it by a full stop. */
function parameter(key: string): string {
  return reserved.has(key) || key.startsWith(".") ? `.${key}` : key;
}

/** Shortest text that reads back as the same double. */
function decimal(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function readDecimal(text: string): number | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : null;
}

function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function within<T>(value: number | null, least: number, most: number, make: (value: number) => T | null): T | null {
  return value !== null && value >= least && value <= most ? make(value) : null;
}

/** Percent-encoding that leaves the separators of our own lists readable. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%2C/g, ",").replace(/%3A/g, ":");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, "%20"));
  } catch {
    return text;
  }
}

function shorten(part: string): string {
  return part.length > 40 ? `${part.slice(0, 39)}…` : part;
}
