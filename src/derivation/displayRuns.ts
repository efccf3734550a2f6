import type { Relation } from "../formula/Expression";
import type { FormulaError } from "../formula/FormulaError";
import type { Macros } from "../formula/macros";
import type { Token } from "../formula/Token";
import { tokenize } from "../formula/tokenize";
import type { Formula } from "./Derivation";
import { joinFormulas, sliceFormula } from "./Formula";
import { splitRows } from "./rows";
import { type RuleComment, ruleComments } from "./ruleComments";
import { isOperator, type Side } from "./sides";
import { type Statement, splitStatements } from "./statements";
import { groupTokens } from "./tokenGroups";

/** Lines of a display that hang together by relations, before they are read. */
export interface Run {
  readonly lines: readonly RunLine[];
  /** The relation that the last line ends with. */
  readonly open: Relation | null;
  readonly label: string | null;
}

export interface RunLine {
  readonly relation: Relation | null;
  readonly formula: Formula;
  readonly rule: string | null;
  readonly condition: Formula | null;
  readonly continued: boolean;
}

export interface UnreadDisplay {
  readonly error: FormulaError;
}

/** Cuts a display into runs of lines: rows first, then statements, then the sides of their relations. */
export function displayRuns(formula: Formula, macros: Macros): readonly Run[] | UnreadDisplay {
  const before = remembered.get(macros) ?? new WeakMap<Formula, readonly Run[] | UnreadDisplay>();
  remembered.set(macros, before);
  const known = before.get(formula);
  if (known !== undefined) return known;
  const runs = runsOf(formula, macros);
  before.set(formula, runs);
  return runs;
}

/** A display is cut up to learn its names and again to be read. */
const remembered = new WeakMap<Macros, WeakMap<Formula, readonly Run[] | UnreadDisplay>>();

function runsOf(formula: Formula, macros: Macros): readonly Run[] | UnreadDisplay {
  const reading = tokenize(formula.tex, macros);
  if (!reading.ok) return { error: reading.error };
  const tokens = reading.value;
  const groups = groupTokens(tokens);
  const drafts: Draft[] = [];
  for (const row of splitRows(tokens, groups)) {
    const statements = splitStatements(row, tokens, groups);
    for (const [position, statement] of statements.entries())
      place(drafts, statement, position === 0 && row.emptyCell, tokens);
  }
  const comments = ruleComments(formula.tex);
  return drafts.filter(({ lines }) => lines.length > 0).map((draft) => finished(draft, formula, tokens, comments));
}

interface Draft {
  lines: DraftLine[];
  open: Relation | null;
  label: string | null;
}

interface DraftLine extends Side {
  readonly condition: readonly number[] | null;
  readonly continued: boolean;
}

/** Adds a row's statement: to the run before it if it begins with a relation or goes on with a sum, else as a new run. */
function place(drafts: Draft[], statement: Statement, emptyCell: boolean, tokens: readonly Token[]): void {
  const run = drafts.at(-1);
  const [first, ...rest] = statement.sides;
  if (first === undefined) {
    if (run !== undefined) {
      run.label ??= statement.label;
      run.open ??= statement.open;
    }
    return;
  }
  const draft = (side: Side, index: number): DraftLine => ({
    ...side,
    note: side.note ?? (index === statement.sides.length - 1 ? statement.note : null),
    condition: statement.sides.length === 1 || side.relation !== null ? statement.condition : null,
    continued: index === 0 && (emptyCell || side.relation !== null),
  });
  const last = run?.lines.at(-1);
  if (run === undefined || last === undefined) {
    drafts.push({ lines: statement.sides.map(draft), open: statement.open, label: statement.label });
  } else if (first.relation !== null || run.open !== null) {
    const joined = first.relation === null ? { ...first, relation: run.open } : first;
    extend(run, [joined, ...rest].map(draft), statement);
  } else if (goesOn(first, last, emptyCell, tokens)) {
    run.lines[run.lines.length - 1] = {
      ...last,
      tokens: [...last.tokens, ...first.tokens],
      condition: last.condition ?? statement.condition,
    };
    extend(
      run,
      rest.map((side, index) => draft(side, index + 1)),
      statement,
    );
  } else {
    drafts.push({ lines: statement.sides.map(draft), open: statement.open, label: statement.label });
  }
}

function extend(run: Draft, lines: readonly DraftLine[], statement: Statement): void {
  run.lines.push(...lines);
  run.open = statement.open;
  run.label ??= statement.label;
}

/** A row without a relation at its beginning that only goes on with the sum or product of the row above. */
function goesOn(first: Side, last: DraftLine, emptyCell: boolean, tokens: readonly Token[]): boolean {
  const leading = tokens[first.tokens[0] ?? -1];
  const trailing = tokens[last.tokens.at(-1) ?? -1];
  if (isOperator(trailing)) return true;
  return isOperator(leading) && (emptyCell || leading?.text !== "-");
}

function finished(draft: Draft, display: Formula, tokens: readonly Token[], comments: readonly RuleComment[]): Run {
  const ends = draft.lines.map(({ tokens: side }) => tokens[side.at(-1) ?? -1]?.span.end ?? 0);
  const starts = draft.lines.map(({ tokens: side }) => tokens[side[0] ?? -1]?.span.start ?? 0);
  const lines = draft.lines.map((line, index): RunLine => {
    const condition =
      line.condition === null || line.condition.length === 0 ? null : formulaOf(line.condition, display, tokens);
    const comment = comments.find(({ offset }) => belongs(offset, index, starts, ends, display.tex));
    return {
      relation: line.relation,
      formula: formulaOf(line.tokens, display, tokens),
      rule: comment?.text ?? line.note,
      condition,
      continued: line.continued,
    };
  });
  return { lines, open: draft.open, label: draft.label };
}

/** A comment belongs to the last side before it on its own source line. */
function belongs(
  offset: number,
  index: number,
  starts: readonly number[],
  ends: readonly number[],
  tex: string,
): boolean {
  const start = starts[index] ?? 0;
  const end = ends[index] ?? 0;
  if (offset < start) return false;
  const next = starts[index + 1];
  if (next !== undefined && next < offset) return false;
  return offset < end || !tex.slice(end, offset).includes("\n");
}

/** The TeX of some tokens, cut where others stood between them. */
function formulaOf(indices: readonly number[], display: Formula, tokens: readonly Token[]): Formula {
  const pieces: Formula[] = [];
  let start = -1;
  let end = -1;
  let previous = -2;
  for (const index of indices) {
    const span = tokens[index]?.span;
    if (span === undefined) continue;
    if (index !== previous + 1) {
      if (start !== -1) pieces.push(sliceFormula(display, start, end));
      start = span.start;
      end = span.end;
    }
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
    previous = index;
  }
  if (start !== -1) pieces.push(sliceFormula(display, start, end));
  return joinFormulas(pieces);
}
