import type { Declaration } from "../formula/Definition";
import { parseFormula } from "../formula/parse";
import {
  declarationOf,
  findArrayConditions,
  findAssumptions,
  type PlacedAssumption,
  proseDeclarations,
} from "./assumptions";
import type { Block, Derivation, Inline, Section } from "./Derivation";
import type { Draft, DraftChain } from "./Draft";
import { findDefinitions } from "./definitions";
import { findMathematics } from "./displays";
import {
  emptinessProblems,
  orphanProblems,
  redefinitionProblems,
  undefinedProblems,
  unusedProblems,
} from "./documentProblems";
import { exampleValues } from "./examples";
import { type FrontMatter, readFrontMatter } from "./frontMatter";
import { slugOf, titleText } from "./inlineText";
import { learnLanguage } from "./learnLanguage";
import { limitFormulas } from "./limitFormulas";
import { findLinks } from "./links";
import { readMarkdown } from "./markdown";
import { type CompileOptions, defaultLimits } from "./options";
import { type Outline, outlineOf } from "./outline";
import { PageReader } from "./PageReader";
import type { Definitions } from "./PlacedDefinition";
import type { Problem } from "./Problem";
import { withoutPrivateUse } from "./placeholders";
import type { Language } from "./readLine";
import { saidNumbers } from "./saidNumbers";
import { buildScopes } from "./scopes";
import { Solving } from "./solving";
import { stepsOf } from "./steps";
import { findSupposed } from "./supposed";

/** Reads a document: finds its displays, its prose, its names, its chains, what each symbol means, and its steps. */
export function compileDerivation(text: string, options: CompileOptions = {}): Derivation {
  const refused = refusal(text, options);
  if (refused !== null) return { ...empty(options), problems: [refused] };
  const source = withoutPrivateUse(text);
  const front = readFrontMatter(source);
  const scan = limitFormulas(findMathematics(source, front.end), options.maxFormulas ?? defaultLimits.maxFormulas);
  const outline = outlineOf(readMarkdown({ source, found: scan.found }, front.end));
  const language = learnLanguage([...front.where, ...scan.formulas], saidNumbers(source));
  const { drafts, sections, problems } = readPages(outline, front, language);
  const definitions = findDefinitions(drafts);
  const assumptions = findAssumptions(drafts);
  const scoped = scopesOf(drafts, definitions, assumptions, front, language, sections.length);
  const links = findLinks(drafts, (draft) => isPureDefinition(draft, definitions));
  const steps = stepsOf(
    links,
    definitions,
    new Solving(drafts),
    scoped.ofDraft,
    sections.map(({ id }) => id),
  );
  const used = new Set(steps.flatMap(({ left, right }) => [left.chain, right.chain]));
  const pages = sections.map((section, index) => ({
    ...section,
    blocks: withoutIdleInline(section.blocks, used),
    scope: scoped.ofSection[index] ?? 0,
  }));
  return {
    title: titleOf(front, outline, options),
    source: front.source,
    sections: pages,
    steps,
    scopes: scoped.scopes,
    examples: exampleValues(drafts),
    ...listedIn(drafts),
    problems: [
      ...front.problems,
      ...scan.problems,
      ...problems,
      ...redefinitionProblems(definitions.placed),
      ...orphanProblems(drafts, links),
      ...undefinedProblems(drafts, definitions),
      ...unusedProblems(drafts, front, language),
      ...emptinessProblems(source, steps, scan.problems.length + problems.length),
    ].toSorted((one, other) => one.span.start - other.span.start),
  };
}

function refusal(text: string, options: CompileOptions): Problem | null {
  const limit = options.maxCharacters ?? defaultLimits.maxCharacters;
  if (text.length > limit)
    return {
      code: "too-large",
      severity: "error",
      detail: `${text.length}|${limit}`,
      span: { start: limit, end: text.length },
    };
  const control = text.slice(0, 4096).search(/\0/);
  return control === -1
    ? null
    : { code: "not-text", severity: "error", detail: "", span: { start: control, end: control + 1 } };
}

function empty(options: CompileOptions): Derivation {
  const scope = { definitions: [], assumptions: [], declarations: [], sizes: {} };
  return {
    title: baseName(options),
    source: null,
    sections: [],
    steps: [],
    scopes: [scope],
    examples: [],
    problems: [],
  };
}

