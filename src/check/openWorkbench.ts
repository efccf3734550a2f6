import { compile } from "../calculus/compile";
import { derivative } from "../calculus/differentiate";
import { run, runAt } from "../calculus/evaluate";
import type { FreeLetter } from "../calculus/freeLetters";
import type { NodeId } from "../calculus/Graph";
import { inputsBelow } from "../calculus/inputsBelow";
import type { Program } from "../calculus/Program";
import { stabilise } from "../calculus/stabilise";
import type { Derivation } from "../derivation/Derivation";
import type { Bindings } from "./Bindings";
import { computationGraph } from "./computationGraph";
import { finish } from "./finish";
import { headVariable } from "./headVariable";
import { kept } from "./kept";
import type { NodeOrRefusal, PageWorld } from "./PageWorld";
import { openProbe } from "./Probe";
import type { PageLine } from "./pageLines";
import { gradientOf } from "./pageLoss";
import { pageSteps } from "./pageSteps";
import { sectionGraph, type WorkbenchOptions } from "./SectionGraph";
import { type GradientTrial, gradientTrial } from "./threeWayGradient";
import type { Workbench, WorkbenchLine } from "./Workbench";

/** Everything that one section's page computes with. Unknown section: an empty workbench. */
export function openWorkbench(derivation: Derivation, sectionId: string, options: WorkbenchOptions = {}): Workbench {
  return finish(openingWorkbench(derivation, sectionId, options));
}

