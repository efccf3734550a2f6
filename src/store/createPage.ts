import { createStore, type StoreApi } from "zustand/vanilla";
import type { Bindings } from "../check/Bindings";
import type { InputSpec, Workbench } from "../check/Workbench";
import { type Observation, observe } from "./Observation";
import { initialBindings, initialPageState, type PageState, resizedBindings } from "./PageState";
import { coalesce, type Schedule } from "./Schedule";
import { emptyTimeline, redo, remember, type Timeline, undo } from "./Timeline";
import { withinSpec } from "./withinSpec";

/** One section as it stands before a reader: what they chose, and what the numbers are because of it. */
export interface Page {
  /** Another one after the number of classes has changed: it is to be read anew, never kept. */
  readonly workbench: Workbench;
  /** Number of lines. */
  readonly steps: number;
  readonly state: StoreApi<PageState>;
  readonly observation: StoreApi<Observation>;
  readonly setInput: (key: string, value: number) => void;
  readonly setInputs: (values: Readonly<Record<string, number>>, indices?: Readonly<Record<string, number>>) => void;
  readonly setIndex: (letter: string, value: number) => void;
  /** The same section with so many classes; what it has in common with the present one keeps its value. */
  readonly setClasses: (count: number) => void;
  /** Ends a gesture: what follows is undone apart from what was before. */
  readonly settle: () => void;
  /** Whether a gesture has begun and not ended. */
  readonly isMoving: () => boolean;
  /** What there is to undo and to redo. */
  readonly timeline: StoreApi<Timeline<unknown>>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly goTo: (step: number) => void;
  readonly change: (part: Partial<Omit<PageState, "bindings" | "step" | "classes">>) => void;
  /** Takes over what an address says, at once and without a way back. */
  readonly restore: (part: Partial<PageState>) => void;
  readonly dispose: () => void;
}

/** The section's workbench with so many classes, always the same one; null where it has no number to choose. */
export type Resize = (classes: number) => Workbench | null;

/** What undo goes back to. */
type Moment = Pick<PageState, "bindings" | "classes">;

/**
 * Bindings may change many times between two frames (a slider reports every pixel); they are evaluated once, when
 * `schedule` says so.
 */
export function createPage(own: Workbench, steps: number, schedule: Schedule, resize: Resize = () => null): Page {
  const start = initialPageState(own);
  const state = createStore<PageState>(() => start);
  let workbench = own;
  let specs = specsOf(own);
  const observation = createStore<Observation>(() => observe(workbench, start.bindings));
  const timeline = createStore<Timeline<Moment>>(() => emptyTimeline);
  let isInGesture = false;

  const evaluate = () => {
    const { bindings } = state.getState();
    if (bindings !== observation.getState().bindings) observation.setState(observe(workbench, bindings), true);
  };
  const evaluation = coalesce(schedule, evaluate);
  const unsubscribe = state.subscribe((now, before) => {
    if (now.bindings !== before.bindings) evaluation.ask();
  });

  const present = (): Moment => ({ bindings: state.getState().bindings, classes: state.getState().classes });
  /** What hears of a new workbench reads numbers that are its own already. */
  const enter = (bench: Workbench, part: Partial<PageState>) => {
    if (bench === workbench) {
      state.setState(part);
      return;
    }
    workbench = bench;
    specs = specsOf(bench);
    observation.setState(observe(bench, part.bindings ?? state.getState().bindings), true);
    const { axis } = state.getState();
    state.setState({ axis: bench.axes.some(({ key }) => key === axis) ? axis : null, ...part });
  };
  const benchFor = (classes: number | null): Workbench =>
    classes === state.getState().classes ? workbench : classes === null ? own : (resize(classes) ?? own);

  const bind = (bindings: Bindings) => {
    const before = present();
    if (sameBindings(before.bindings, bindings)) return;
    if (!isInGesture) timeline.setState(remember(timeline.getState(), before));
    isInGesture = true;
    state.setState({ bindings });
  };
  const travel = (step: (timeline: Timeline<Moment>, present: Moment) => readonly [Timeline<Moment>, Moment]) => {
    isInGesture = false;
    const [next, moment] = step(timeline.getState(), present());
    timeline.setState(next);
    enter(benchFor(moment.classes), moment);
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
    get workbench() {
      return workbench;
    },
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
    setClasses: (count) => {
      const bench = resize(count);
      if (bench === null || bench === workbench) return;
      settle();
      timeline.setState(remember(timeline.getState(), present()));
      enter(bench, {
        classes: bench === own ? null : count,
        bindings: resizedBindings(workbench, state.getState().bindings, bench),
      });
    },
    settle,
    isMoving: () => isInGesture,
    timeline,
    undo: () => travel(undo),
    redo: () => travel(redo),
    goTo: (step) => state.setState({ step: Math.min(Math.max(Math.trunc(step), 1), Math.max(steps, 1)) }),
    change: (part) => state.setState(part),
    restore: (part) => {
      settle();
      timeline.setState(emptyTimeline);
      const bench = part.classes === undefined ? workbench : benchFor(part.classes);
      enter(bench, bench === workbench ? part : { bindings: initialBindings(bench), ...part });
      if (bench === own) state.setState({ classes: null });
      evaluation.cancel();
      evaluate();
    },
    dispose: () => {
      unsubscribe();
      evaluation.cancel();
    },
  };
}

function specsOf({ inputs }: Workbench): ReadonlyMap<string, InputSpec> {
  return new Map(inputs.map((input) => [input.key, input]));
}

function sameBindings(first: Bindings, second: Bindings): boolean {
  return sameEntries(first.inputs, second.inputs) && sameEntries(first.indices, second.indices);
}

function sameEntries(first: Readonly<Record<string, number>>, second: Readonly<Record<string, number>>): boolean {
  return Object.keys(second).every((key) => Object.is(first[key], second[key]));
}