/** Nothing where nothing is listed: a page carries its derivation. */
function listedIn(drafts: readonly Draft[]): Pick<Derivation, "listed"> {
  const listed = drafts.flatMap((draft) => (draft.kind === "listed" ? [draft.sum] : []));
  return listed.length === 0 ? {} : { listed };
}

interface Pages {
  readonly drafts: readonly Draft[];
  readonly sections: readonly Omit<Section, "scope">[];
  readonly problems: readonly Problem[];
}

function readPages(outline: Outline, front: FrontMatter, language: Language): Pages {
  const reader = new PageReader(language);
  reader.readWhere(front.where);
  const ids = new Set<string>();
  const sections = outline.sections.map(({ title, level, blocks }) => {
    const heading: readonly Inline[] =
      title.length > 0 ? title : [{ kind: "text", text: front.title ?? "Introduction" }];
    const id = uniqueSlug(heading, ids);
    const read: readonly Block[] = reader.readSection(id, heading, blocks);
    const scenarios = front.scenarios
      .filter(({ section }) => section === null || section === id || section === titleText(heading))
      .map(({ name, look, values }) => ({ name, look, values }));
    return { id, title: heading, level, blocks: read, scenarios };
  });
  return { drafts: reader.drafts, sections, problems: reader.problems };
}

/** Formulas of running text that make no step stand in their prose already. */
function withoutIdleInline(blocks: readonly Block[], used: ReadonlySet<string>): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case "chain":
        return block.inline && !used.has(block.id) ? [] : [block];
      case "quote":
      case "callout":
        return [{ ...block, blocks: withoutIdleInline(block.blocks, used) }];
      case "list":
        return [{ ...block, items: block.items.map((item) => withoutIdleInline(item, used)) }];
      default:
        return [block];
    }
  });
}

function uniqueSlug(heading: readonly Inline[], taken: Set<string>): string {
  const slug = slugOf(heading);
  let id = slug;
  for (let count = 2; taken.has(id); count++) id = `${slug}-${count}`;
  taken.add(id);
  return id;
}

function scopesOf(
  drafts: readonly Draft[],
  definitions: Definitions,
  assumptions: readonly PlacedAssumption[],
  front: FrontMatter,
  language: Language,
  sections: number,
) {
  const declared = declarations(front, language);
  const names = new Set(declared.map(({ name }) => name));
  const everywhere = {
    declarations: [...declared, ...proseDeclarations(drafts, (name) => definitions.byName.has(name), names)],
    sizes: { ...sizesAmongInputs(front), ...front.sizes },
    unread: definitions.unread,
    supposed: findSupposed(drafts, definitions.defining),
    stated: findArrayConditions(drafts, (name) => definitions.byName.has(name)),
    assumptions: assumptions.filter(({ reach }) => reach === "document").map(({ assumption }) => assumption),
  };
  return buildScopes(
    drafts,
    definitions.placed,
    assumptions.filter(({ reach }) => reach === "local"),
    everywhere,
    sections,
  );
}

function declarations(front: FrontMatter, language: Language): readonly Declaration[] {
  return front.inputs.flatMap((field) => {
    const symbol = parseFormula(field.name, language.vocabulary, language.macros);
    const declaration = declarationOf(field, symbol.ok ? symbol.value : null);
    return declaration === null || isSize(field) ? [] : [declaration];
  });
}

/** `K: 4` among the inputs is how many there are of something; capital letters and n, m count. */
function isSize(field: FrontMatter["inputs"][number]): boolean {
  return (
    /^[A-Znm]$/.test(field.name) &&
    typeof field.value === "number" &&
    Number.isInteger(field.value) &&
    field.value > 0 &&
    field.range === null
  );
}

function sizesAmongInputs(front: FrontMatter): Readonly<Record<string, number>> {
  return Object.fromEntries(front.inputs.filter(isSize).map(({ name, value }) => [name, value as number]));
}

function isPureDefinition(draft: DraftChain, definitions: Definitions): boolean {
  const defining = definitions.defining.get(draft);
  return defining !== undefined && defining.size > 0 && defining.size === draft.chain.lines.length - 1;
}

function titleOf(front: FrontMatter, outline: Outline, options: CompileOptions): string {
  const heading = outline.title ?? outline.sections.find(({ title }) => title.length > 0)?.title ?? null;
  return front.title ?? (heading === null ? baseName(options) : titleText(heading));
}

function baseName(options: CompileOptions): string {
  return (
    options.path
      ?.split(/[/\\]/)
      .at(-1)
      ?.replace(/\.[^.]+$/, "") ?? "Untitled"
  );
}
