import { entryKey } from "../calculus/entryKey";
import type { Probe } from "../check/Probe";
import type { InputSpec, Workbench } from "../check/Workbench";
import type { Scope } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { initialBindings, labelVectors } from "../store/PageState";
import { total } from "./total";

/** A symbol of the document whose entries are shares of one: probabilities over classes, made of one logit each. */
export interface Classes {
  /** Name that the document shows the symbol by, and the key under which each entry is computed. */
  readonly name: string;
  readonly keys: readonly string[];
  readonly probes: readonly Probe[];
  readonly logits: readonly InputSpec[];
  /** Keys of the labels, or none. */
  readonly labels: readonly string[];
  /** Letter of the index that chooses a column, or null. */
  readonly letter: string | null;
  /** Letter of the index that chooses a row, or null. */
  readonly rowLetter: string | null;
}

/** Found by structure (a definition with as many entries as there are logits) and by number (they sum to one). */
export function findClasses(workbench: Workbench, scope: Scope, scopeNumber: number): Classes | null {
  for (const logits of vectors(workbench.inputs)) {
    const leading = logits[0]?.indices.slice(0, -1) ?? [];
    for (const definition of scope.definitions) {
      const { name, indices, parameters, body } = definition;
      const isAlias = body.kind === "variable" && body.indices.length === indices.length;
      if (parameters.length > 0 || isAlias || indices.length !== leading.length + 1) continue;
      const probes = logits.flatMap((_, at) => workbench.probe(entry(name, [...leading, at + 1]), scopeNumber) ?? []);
      if (probes.length !== logits.length || !sumToOne(workbench, probes, logits)) continue;
      const alias = scope.definitions.find((other) => other.body.kind === "variable" && other.body.name === name);
      const letters = workbench.indices.filter(({ size }) => size === logits.length).map(({ letter }) => letter);
      const letter = letters.includes("k") ? "k" : (letters.at(-1) ?? null);
      return {
        name: alias?.name ?? name,
        keys: logits.map((_, at) => entryKey(name, [...leading, at + 1])),
        probes,
        logits,
        labels: labelVectors(workbench).find((keys) => keys.length === logits.length) ?? [],
        letter,
        rowLetter: letters.find((other) => other !== letter) ?? null,
      };
    }
  }
  return null;
}

function vectors(inputs: readonly InputSpec[]): readonly (readonly InputSpec[])[] {
  const found = new Map<string, InputSpec[]>();
  for (const input of inputs) {
    if (input.role !== "input" || input.indices.length === 0) continue;
    const key = `${input.name} ${input.indices.slice(0, -1).join()}`;
    found.set(key, [...(found.get(key) ?? []), input]);
  }
  return [...found.values()].filter((vector) => vector.length > 1);
}

/** At two different places: a sum of one by chance is no class range. */
function sumToOne(workbench: Workbench, probes: readonly Probe[], logits: readonly InputSpec[]): boolean {
  const start = initialBindings(workbench);
  const moved = Object.fromEntries(logits.map(({ key, min, max }, at) => [key, min + (max - min) / (at + 2.5)]));
  return [start, { ...start, inputs: { ...start.inputs, ...moved } }].every((bindings) => {
    const values = probes.map((probe) => probe.value(bindings));
    return values.every((value) => value >= 0) && Math.abs(total(values) - 1) < 1e-9;
  });
}

function entry(name: string, indices: readonly number[]): Expression {
  const span = { start: 0, end: 0 };
  return {
    kind: "variable",
    name,
    indices: indices.map((index) => ({ kind: "number", text: String(index), span })),
    span,
  };
}
