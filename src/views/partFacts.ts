import { entryKey } from "../calculus/entryKey";
import type { Bindings } from "../check/Bindings";
import type { Workbench } from "../check/Workbench";
import type { Expression } from "../formula/Expression";
import { freeIndices } from "../formula/indices";
import type { PartPlace } from "./LineSide";

/** What a part is worth: one number; one for each value of a letter that is bound around it; or none, and why. */
export type Worth =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "numbers"; readonly letters: readonly string[]; readonly values: readonly number[] }
  | { readonly kind: "none"; readonly reason: string };

/** Computes what a part is worth, and its slope by an axis, at any bindings. */
export interface PartProbe {
  readonly worth: (bindings: Bindings) => Worth;
  readonly slope: (axis: string, bindings: Bindings) => number;
}

/** More values than this are too many to be listed. */
const mostValues = 12;

export function probePart(place: PartPlace, workbench: Workbench): PartProbe {
  const none = (reason: string): PartProbe => ({
    worth: () => ({ kind: "none", reason }),
    slope: () => Number.NaN,
  });
  const part = place.side.parts[place.part];
  if (part === undefined) return none("");
  const { expression, bound } = part;
  const letter = indexLetter(place, workbench);
  if (letter !== null)
    return {
      worth: (bindings) =>
        bound.includes(letter)
          ? { kind: "none", reason: "runs through its whole range" }
          : { kind: "number", value: bindings.indices[letter] ?? 1 },
      slope: () => Number.NaN,
    };
  if (part.place === "condition" && !isNumberLike(expression)) return none("chooses between cases");
  if (part.place === "elsewhere") return none("is taken at another point than the current one");
  const probe = workbench.probe(expression, place.side.scope, place.side.head);
  if (probe === null) return none("has no single value");
  const free = freeIndices(expression);
  const open = probe.letters.filter((one) => bound.includes(one.letter) && free.has(one.letter));
  if (open.length === 0)
    return {
      worth: (bindings) => ({ kind: "number", value: probe.value(bindings) }),
      slope: (axis, bindings) => probe.slope(axis, bindings),
    };
  const choices = open.reduce<readonly Readonly<Record<string, number>>[]>(
    (all, { letter: name, size }) =>
      all.flatMap((one) => Array.from({ length: size }, (_, at) => ({ ...one, [name]: at + 1 }))),
    [{}],
  );
  return {
    worth: (bindings) =>
      choices.length > mostValues
        ? {
            kind: "none",
            reason: `has ${choices.length} values, one for each ${open.map((one) => one.letter).join(", ")}`,
          }
        : {
            kind: "numbers",
            letters: open.map((one) => one.letter),
            values: choices.map((choice) => probe.value({ ...bindings, indices: { ...bindings.indices, ...choice } })),
          },
    slope: () => Number.NaN,
  };
}

/** A letter that tells entries apart, as the k of ŷ_k or of j ≠ k. */
export function indexLetter({ side, part }: PartPlace, { indices }: Workbench): string | null {
  const found = side.parts[part];
  if (found === undefined || found.expression.kind !== "variable" || found.expression.indices.length > 0) return null;
  const { name } = found.expression;
  if (found.place === "index") return name;
  const isLetter = found.bound.includes(name) || indices.some(({ letter }) => letter === name);
  return found.place === "condition" && isLetter ? name : null;
}

function isNumberLike({ kind }: Expression): boolean {
  return kind !== "variable";
}

/** The entry that a symbol is at the chosen indices ("z_2"); null where an index is bound or is no plain letter. */
export function chosenEntry(place: PartPlace, workbench: Workbench, bindings: Bindings): string | null {
  const found = place.side.parts[place.part];
  if (found?.expression.kind !== "variable") return null;
  const { expression } = found;
  const indices = expression.indices.map((index) => {
    if (index.kind === "number") return Number(index.text);
    if (index.kind !== "variable" || index.indices.length > 0 || found.bound.includes(index.name)) return Number.NaN;
    return bindings.indices[index.name] ?? 1;
  });
  return indices.every(Number.isInteger)
    ? entryKey(workbench.canonical(expression.name, place.side.scope), indices)
    : null;
}
