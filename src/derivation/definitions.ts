import type { Definition } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { statedOfArrays } from "./assumptions";
import { announcesCase, introducesName } from "./cues";
import { DefinitionWays } from "./DefinitionWays";
import type { Line } from "./Derivation";
import type { Draft, DraftChain, DraftNamed, DraftWhere } from "./Draft";
import {
  exampleFunctions,
  type Head,
  headKey,
  headOfExpression,
  isNumeric,
  mentionedKeys,
  mentionedNames,
  settledKeys,
  treeText,
} from "./heads";
import { isFirstMember, isLaterMember } from "./members";
import { isRenewed, type Known } from "./renewal";
import { Solving } from "./solving";
import { isIndexLetter, parametrised, shiftedHead, wrappedHead } from "./specialHeads";

/** A definition and where it holds: in the whole document until it is replaced, or only in one place. */
export interface PlacedDefinition {
  readonly key: string;
  readonly definition: Definition;
  /** Index of the draft that makes it. */
  readonly from: number;
  readonly reach: "document" | "section" | "callout";
  /** True where it takes the place of an earlier one from here on. */
  readonly replaces: boolean;
}

export interface Definitions {
  readonly placed: readonly PlacedDefinition[];
  /** For each draft, the positions of its links that define: link i leads from line i to line i + 1. */
  readonly defining: ReadonlyMap<Draft, ReadonlySet<number>>;
  /** Names defined anywhere in the document by something other than another undefined name. */
  readonly byName: ReadonlyMap<string, readonly Definition[]>;
  /** Names whose only definition could not be read. */
  readonly unread: readonly string[];
  /** Names that updates define, x_{k+1} = x_k − η g_k. */
  readonly updated: ReadonlySet<string>;
}

/**
 * Decides which links define a symbol. The document's own definitions come first, so that one may stand after its use;
 * callouts As published define only what nothing else does.
 */
export function findDefinitions(drafts: readonly Draft[]): Definitions {
  const finder = new DefinitionFinder(new Solving(drafts));
  drafts.forEach((draft, index) => {
    if (draft.kind === "where") finder.where(draft, index);
    else if (draft.kind === "mention") finder.mention(draft.names);
    else if (draft.kind === "chain" && draft.place.published === null) finder.chain(draft, index);
  });
  drafts.forEach((draft, index) => {
    if (draft.kind === "chain" && draft.place.published !== null) finder.chain(draft, index);
  });
  drafts.forEach((draft, index) => {
    if (draft.kind === "named") finder.named(draft, index);
    else if (draft.kind === "chain" && draft.place.published === null) finder.start(draft, index);
  });
  return finder.result();
}

class DefinitionFinder {
  private readonly placed: PlacedDefinition[] = [];
  private readonly defining = new Map<Draft, Set<number>>();
  private readonly known = new Map<string, Known>();
  private readonly local = new Map<string, Definition>();
  private readonly byName = new Map<string, Definition[]>();
  private readonly ways = new DefinitionWays();
  private readonly mentioned = new Set<string>();
  private readonly updated = new Set<string>();
  /** Name by key: p_n may be unread where the function p(y) is not. */
  private readonly unread = new Map<string, string>();

  constructor(private readonly solving: Solving) {}

  mention(names: ReadonlySet<string>): void {
    for (const name of names) this.mentioned.add(name);
  }

  result(): Definitions {
    const isRead = (key: string, name: string) => this.byName.get(name)?.some((one) => headKey(one) === key) === true;
    const unread = [...this.unread].flatMap(([key, name]) => (isRead(key, name) ? [] : [name]));
    return {
      placed: this.placed,
      defining: this.defining,
      byName: this.byName,
      unread: [...new Set(unread)],
      updated: this.updated,
    };
  }

  /** A `where:` of the author defines with authority: every symbol on its left sides. */
  where(draft: DraftWhere, index: number): void {
    const reach = draft.place.section === -1 ? "document" : draft.place.published === null ? "section" : "callout";
    for (const [head, body, line] of aliases(draft.lines)) {
      const definition = definitionOf(head, body, line, "declared");
      this.place(definition, headKey(head), index, reach, false);
      if (reach === "document") this.remember(headKey(head), definition, 0, true);
      else this.name(definition);
    }
  }

  /** `m_0 = v_0 = 0`: where recurrences start. */
  start(draft: DraftChain, index: number): void {
    const { lines } = draft.chain;
    const body = lines.at(-1)?.expression ?? null;
    if (body === null || !isNumeric(body) || lines.slice(1).some(({ relation }) => relation !== "=")) return;
    for (const line of lines.slice(0, -1)) {
      const head = headOfExpression(line.expression);
      if (head === null || !isFirstMember(head, this.byName)) continue;
      this.place(definitionOf(head, body, line, "prose"), headKey(head), index, "document", false);
    }
  }

