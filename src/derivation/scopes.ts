import type { Assumption, Declaration, Definition, Said, Scope } from "../formula/Definition";
import type { Draft } from "./Draft";
import { headKey } from "./heads";
import type { PlacedDefinition } from "./PlacedDefinition";

/** Gives every draft its scope; equal scopes are one and have one number. */
export interface Scopes {
  readonly scopes: readonly Scope[];
  /** Scope of each draft by its index; the last entry of a section serves for the section. */
  readonly ofDraft: readonly number[];
  /** Scope at the end of each section. */
  readonly ofSection: readonly number[];
}

interface Everywhere {
  readonly declarations: readonly Declaration[];
  readonly sizes: Readonly<Record<string, number>>;
  readonly unread: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly stated: readonly Said[];
  readonly supposed: readonly Said[];
}

interface LocalAssumption {
  readonly from: number;
  readonly assumption: Assumption;
}

/**
 * A definition is known in the whole document. One that replaces another holds from its place on; one declared in a
 * section or a callout holds from its place to the end of that.
 */
export function buildScopes(
  drafts: readonly Draft[],
  placed: readonly PlacedDefinition[],
  locals: readonly LocalAssumption[],
  everywhere: Everywhere,
  sections: number,
): Scopes {
  const builder = new ScopeBuilder(drafts, placed, locals, everywhere);
  const ofDraft = drafts.map((_, index) => builder.at(index));
  const ofSection = Array.from({ length: sections }, (_, section) => builder.atEnd(section));
  return { scopes: builder.scopes, ofDraft, ofSection };
}

class ScopeBuilder {
  readonly scopes: Scope[] = [];
  private readonly base = new Map<string, Definition>();
  private readonly replacing: readonly PlacedDefinition[];
  private readonly localByFrom: ReadonlyMap<number, readonly PlacedDefinition[]>;
  private readonly assumptionsByFrom: ReadonlyMap<number, readonly LocalAssumption[]>;
  private replaced = 0;
  private sectionIndex = -2;
  private callout: number | null = null;
  private sectionLocals: readonly Definition[] = [];
  private sectionAssumptions: readonly Assumption[] = [];
  private calloutLocals: readonly Definition[] = [];
  private calloutAssumptions: readonly Assumption[] = [];
  private current: number | null = null;
  private outer: number | null = null;
  private readonly ends = new Map<number, number>();

  constructor(
    private readonly drafts: readonly Draft[],
    placed: readonly PlacedDefinition[],
    locals: readonly LocalAssumption[],
    private readonly everywhere: Everywhere,
  ) {
    for (const one of placed) if (one.reach === "document" && !one.replaces) this.base.set(one.key, one.definition);
    this.replacing = placed
      .filter(({ reach, replaces }) => reach === "document" && replaces)
      .toSorted((a, b) => a.from - b.from);
    this.localByFrom = grouped(placed.filter(({ reach }) => reach !== "document"));
    this.assumptionsByFrom = grouped(locals);
  }

  /** Scope of the draft with this index; drafts are asked for in order. */
  at(index: number): number {
    const place = this.drafts[index]?.place;
    if (place === undefined) return this.number();
    if (place.section !== this.sectionIndex) this.enterSection(place.section);
    if (place.published !== this.callout) this.enterCallout(place.published);
    for (
      let next = this.replacing[this.replaced];
      next !== undefined && next.from <= index;
      next = this.replacing[this.replaced]
    ) {
      this.base.set(next.key, next.definition);
      this.replaced++;
      this.changed();
    }
    const definitions = (this.localByFrom.get(index) ?? []).map(({ definition }) => definition);
    const assumptions = (this.assumptionsByFrom.get(index) ?? []).map(({ assumption }) => assumption);
    if (definitions.length > 0 || assumptions.length > 0) this.addLocals(definitions, assumptions);
    const number = this.number();
    if (this.callout === null) this.ends.set(this.sectionIndex, number);
    return number;
  }

  atEnd(section: number): number {
    const known = this.ends.get(section);
    if (known !== undefined) return known;
    const before = [...this.ends.keys()].filter((key) => key < section);
    return this.ends.get(Math.max(...before)) ?? this.number();
  }

  private enterSection(section: number): void {
    if (this.sectionLocals.length > 0 || this.sectionAssumptions.length > 0) this.changed();
    this.sectionIndex = section;
    this.sectionLocals = [];
    this.sectionAssumptions = [];
    this.enterCallout(null);
  }

  private enterCallout(callout: number | null): void {
    this.callout = callout;
    if (this.calloutLocals.length > 0 || this.calloutAssumptions.length > 0) {
      this.calloutLocals = [];
      this.calloutAssumptions = [];
      this.current = this.outer;
    }
  }

  private addLocals(definitions: readonly Definition[], assumptions: readonly Assumption[]): void {
    if (this.callout === null) {
      this.sectionLocals = [...this.sectionLocals, ...definitions];
      this.sectionAssumptions = [...this.sectionAssumptions, ...assumptions];
      this.changed();
      return;
    }
    this.outer ??= this.current;
    this.calloutLocals = [...this.calloutLocals, ...definitions];
    this.calloutAssumptions = [...this.calloutAssumptions, ...assumptions];
    this.current = null;
  }

  private changed(): void {
    this.current = null;
    this.outer = null;
  }

  private number(): number {
    if (this.current !== null) return this.current;
    const locals = [...this.sectionLocals, ...this.calloutLocals];
    const names = new Set(locals.map(headKey));
    const base = [...this.base.values()].filter((definition) => !names.has(headKey(definition)));
    this.scopes.push({
      definitions: [...base, ...lastOfEach(locals)],
      assumptions: [...this.everywhere.assumptions, ...this.sectionAssumptions, ...this.calloutAssumptions],
      declarations: this.everywhere.declarations,
      sizes: this.everywhere.sizes,
      ...(this.everywhere.stated.length > 0 ? { stated: this.everywhere.stated } : {}),
      ...(this.everywhere.supposed.length > 0 ? { supposed: this.everywhere.supposed } : {}),
      ...(this.everywhere.unread.length > 0 ? { unread: this.everywhere.unread } : {}),
    });
    this.current = this.scopes.length - 1;
    return this.current;
  }
}

function lastOfEach(definitions: readonly Definition[]): readonly Definition[] {
  return [...new Map(definitions.map((definition) => [headKey(definition), definition])).values()];
}

function grouped<T extends { readonly from: number }>(items: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) groups.set(item.from, [...(groups.get(item.from) ?? []), item]);
  return groups;
}