/** The same in pieces, between which a page may answer to its reader. */
export function* openingWorkbench(
  derivation: Derivation,
  sectionId: string,
  options: WorkbenchOptions = {},
): Generator<void, Workbench> {
  const graph = yield* sectionGraph(derivation, sectionId, options);
  const { lines, prepared, worldOf, home, loss, axes, inputs, indices, nodeOf } = graph;
  const homeWorld = worldOf(home);
  const key = (bindings: Bindings) => indices.map(({ letter, initial }) => bindings.indices[letter] ?? initial).join();
  const initial = Object.fromEntries(inputs.map((input) => [input.key, input.initial]));
  const inputsAt = new WeakMap<Bindings, Readonly<Record<string, number>>>();
  const values = (bindings: Bindings): Readonly<Record<string, number>> => {
    const before = inputsAt.get(bindings);
    if (before !== undefined) return before;
    const all = { ...initial, ...bindings.inputs };
    inputsAt.set(bindings, all);
    return all;
  };

  const linePrograms = kept<readonly { readonly program: Program; readonly lines: readonly number[] }[]>();
  const linesAt = (bindings: Bindings) =>
    linePrograms(key(bindings), () =>
      graph.worlds().map((page) => {
        const members = prepared.flatMap((one, at) =>
          one.world === page && nodeOf(at, bindings) !== null ? [at] : [],
        );
        const nodes = members.map((at) => nodeOf(at, bindings) as NodeId);
        return { program: stableProgram(page, nodes), lines: members };
      }),
    );
  const programs = kept<Program>();
  const slopes = kept<{ readonly keys: readonly string[]; readonly program: Program }>();
  const trials = kept<{ readonly trial: GradientTrial | null }>();
  const trialOf = (step: number, bindings: Bindings): GradientTrial | null => {
    const one = steps[step];
    const claim = one === undefined ? null : gradientOf(lines[one.left]?.chain.lines[0]?.expression ?? null);
    if (one === undefined || claim === null) return null;
    const page = worldOf(one.step.scope);
    return trials(`${step} ${key(bindings)}`, () => ({
      trial: gradientTrial(page, claim, nodeOf(one.right, bindings), bindings.indices),
    })).trial;
  };
  const keys = [...axes.map((axis) => axis.key), ...inputs.map((input) => input.key)];
  const start = Object.fromEntries(indices.map((index) => [index.letter, index.initial]));
  const inputOf = (line: number): string | null => {
    const node = nodeOf(line, { inputs: {}, indices: start });
    const page = prepared[line]?.world;
    if (node === null || page === undefined) return null;
    const below = new Set(
      inputsBelow(page.world.builder.nodes, [node]).inputs.map((leaf) => page.world.leaves.get(leaf)?.key),
    );
    return inputs.find((input) => below.has(input.key))?.key ?? null;
  };
  const steps = pageSteps(derivation, sectionId, lines, keys, start, worldOf, inputOf);

  return {
    inputs,
    indices,
    axes: [
      ...inputs.map((input) => ({
        key: input.key,
        name: input.name,
        tex: input.tex,
        node: homeWorld.world.builder.input(input.key),
        min: input.min,
        max: input.max,
      })),
      ...axes,
    ],
    lines: prepared.map((one, at): WorkbenchLine => {
      const line = lines[at] as PageLine;
      return {
        step: line.number,
        address: { chain: line.chain.id, line: line.position },
        indices: one.letters,
        unavailable: one.unavailable,
      };
    }),
    steps,
    loss: loss === null ? null : { tex: loss.tex, name: loss.name, expression: loss.expression, scope: loss.scope },
    literalValue: (line, bindings) => {
      const [one, node] = [prepared[line], nodeOf(line, bindings)];
      if (one === undefined || node === null) return Number.NaN;
      const program = programs(`literal ${one.scope} ${node}`, () => compile(one.world.world.builder.nodes, [node]));
      return runAt(program, values(bindings))[0] as number;
    },
    stepErrors: (step, bindings) => trialOf(step, bindings)?.stepErrors(values(bindings)) ?? null,
    headOf: (line) => headVariable(lines[line]?.chain.lines[0]?.expression ?? null),
    scopeOf: (line) => lines[line]?.scope ?? home,
    canonical: (name, scope) => worldOf(scope).world.canonical(name),
    probe: (expression, scope, head = null) => {
      const page = worldOf(scope);
      const letters = page.letters(expression);
      const first = page.node(expression, {}, head);
      if (!("node" in first)) return null;
      const nodes = kept<NodeOrRefusal>();
      return openProbe({
        page,
        letters,
        inputs: values,
        nodeAt: (bindings) => {
          const chosen = chosenOf(letters, bindings.indices);
          const found = nodes(Object.values(chosen).join(), () => page.node(expression, chosen, head));
          return "node" in found ? found.node : null;
        },
        axisNode: (axis, bindings) => {
          const spec = axes.find((other) => other.key === axis);
          return spec === undefined ? page.world.builder.input(axis) : spec.nodeIn(page, bindings.indices);
        },
      });
    },
    graph: (expression, scope, chosen) => {
      const page = worldOf(scope);
      const found = page.node(expression, chosenOf(page.letters(expression), chosen), null);
      return "node" in found ? computationGraph(page.world.builder, found.node) : null;
    },
    lineValues: (bindings) => {
      const result = new Float64Array(prepared.length).fill(Number.NaN);
      for (const { program, lines: members } of linesAt(bindings)) {
        const outputs = runAt(program, values(bindings));
        members.forEach((line, at) => {
          result[line] = finite(outputs[at]);
        });
      }
      return result;
    },
    gradients: (bindings) => {
      if (loss === null) return {};
      const { builder } = loss.world.world;
      const of = loss.nodes.get(loss.letters.map((letter) => String(bindings.indices[letter] ?? 1)).join());
      if (of === undefined) return {};
      const { keys: moved, program } = slopes(String(of), () => {
        const by = inputs.flatMap((input) => {
          const node = input.role === "input" ? derivative(builder, of, builder.input(input.key)) : null;
          return node === null ? [] : [{ key: input.key, node }];
        });
        const nodes = by.map(({ node }) => node);
        return { keys: by.map((one) => one.key), program: compile(builder.nodes, nodes) };
      });
      const outputs = runAt(program, values(bindings));
      return Object.fromEntries(moved.map((one, at) => [one, finite(outputs[at])]));
    },
    curves: (members, axis, at, bindings) => {
      const spec = axes.find((other) => other.key === axis);
      const nodes = members.map((member) => nodeOf(member, bindings));
      const drawn = members.map(() => new Float64Array(at.length).fill(Number.NaN));
      for (const page of new Set(members.flatMap((member) => prepared[member]?.world ?? []))) {
        const own = members.flatMap((member, place) =>
          prepared[member]?.world === page && nodes[place] !== null ? [place] : [],
        );
        const cut = spec === undefined ? page.world.builder.input(axis) : spec.nodeIn(page, bindings.indices);
        if (cut === null || own.length === 0) continue;
        const asked = own.map((place) => nodes[place] as NodeId);
        const program = programs(
          `${prepared[members[own[0] as number] as number]?.scope} ${asked.join()} by ${cut}`,
          () => stableProgram(page, asked, [cut]),
        );
        run(
          program,
          values(bindings),
          at.length,
          own.map((place) => drawn[place] as Float64Array),
          new Map([[cut, at]]),
        );
      }
      return drawn;
    },
    axisValue: (axis, bindings) => {
      const spec = axes.find((other) => other.key === axis);
      if (spec === undefined) return values(bindings)[axis] ?? Number.NaN;
      const node = spec.nodeIn(homeWorld, bindings.indices);
      if (node === null) return Number.NaN;
      const program = programs(`axis ${node}`, () => compile(homeWorld.world.builder.nodes, [node]));
      return finite(runAt(program, values(bindings))[0]);
    },
    threeWay: (step, bindings) => trialOf(step, bindings)?.threeWay(values(bindings)) ?? null,
  };
}

/** The stable forms of some nodes, compiled: what the page shows does not overflow where the mathematics does not. */
function stableProgram(page: PageWorld, nodes: readonly NodeId[], cut: readonly NodeId[] = []): Program {
  const { builder } = page.world;
  return compile(builder.nodes, stabilise(builder, nodes, cut), cut);
}

/** The reader's choice of each letter, 1 where there is none. */
function chosenOf(letters: readonly FreeLetter[], indices: Bindings["indices"]): Readonly<Record<string, number>> {
  return Object.fromEntries(letters.map(({ letter, size }) => [letter, Math.min(size, indices[letter] ?? 1)]));
}

function finite(value: number | undefined): number {
  return value === undefined || !Number.isFinite(value) ? Number.NaN : value;
}