  /** A function that only prose names. */
  named({ definition }: DraftNamed, index: number): void {
    if (this.byName.has(definition.name) || this.unread.has(headKey(definition))) return;
    this.place(definition, headKey(definition), index, "document", false);
    this.name(definition);
  }

  chain(draft: DraftChain, index: number): void {
    const { lines } = draft.chain;
    if (lines[0]?.relation === null && !this.update(draft, index)) this.heads(draft, index);
    this.lastSide(draft, index);
    for (const line of lines) if (line.expression !== null) this.mention(mentionedNames(line.expression));
  }

  /** An update of a symbol that nothing else defines is its definition. */
  private update(draft: DraftChain, index: number): boolean {
    const [left, right] = draft.chain.lines;
    const body = right?.expression ?? null;
    if (left === undefined || body === null || !isDefining(right) || draft.place.published !== null) return false;
    const shifted = shiftedHead(left.expression, body);
    if (shifted === null || this.known.has(headKey(shifted.head)) || this.byName.has(shifted.head.name)) return false;
    this.define(shifted.head, shifted.body, left, draft, index);
    this.updated.add(shifted.head.name);
    this.marks(draft).add(0);
    return true;
  }

  private heads(draft: DraftChain, index: number): void {
    const { lines } = draft.chain;
    for (let at = 0; at + 1 < lines.length; at++) {
      const left = lines[at];
      const expression = left?.expression ?? null;
      const wrapped = wrappedHead(expression);
      const head = headOfExpression(expression) ?? wrapped?.head ?? null;
      if (left === undefined || head === null) return;
      const right = this.bodyLine(head, lines, at);
      const body = lines[right]?.expression ?? null;
      if (lines[at + 1]?.error != null && !listsValues(lines[at + 1])) this.unread.set(headKey(head), head.name);
      if (body === null || !this.mayDefine(head, body, draft, index, at)) return;
      this.define(head, wrapped === null ? body : wrapped.unwrap(body), left, draft, index);
      for (let link = at; link < right; link++) this.marks(draft).add(link);
      if (right > at + 1) return;
    }
  }

  /**
   * The side that defines: the next one; for a function that is made of itself (L = ∏ L) or without any of its
   * parameters, the first that is made of all of them.
   */
  private bodyLine(head: Head, lines: readonly Line[], at: number): number {
    const next = at + 1;
    const parameters = head.parameters
      .flatMap((parameter) => [...mentionedNames(parameter)])
      .filter((name) => name !== "…");
    if (head.parameters.length === 0 || isMadeOf(lines[next], head, parameters))
      return isDefining(lines[next]) ? next : -1;
    for (let right = next; right < lines.length && isDefining(lines[right]); right++) {
      if (isMadeOf(lines[right], head, parameters)) return right;
    }
    const expression = lines[next]?.expression ?? null;
    return isDefining(lines[next]) && expression !== null && !isAbout(expression, head) ? next : -1;
  }

  private define(head: Head, body: Expression, line: Line, draft: DraftChain, index: number): void {
    const published = draft.place.published;
    const definition = definitionOf(head, body, line, draft.chain.inline ? "prose" : "document");
    const key = headKey(head);
    this.place(
      definition,
      key,
      index,
      published === null ? "document" : "callout",
      published === null && this.known.has(key),
    );
    if (published === null) this.remember(key, definition, draft.place.heading, false);
    else this.local.set(`${published}/${key}`, definition);
    const plain = parametrised(head, body);
    if (plain !== null && published === null) this.define(plain, body, line, draft, index);
  }

  private mayDefine(head: Head, body: Expression, draft: DraftChain, index: number, at: number): boolean {
    const key = headKey(head);
    if (isNumeric(body) || settledKeys(body).has(key)) return false;
    if (isIndexLetter(head) && body.kind === "variable") return false;
    if (isLaterMember(head, body, this.byName)) return false;
    const known = this.known.get(key) ?? this.functionOf(head);
    if (known !== undefined && this.isValue(head)) return false;
    if (draft.place.published !== null)
      return known === undefined && !this.local.has(`${draft.place.published}/${key}`);
    if (draft.chain.inline && !mayDefineInline(body, draft, at)) return false;
    if (known === undefined) return !this.isSolution(head, draft, index) && !this.ways.leadBack(head, body);
    if (known.declared || treeText(known.definition.body) === treeText(body)) return false;
    return isRenewed(head, known, draft) && !this.ways.leadBack(head, body, known.definition);
  }

  /** L = … after L(y, p) = …: the name alone stands for the function's value. */
  private functionOf({ name, indices, parameters }: Head): Known | undefined {
    if (parameters.length > 0 || indices.length > 0 || !/^(?:(?:cal|bb|hat|tilde) )?(?:[A-Z]|ell)$/.test(name))
      return undefined;
    const definition = this.byName.get(name)?.findLast((one) => one.parameters.length > 0 && one.indices.length === 0);
    return definition === undefined ? undefined : this.known.get(headKey(definition));
  }

