import { createStore, type StoreApi } from "zustand/vanilla";
import type { Bindings } from "../check/Bindings";
import type { InputSpec, Workbench } from "../check/Workbench";
import { type Observation, observe } from "./Observation";
import { initialPageState, type PageState } from "./PageState";
import { coalesce, type Schedule } from "./Schedule";
import { emptyTimeline, redo, remember, type Timeline, undo } from "./Timeline";

/** One section as it stands before a reader: what they chose, and what the numbers are because of it. */
export interface Page {
  readonly workbench: Workbench;
  /** Number of lines. */
  readonly steps: number;
  readonly state: StoreApi<PageState>;
  readonly observation: StoreApi<Observation>;
  readonly setInput: (key: string, value: number) => void;
  readonly setInputs: (values: Readonly<Record<string, number>>, indices?: Readonly<Record<string, number>>) => void;
  readonly setIndex: (letter: string, value: number) => void;
  /** Ends a gesture: what follows is undone apart from what was before. */
  readonly settle: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly goTo: (step: number) => void;
  readonly change: (part: Partial<Omit<PageState, "bindings" | "step">>) => void;
  /** Takes over what an address says, at once and without a way back. */
  readonly restore: (part: Partial<PageState>) => void;
  readonly dispose: () => void;
}

/**
 * Bindings may change many times between two frames (a slider reports every pixel); they are evaluated once, when
 * `schedule` says so.
 */
export function createPage(workbench: Workbench, steps: number, schedule: Schedule): Page {
  const start = initialPageState(workbench);
  const state = createStore<PageState>(() => start);
  const observation = createStore<Observation>(() => observe(workbench, start.bindings));
  const specs = new Map(workbench.inputs.map((input) => [input.key, input]));
  let timeline: Timeline<Bindings> = emptyTimeline;
  let isInGesture = false;

  const evaluate = () => {
    const { bindings } = state.getState();
    if (bindings !== observation.getState().bindings) observation.setState(observe(workbench, bindings), true);
  };
  const evaluation = coalesce(schedule, evaluate);
  const unsubscribe = state.subscribe((now, before) => {
    if (now.bindings !== before.bindings) evaluation.ask();
  });

  const bind = (bindings: Bindings) => {
    const before = state.getState().bindings;
    if (sameBindings(before, bindings)) return;
    if (!isInGesture) timeline = remember(timeline, before);
    isInGesture = true;
    state.setState({ bindings });
  };
  const travel = (
    step: (timeline: Timeline<Bindings>, present: Bindings) => readonly [Timeline<Bindings>, Bindings],
  ) => {
    isInGesture = false;
    const [next, bindings] = step(timeline, state.getState().bindings);
    timeline = next;
    state.setState({ bindings });
  };
  const withInputs = (values: Readonly<Record<string, number>>): Bindings => {
    const { bindings } = state.getState();
    const known = Object.entries(values).flatMap(([key, value]) => {
      const spec = specs.get(key);
      return spec === undefined || Number.isNaN(value) ? [] : [[key, withinSpec(spec, value)] as const];
    });
    return { ...bindings, inputs: { ...bindings.inputs, ...Object.fromEntries(known) } };
  };
  const withIndices = (bindings: Bindings, values: Readonly<Record<string, number>>): Bindings => {
    const known = workbench.indices.flatMap(({ letter, size }) => {
      const value = values[letter];
      return value === undefined || !Number.isInteger(value)
        ? []
        : [[letter, Math.min(Math.max(value, 1), size)] as const];
    });
    return { ...bindings, indices: { ...bindings.indices, ...Object.fromEntries(known) } };
  };
  const settle = () => {
    isInGesture = false;
  };

  return {
    workbench,
    steps,
    state,
    observation,
    setInput: (key, value) => bind(withInputs({ [key]: value })),
    setInputs: (values, indices = {}) => {
      settle();
      bind(withIndices(withInputs(values), indices));
      settle();
    },
    setIndex: (letter, value) => {
      settle();
      bind(withIndices(state.getState().bindings, { [letter]: value }));
      settle();
    },
    settle,
    undo: () => travel(undo),
    redo: () => travel(redo),
    goTo: (step) => state.setState({ step: Math.min(Math.max(Math.trunc(step), 1), Math.max(steps, 1)) }),
    change: (part) => state.setState(part),
    restore: (part) => {
      settle();
      timeline = emptyTimeline;
      state.setState(part);
      evaluation.cancel();
      evaluate();
    },
    dispose: () => {
      unsubscribe();
      evaluation.cancel();
    },
  };
}

function withinSpec(spec: InputSpec, value: number): number {
  return Math.min(Math.max(value, spec.min), spec.max);
}

function sameBindings(first: Bindings, second: Bindings): boolean {
  return sameEntries(first.inputs, second.inputs) && sameEntries(first.indices, second.indices);
}

function sameEntries(first: Readonly<Record<string, number>>, second: Readonly<Record<string, number>>): boolean {
  return Object.keys(second).every((key) => Object.is(first[key], second[key]));
}
