import type { Definition } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { announcesCase, announcesDefinition } from "./cues";
import type { Line } from "./Derivation";
import type { Draft, DraftChain, DraftWhere } from "./Draft";
import { type Head, headKey, headOfExpression, isNumeric, mentionedNames, treeText } from "./heads";

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
}

/**
 * Decides which links define a symbol. The document's own definitions come first, so that one may stand after its use;
 * callouts As published define only what nothing else does.
 */
export function findDefinitions(drafts: readonly Draft[]): Definitions {
  const finder = new DefinitionFinder();
  drafts.forEach((draft, index) => {
    if (draft.kind === "where") finder.where(draft, index);
    else if (draft.kind === "chain" && draft.place.published === null) finder.chain(draft, index);
  });
  drafts.forEach((draft, index) => {
    if (draft.kind === "chain" && draft.place.published !== null) finder.chain(draft, index);
  });
  return finder.result();
}

interface Known {
  readonly definition: Definition;
  readonly heading: number;
  readonly declared: boolean;
}

class DefinitionFinder {
  private readonly placed: PlacedDefinition[] = [];
  private readonly defining = new Map<Draft, Set<number>>();
  private readonly known = new Map<string, Known>();
  private readonly local = new Map<string, Definition>();
  private readonly byName = new Map<string, Definition[]>();
  private readonly mentioned = new Set<string>();

  result(): Definitions {
    return { placed: this.placed, defining: this.defining, byName: this.byName };
  }

  /** A `where:` of the author defines with authority: every symbol on its left sides. */
  where(draft: DraftWhere, index: number): void {
    const reach = draft.place.section === -1 ? "document" : draft.place.published === null ? "section" : "callout";
    for (const [head, body, line] of aliases(draft.lines)) {
      const definition = definitionOf(head, body, line, "declared");
      this.place(definition, headKey(head), index, reach, false);
      if (reach === "document") this.remember(headKey(head), definition, 0, true);
    }
  }

  chain(draft: DraftChain, index: number): void {
    const { lines } = draft.chain;
    if (lines[0]?.relation === null) this.heads(draft, index);
    for (const line of lines) if (line.expression !== null) for (const name of mentionedNames(line.expression)) this.mentioned.add(name);
  }

  private heads(draft: DraftChain, index: number): void {
    const { lines, inline } = draft.chain;
    const published = draft.place.published;
    for (let at = 0; at + 1 < lines.length; at++) {
      const left = lines[at];
      const right = lines[at + 1];
      const body = right?.expression ?? null;
      const head = headOfExpression(left?.expression ?? null) ?? squareHead(left?.expression ?? null);
      if (left === undefined || right === undefined || head === null || body === null || !defines(right)) break;
      if (!this.mayDefine(head, body, draft, at)) break;
      const reach = published === null ? "document" : "callout";
      const definition = definitionOf(head, isSquare(left.expression) ? rooted(body) : body, left, inline ? "prose" : "document");
      const key = headKey(head);
      const replaces = published === null && this.known.has(key);
      this.place(definition, key, index, reach, replaces);
      if (published === null) this.remember(key, definition, draft.place.heading, false);
      else this.local.set(`${published}/${key}`, definition);
      this.marks(draft).add(at);
    }
    this.reversed(draft, index);
  }

  private mayDefine(head: Head, body: Expression, draft: DraftChain, at: number): boolean {
    if (mentionedNames(body).has(head.name) && !isParameterOf(head, body)) return false;
    if (isNumeric(body)) return false;
    if (isIndexLetter(head) && body.kind === "variable") return false;
    const key = headKey(head);
    const known = this.known.get(key);
    if (draft.place.published !== null) return known === undefined && !this.local.has(`${draft.place.published}/${key}`);
    if (draft.chain.inline && !mayDefineInline(body, draft, at)) return false;
    if (this.leadsTo(body, head.name)) return false;
    if (known === undefined) return true;
    const renewed = draft.place.heading > known.heading && !known.declared && announcesDefinition(draft.before);
    return renewed && treeText(known.definition.body) !== treeText(body);
  }

