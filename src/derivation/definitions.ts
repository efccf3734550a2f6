import type { Definition } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { statedOfArrays } from "./assumptions";
import { DefinitionWays } from "./DefinitionWays";
import type { Line } from "./Derivation";
import type { Draft, DraftChain, DraftNamed, DraftWhere } from "./Draft";
import { aliases, bodyLine, isDefining, listsValues, mayDefineInline } from "./definingLines";
import {
  derivativeHead,
  exampleFunctions,
  type Head,
  headKey,
  headOfExpression,
  isNumeric,
  mentionedNames,
  settledKeys,
  treeText,
} from "./heads";
import { loneNames } from "./loneNames";
import { isFirstMember, isLaterMember } from "./members";
import type { Definitions, PlacedDefinition } from "./PlacedDefinition";
import { isRenewed, type Known } from "./renewal";
import { Solving } from "./solving";
import { isIndexLetter, parametrised, shiftedHead, wrappedHead } from "./specialHeads";

/**
 * Decides which links define a symbol. The document's own definitions come first, so that one may stand after its use;
 * callouts As published define only what nothing else does.
 */
export function findDefinitions(drafts: readonly Draft[]): Definitions {
  const finder = new DefinitionFinder(new Solving(drafts), loneNames(drafts));
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

  private readonly claimed = new Set<Draft>();

  constructor(
    private readonly solving: Solving,
    private readonly lone: ReadonlySet<string>,
  ) {}

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
      claimed: this.claimed,
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
      const right = bodyLine(head, lines, at);
      const body = lines[right]?.expression ?? null;
      if (lines[at + 1]?.error != null && !listsValues(lines[at + 1])) this.unread.set(headKey(head), head.name);
      if (body === null || !this.mayDefine(head, body, draft, index, at)) return;
      this.define(head, wrapped === null ? body : wrapped.unwrap(body), left, draft, index);
      for (let link = at; link < right; link++) this.marks(draft).add(link);
      if (right > at + 1) return;
    }
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

  /**
   * `wx + b = z`, or `… = \bar x` at the end of a chain, with a symbol that was never mentioned before, defines it. Not so
   * where the left side is a derivative that has a value and nothing else is said of the symbol: that is a claim.
   */
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
    const derived = derivativeHead(body);
    if (derived !== null && this.hasValue(derived.of) && this.lone.has(head.name)) {
      this.claimed.add(draft);
      return;
    }
    this.define(head, body, right, draft, index);
    this.marks(draft).add(lines.length - 2);
  }

  /** Not a bare symbol or function without a definition. */
  private hasValue(of: Expression): boolean {
    return (of.kind !== "variable" && of.kind !== "call") || this.byName.has(of.name);
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

function definitionOf(head: Head, body: Expression, line: Line, origin: Definition["origin"]): Definition {
  return { name: head.name, indices: head.indices, parameters: head.parameters, body, origin, span: line.span };
}
