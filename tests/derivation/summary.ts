import { chainsById } from "../../src/derivation/addresses";
import { compileDerivation } from "../../src/derivation/compile";
import type { Line, Step } from "../../src/derivation/Derivation";
import type { CompileOptions } from "../../src/derivation/options";
import { positionsIn } from "../../src/derivation/position";

/** A compiled document at a glance: what a golden file holds. */
export interface Summary {
  readonly title: string;
  readonly sections: readonly string[];
  /** "line:column role: left = right", the place being the right side's. */
  readonly steps: readonly string[];
  /** What each scope defines and takes as true, one entry a scope. */
  readonly scopes: readonly { readonly defines: readonly string[]; readonly assumes: readonly string[] }[];
  readonly declares: readonly string[];
  readonly problems: readonly string[];
}

export function summaryOf(text: string, options?: CompileOptions): Summary {
  const derivation = compileDerivation(text, options);
  const chains = chainsById(derivation);
  const places = positionsIn(text);
  const place = (offset: number) => {
    const { line, column } = places(offset);
    return `${line}:${column}`;
  };
  const source = ({ start, end }: { readonly start: number; readonly end: number }) => oneLine(text.slice(start, end));
  const step = (one: Step): string => {
    const left = chains.get(one.left.chain)?.lines[one.left.line];
    const right = chains.get(one.right.chain)?.lines[one.right.line];
    if (left === undefined || right === undefined) throw new Error(`step ${one.id} leads nowhere`);
    const notes = [
      one.reason,
      one.asPublished ? "as published" : null,
      right.rule === null ? null : `% ${right.rule}`,
      one.conditions.length > 0 ? `conditions: ${one.conditions.length}` : null,
      derivation.scopes.length > 1 ? `scope ${one.scope}` : null,
    ].filter((note) => note !== null);
    return `${place(right.span.start)} ${one.role}: ${tex(left)} ${one.relation} ${tex(right)}${notes.map((note) => ` [${note}]`).join("")}`;
  };
  return {
    title: derivation.title,
    sections: derivation.sections.map(({ id }) => id),
    steps: derivation.steps.map(step),
    scopes: derivation.scopes.map(({ definitions, assumptions }) => ({
      defines: definitions.map(({ span, origin }) => `${source(span)} (${origin})`),
      assumes: assumptions.map(({ span, origin }) => `${source(span)} (${origin})`),
    })),
    declares: (derivation.scopes[0]?.declarations ?? []).map(
      ({ name, value, range }) => `${name} ${JSON.stringify(value ?? range)}`,
    ),
    problems: derivation.problems.map(({ span, severity, code, detail }) =>
      `${place(span.start)} ${severity} ${code} ${oneLine(detail)}`.trim(),
    ),
  };
}

function tex(line: Line): string {
  return oneLine(line.formula.tex) + (line.error === null ? "" : ` (unread: ${line.error.code})`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
