import type { Condition } from "../formula/Expression";
import type { FormulaError } from "../formula/FormulaError";
import { announcesCase, endsClause, introducesCondition } from "./cues";
import type { Block, Chain, Formula, Inline } from "./Derivation";
import type { Draft, Place } from "./Draft";
import { displayRuns, type Run } from "./displayRuns";
import { formulaSpan, originSpan } from "./Formula";
import { isIndexCondition } from "./indexConditions";
import { type ProseFormula, proseFormulas, proseText } from "./inlineText";
import { arrayDrafts, mentionDrafts, plainNameDrafts } from "./mentions";
import type { PageBlock } from "./PageBlock";
import type { Problem } from "./Problem";
import { type Language, readCondition, readLines } from "./readLine";
import { mostSupposed } from "./supposed";
import { whereParts } from "./whereParts";

/** Reads the blocks of one section after another and drafts every chain on the way. */
export class PageReader {
  readonly drafts: Draft[] = [];
  readonly problems: Problem[] = [];
  private section = -1;
  private sectionId = "";
  private chains = 0;
  private heading = 0;
  private callouts = 0;
  private published: number | null = null;
  private inHeading = false;
  private before = "";
  private adjacent = false;
  private conditions: readonly Condition[] = [];
  private headingConditions: readonly Condition[] = [];

  constructor(private readonly language: Language) {}

  readSection(id: string, title: readonly Inline[], blocks: readonly PageBlock[]): readonly Block[] {
    this.section++;
    this.sectionId = id;
    this.chains = 0;
    return [...this.startHeading(title), ...this.blocks(blocks)];
  }

  /** `where:` of the front matter belongs to no section. */
  readWhere(formulas: readonly Formula[]): void {
    for (const formula of formulas) this.where(formula);
  }

  private blocks(blocks: readonly PageBlock[]): readonly Block[] {
    return blocks.flatMap((block) => this.block(block));
  }

  private block(block: PageBlock): readonly Block[] {
    switch (block.kind) {
      case "heading":
        return [block, ...this.startHeading(block.children)];
      case "paragraph":
        return [block, ...this.prose(block.children)];
      case "list":
        return [{ ...block, items: block.items.map((item) => this.blocks(item)) }];
      case "quote":
        return [{ ...block, blocks: this.blocks(block.blocks) }];
      case "callout":
        return [this.callout(block)];
      case "display":
        return this.display(block.formula);
      case "where":
        this.where(block.formula);
        return [];
      case "code":
      case "table":
      case "rule":
        return [block];
    }
  }

  private callout(block: Extract<PageBlock, { kind: "callout" }>): Block {
    const asPublished = /^as published\b/i.test(block.title);
    const outer = { published: this.published, before: this.before, conditions: this.conditions };
    if (asPublished) this.published = this.callouts++;
    this.before = "";
    const blocks = this.blocks(block.blocks);
    this.published = outer.published;
    this.before = outer.before;
    this.conditions = outer.conditions;
    this.adjacent = false;
    return { kind: "callout", tone: block.tone, title: block.title, asPublished, blocks };
  }

  /** A heading may define, but what it says is not judged. */
  private startHeading(children: readonly Inline[]): readonly Chain[] {
    this.heading++;
    this.before = "";
    this.adjacent = false;
    this.conditions = [];
    this.headingConditions = proseFormulas(children).flatMap(({ formula }) => this.indexConditions(formula));
    this.inHeading = true;
    const chains = proseFormulas(children).flatMap((one) => this.proseFormula(one));
    this.inHeading = false;
    this.conditions = [];
    return chains;
  }

  private get place(): Place {
    return { section: this.section, heading: this.heading, published: this.published, inHeading: this.inHeading };
  }

  private where(formula: Formula): void {
    for (const part of whereParts(formula)) {
      const runs = displayRuns(part, this.language.macros);
      if ("error" in runs) {
        this.problems.push({ ...problemOf(runs.error), span: originSpan(part, runs.error.span) });
        continue;
      }
      for (const run of runs) {
        const lines = readLines(run.lines, this.language);
        for (const line of lines)
          if (line.error !== null)
            this.problems.push({ ...problemOf(line.error), span: originSpan(line.formula, line.error.span) });
        this.drafts.push({ kind: "where", lines, place: this.place });
      }
    }
  }

  private display(formula: Formula): readonly Block[] {
    const runs = displayRuns(formula, this.language.macros);
    const chains =
      "error" in runs
        ? [this.unread(formula, runs.error)]
        : runs.map((run, index) => this.chain(run, false, index > 0));
    this.adjacent = true;
    return chains;
  }

