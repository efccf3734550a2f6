import type { Derivation } from "../derivation/Derivation";
import type { Expression } from "../formula/Expression";

/** Inks of `theme.css`, `--ink-1` and following, each readable on every ground of both themes. */
export const inkCount = 10;

/** Customary symbols keep one ink through all documents. */
const customary: Readonly<Record<string, number>> = {
  x: 1,
  w: 2,
  b: 3,
  y: 4,
  z: 5,
  "hat y": 6,
  a: 6,
  p: 6,
  s: 6,
  h: 7,
  o: 5,
  t: 4,
  W: 2,
  "bold W": 2,
  "bold x": 1,
  "bold b": 3,
};

/** Ink by canonical name. A name without one is set in the text's colour. */
export type SymbolColours = ReadonlyMap<string, number>;

/**
 * Gives each symbol of a document its ink: declared inputs first, then the others as they appear. Names that are
 * aliases (ŷ = a) share one. Functions, index letters and what is only ever differentiated (the loss) have none.
 */
export function symbolColours(derivation: Derivation): SymbolColours {
  const facts = gather(derivation);
  const representative = (name: string): string => {
    const seen = new Set<string>();
    let current = name;
    for (
      let next = facts.aliases.get(current);
      next !== undefined && !seen.has(next);
      next = facts.aliases.get(current)
    ) {
      seen.add(current);
      current = next;
    }
    return current;
  };
  const names = [...facts.declared, ...facts.used].filter(
    (name) => !facts.indices.has(name) && !facts.functions.has(name),
  );
  const inks = new Map<string, number>();
  const taken = new Set<number>();
  const give = (name: string, ink: number) => {
    inks.set(representative(name), ink);
    taken.add(ink);
  };
  for (const name of names) {
    const ink = customary[name];
    if (ink !== undefined && !taken.has(ink) && !inks.has(representative(name))) give(name, ink);
  }
  for (const name of names) {
    if (inks.has(representative(name))) continue;
    const free = Array.from({ length: inkCount }, (_, index) => index + 1).find((ink) => !taken.has(ink));
    if (free === undefined) break;
    give(name, free);
  }
  const colours = new Map<string, number>();
  for (const name of names) {
    const ink = inks.get(representative(name));
    if (ink !== undefined) colours.set(name, ink);
  }
  return colours;
}

/** Classes of a symbol's elements: one to find its twins by, one for its ink. */
export function symbolClasses(name: string, colours: SymbolColours): string {
  const ink = colours.get(name);
  return ink === undefined ? `symbol ${symbolClass(name)}` : `symbol ${symbolClass(name)} ink-${ink}`;
}

/** "hat y" is `s-hat-y`: a class name that holds any canonical name. */
export function symbolClass(name: string): string {
  return `s-${name.replace(/ /g, "-").replace(/[^A-Za-z0-9_-]/g, (character) => `u${character.codePointAt(0)?.toString(16)}`)}`;
}

interface Facts {
  readonly declared: Set<string>;
  readonly used: Set<string>;
  readonly indices: Set<string>;
  readonly functions: Set<string>;
  readonly aliases: Map<string, string>;
}

function gather(derivation: Derivation): Facts {
  const facts: Facts = {
    declared: new Set(),
    used: new Set(),
    indices: new Set(),
    functions: new Set(),
    aliases: new Map(),
  };
  for (const scope of derivation.scopes) {
    for (const declaration of scope.declarations) facts.declared.add(declaration.name);
    for (const size of Object.keys(scope.sizes)) facts.indices.add(size);
    for (const definition of scope.definitions) {
      if (definition.parameters.length > 0) facts.functions.add(definition.name);
      else if (definition.body.kind === "variable" && definition.body.name !== definition.name)
        facts.aliases.set(definition.name, definition.body.name);
      visit(definition.parameters, facts);
      visit(definition.body, facts);
    }
  }
  for (const section of derivation.sections)
    for (const block of section.blocks)
      if (block.kind === "chain")
        for (const line of block.lines) if (line.expression !== null) visitSide(line.expression, facts);
  return facts;
}

/** A side that is one symbol alone names it without using it. */
function visitSide(side: Expression, facts: Facts): void {
  if (side.kind === "variable") noteIndices(side.indices, facts);
  else visit(side, facts);
}

function visit(part: unknown, facts: Facts): void {
  if (Array.isArray(part)) {
    for (const entry of part) visit(entry, facts);
    return;
  }
  if (!isExpression(part)) {
    if (typeof part === "object" && part !== null) for (const entry of Object.values(part)) visit(entry, facts);
    return;
  }
  if (part.kind === "variable") {
    facts.used.add(part.name);
    noteIndices(part.indices, facts);
    return;
  }
  if (part.kind === "indexed") facts.indices.add(part.index);
  if (part.kind === "derivative") {
    visitSide(part.of, facts);
    visit(part.by, facts);
    return;
  }
  for (const entry of Object.values(part)) visit(entry, facts);
}

function noteIndices(indices: readonly Expression[], facts: Facts): void {
  for (const index of indices) {
    if (index.kind === "variable" && index.indices.length === 0) facts.indices.add(index.name);
    else visit(index, facts);
  }
}

function isExpression(part: unknown): part is Expression {
  return typeof part === "object" && part !== null && "kind" in part && "span" in part;
}
