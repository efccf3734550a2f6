import type { Definition } from "../formula/Definition";
import { walk } from "../formula/traverse";

/** Names whose definitions lead back to themselves: h_t = f(h_{t-1}), or z^{(l)} through a^{(l-1)}. */
export function recurrencesOf(
  definitions: ReadonlyMap<string, readonly Definition[]>,
  canonical: (name: string) => string,
): ReadonlySet<string> {
  const uses = new Map<string, ReadonlySet<string>>();
  let shifted = false;
  for (const [name, list] of definitions) {
    const names = new Set<string>();
    for (const { body } of list)
      walk(body, (part) => {
        if (part.kind !== "variable" && part.kind !== "call") return;
        names.add(canonical(part.name));
        shifted ||= part.indices.some((index) => index.kind === "sum");
      });
    uses.set(name, names);
  }
  // Nothing but a shifted index can lead back without being circular.
  if (!shifted) return new Set();
  return new Set([...definitions.keys()].filter((name) => leadsTo(name, name, uses)));
}

function leadsTo(from: string, to: string, uses: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const open = [...(uses.get(from) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(uses.get(next) ?? []));
  }
  return false;
}