  private chain(run: Run, inline: boolean, follows: boolean, before = this.before): Chain {
    const chain: Chain = {
      kind: "chain",
      id: `${this.sectionId}-${++this.chains}`,
      lines: readLines(run.lines, this.language),
      label: run.label,
      asPublished: this.published !== null,
      inline,
    };
    if (!inline) {
      for (const line of chain.lines) {
        if (line.error !== null)
          this.problems.push({ ...problemOf(line.error), span: originSpan(line.formula, line.error.span) });
      }
    }
    const conditions = [...this.headingConditions, ...this.conditions];
    this.drafts.push({
      kind: "chain",
      chain,
      place: this.place,
      open: run.open,
      follows,
      before,
      adjacent: this.adjacent,
      conditions,
    });
    return chain;
  }

  private unread(formula: Formula, error: FormulaError): Chain {
    this.problems.push({ ...problemOf(error), span: originSpan(formula, error.span) });
    const line = {
      relation: null,
      formula,
      expression: null,
      error,
      rule: null,
      condition: null,
      continued: false,
      span: formulaSpan(formula),
    };
    return {
      kind: "chain",
      id: `${this.sectionId}-${++this.chains}`,
      lines: [line],
      label: null,
      asPublished: this.published !== null,
      inline: false,
    };
  }

  /** Prose is kept for the displays after it; its formulas may define, assume, or narrow what follows. */
  private prose(children: readonly Inline[]): readonly Chain[] {
    this.adjacent = false;
    this.conditions = [];
    const found: Chain[] = [];
    for (const one of proseFormulas(children)) found.push(...this.proseFormula(one));
    this.before = proseText(children);
    this.drafts.push(...plainNameDrafts(this.before, this.language, this.place));
    return found;
  }

  private proseFormula(one: ProseFormula): readonly Chain[] {
    const { formula, before, after } = one;
    if (!/[=<>]|\\(?:n?eq?|l[et]q?|g[et]q?|equiv|in|approx)(?![A-Za-z])|[≠≤≥∈]/.test(formula.tex)) {
      this.drafts.push(...mentionDrafts(one, this.language, this.place));
      return [];
    }
    const indices = this.indexConditions(formula);
    if (indices.length > 0) {
      if (endsClause(after) && introducesCondition(before)) this.conditions = [...this.conditions, ...indices];
      return [];
    }
    const runs = displayRuns(formula, this.language.macros);
    if ("error" in runs) return [];
    return runs.flatMap((run): readonly Chain[] => {
      const relations = run.lines.flatMap(({ relation }) => (relation === null ? [] : [relation]));
      if (relations.length === 0 || run.lines[0]?.relation !== null) return [];
      if (relations.every((relation) => "≠<≤>≥∈".includes(relation))) {
        this.inequality(one);
        return [];
      }
      this.supposition(run, one);
      return [this.chain(run, true, false, before)];
    });
  }

  private inequality(one: ProseFormula): void {
    const { formula, before, after } = one;
    const condition = readCondition(formula, this.language);
    if (condition === null) return;
    const [first] = condition.sides;
    if (first !== undefined) this.drafts.push(...arrayDrafts(first, one, this.place));
    if (!announcesCase(before))
      this.drafts.push({ kind: "assumption", condition, span: formulaSpan(formula), place: this.place });
    else if (endsClause(after)) this.conditions = [...this.conditions, condition];
  }

  /** "If $y = 1$, then" holds for the displays up to the next prose. */
  private supposition(run: Run, { formula, before, after }: ProseFormula): void {
    if (run.lines.length !== 2 || run.lines[1]?.relation !== "=" || /\botherwise\b/i.test(after.slice(0, 40))) return;
    if (!announcesCase(before) && !/\bfor\s*$/i.test(before)) return;
    const condition = this.conditions.length < mostSupposed ? readCondition(formula, this.language) : null;
    if (condition !== null) this.conditions = [...this.conditions, condition];
  }

  private indexConditions(formula: Formula): readonly Condition[] {
    if (formula.tex.length > 80) return [];
    const condition = readCondition(formula, this.language);
    return condition !== null && isIndexCondition(condition) ? [condition] : [];
  }
}

function problemOf(error: FormulaError): Pick<Problem, "code" | "severity" | "detail"> {
  return { code: error.code, severity: "warning", detail: error.detail };
}