  /** `wx + b = z` with a z that was never mentioned before defines z. */
  private reversed(draft: DraftChain, index: number): void {
    const [left, right] = draft.chain.lines;
    if (draft.chain.inline || draft.chain.lines.length !== 2 || this.marks(draft).size > 0 || draft.place.published !== null) return;
    const head = right?.expression?.kind === "variable" ? headOfExpression(right.expression) : null;
    const body = left?.expression ?? null;
    if (head === null || body === null || left === undefined || right?.relation !== "=" || isNumeric(body)) return;
    if (!["sum", "product", "quotient", "call", "indexed"].includes(body.kind) || (body.kind === "call" && body.primes > 0)) return;
    const names = mentionedNames(body);
    if (this.mentioned.has(head.name) || names.has(head.name) || this.known.has(headKey(head)) || head.name.length > 1) return;
    const definition = definitionOf(head, body, right, "document");
    this.place(definition, headKey(head), index, "document", false);
    this.remember(headKey(head), definition, draft.place.heading, false);
    this.marks(draft).add(0);
  }

  /** Whether what `body` is made of leads back to `name`: such an equation says something about known symbols. */
  private leadsTo(body: Expression, name: string): boolean {
    const seen = new Set<string>();
    const open = [...mentionedNames(body)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === name) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      for (const definition of this.byName.get(next) ?? []) {
        const bound = new Set(definition.parameters.map((parameter) => (parameter.kind === "variable" ? parameter.name : "")));
        for (const used of mentionedNames(definition.body)) if (!bound.has(used)) open.push(used);
      }
    }
    return false;
  }

  private marks(draft: Draft): Set<number> {
    const known = this.defining.get(draft) ?? new Set<number>();
    this.defining.set(draft, known);
    return known;
  }

  private place(definition: Definition, key: string, from: number, reach: PlacedDefinition["reach"], replaces: boolean): void {
    this.placed.push({ key, definition, from, reach, replaces });
  }

  private remember(key: string, definition: Definition, heading: number, declared: boolean): void {
    this.known.set(key, { definition, heading, declared });
    this.byName.set(definition.name, [...(this.byName.get(definition.name) ?? []), definition]);
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
    if (line === undefined || right === undefined || head === null || right.expression === null || !defines(right)) break;
    found.push([head, right.expression, line]);
  }
  return found;
}

function definitionOf(head: Head, body: Expression, line: Line, origin: Definition["origin"]): Definition {
  return { name: head.name, indices: head.indices, parameters: head.parameters, body, origin, span: line.span };
}

/** A recursive-looking body is none where the name is only a parameter's. */
function isParameterOf(head: Head, body: Expression): boolean {
  return head.parameters.length > 0 && !callsItself(head.name, body) && head.parameters.some((parameter) => parameter.kind === "variable" && parameter.name === head.name);
}

function callsItself(name: string, body: Expression): boolean {
  return body.kind === "call" && body.name === name;
}

function isIndexLetter(head: Head): boolean {
  return head.parameters.length === 0 && head.indices.length === 0 && /^[ijkl]$/.test(head.name);
}

/** In running text `p = q` is often a condition; a formula with an operation in it is not, unless a case is named. */
function mayDefineInline(body: Expression, draft: DraftChain, at: number): boolean {
  if (draft.place.inHeading) return false;
  if (body.kind === "variable") return at > 0 || draft.chain.lines.length > 2 || announcesDefinition(draft.before);
  return !(announcesCase(draft.before) && body.kind === "negative" && body.operand.kind === "variable");
}

/** A variance is written as a square: σ² = … defines σ. */
function squareHead(expression: Expression | null): Head | null {
  return isSquare(expression) && expression?.kind === "power" ? headOfExpression(expression.base) : null;
}

function isSquare(expression: Expression | null): boolean {
  return (
    expression?.kind === "power" &&
    expression.exponent.kind === "number" &&
    expression.exponent.text === "2" &&
    expression.base.kind === "variable" &&
    /(?:^|\s)(?:sigma|s)(?:_.*)?$/.test(expression.base.name)
  );
}

function rooted(body: Expression): Expression {
  return { kind: "call", name: "sqrt", args: [body], primes: 0, indices: [], span: body.span };
}