  /** f(x^*) = … where f is known and x^* has a formula: the value there, not another f. */
  private isValue({ name, parameters }: Head): boolean {
    if (!exampleFunctions.test(name)) return false;
    return parameters.some((parameter) => parameter.kind === "variable" && this.byName.has(parameter.name));
  }

  /** After an equation was set up to be solved, a symbol used before is its unknown: nothing is defined. */
  private isSolution(head: Head, draft: DraftChain, index: number): boolean {
    return this.solving.isAt(draft.place.heading, index) && this.mentioned.has(head.name) && !draft.chain.inline;
  }

  /** `wx + b = z`, or `… = \bar x` at the end of a chain, with a symbol that was never mentioned before, defines it. */
  private lastSide(draft: DraftChain, index: number): void {
    const { lines, inline } = draft.chain;
    const right = lines.at(-1);
    const left = lines.at(-2);
    const head = right?.expression?.kind === "variable" ? headOfExpression(right.expression) : null;
    const body = left?.expression ?? null;
    if (
      inline ||
      head === null ||
      body === null ||
      right === undefined ||
      right.relation !== "=" ||
      draft.place.published !== null ||
      statedOfArrays(draft, () => false) !== null
    )
      return;
    if (
      this.marks(draft).has(lines.length - 2) ||
      isNumeric(body) ||
      body.kind === "variable" ||
      head.indices.length > 0
    )
      return;
    const known = this.mentioned.has(head.name) || this.known.has(headKey(head));
    const before = lines
      .slice(0, -1)
      .some(({ expression }) => expression !== null && mentionedNames(expression).has(head.name));
    if (known || before) return;
    this.define(head, body, right, draft, index);
    this.marks(draft).add(lines.length - 2);
  }

  private marks(draft: Draft): Set<number> {
    const known = this.defining.get(draft) ?? new Set<number>();
    this.defining.set(draft, known);
    return known;
  }

  private place(
    definition: Definition,
    key: string,
    from: number,
    reach: PlacedDefinition["reach"],
    replaces: boolean,
  ): void {
    this.placed.push({ key, definition, from, reach, replaces });
  }

  private remember(key: string, definition: Definition, heading: number, declared: boolean): void {
    this.known.set(key, { definition, heading, declared });
    this.ways.remember(key, definition);
    this.name(definition);
  }

  private name(definition: Definition): void {
    const known = this.byName.get(definition.name);
    if (known === undefined) this.byName.set(definition.name, [definition]);
    else known.push(definition);
  }
}

function defines(line: Line): boolean {
  return line.relation === "=" || line.relation === ":=" || line.relation === "≡";
}

/** `a = b = expression` gives both names the meaning of what follows them. */
function aliases(lines: readonly Line[]): readonly (readonly [Head, Expression, Line])[] {
  const found: (readonly [Head, Expression, Line])[] = [];
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at];
    const right = lines[at + 1];
    const head = headOfExpression(line?.expression ?? null);
    if (line === undefined || right === undefined || head === null || right.expression === null || !defines(right))
      break;
    found.push([head, right.expression, line]);
  }
  return found;
}

function definitionOf(head: Head, body: Expression, line: Line, origin: Definition["origin"]): Definition {
  return { name: head.name, indices: head.indices, parameters: head.parameters, body, origin, span: line.span };
}

/** Whether a side is made of all the parameters, and not of the function itself. */
function isMadeOf(line: Line | undefined, head: Head, parameters: readonly string[]): boolean {
  if (line === undefined || line.expression === null) return false;
  const names = mentionedNames(line.expression);
  return !isAbout(line.expression, head) && parameters.every((name) => names.has(name));
}

/** Whether an expression is made of the head; P(t=0 | z) is one of its own beside P(t=1 | z). */
function isAbout(expression: Expression, head: Head): boolean {
  return head.indices.some((index) => index.kind === "number")
    ? mentionedKeys(expression).has(headKey(head))
    : mentionedNames(expression).has(head.name);
}

/** The 1, …, n of i = 1, …, n, and the ±1 of y = ±1: a range of values. */
function listsValues(line: Line | undefined): boolean {
  return /^\s*(?:(?:\\pm|±)\s*\d+\s*$|\d+\s*,\s*(?:\d+\s*,\s*)?(?:\\[lc]?dots|\.\.\.|…))/.test(line?.formula.tex ?? "");
}

function isDefining(line: Line | undefined): boolean {
  return line !== undefined && defines(line);
}

/** In running text `p = q` is often a condition; a formula with an operation in it is not, unless a case is named. */
function mayDefineInline(body: Expression, draft: DraftChain, at: number): boolean {
  if (body.kind === "variable") return at > 0 || draft.chain.lines.length > 2 || introducesName(draft.before);
  return !(announcesCase(draft.before) && body.kind === "negative" && body.operand.kind === "variable");
}
