import type { DerivationReport } from "../check/DerivationReport";
import { conditionWords, noteWords, reasonWords, slipWords } from "../check/describeVerdict";
import type { Remark, Slip, Verdict } from "../check/Verdict";
import { chainsById } from "../derivation/addresses";
import type { Line, LineAddress, Step } from "../derivation/Derivation";
import { describeProblem } from "../derivation/describeProblem";
import { originSpan } from "../derivation/Formula";
import type { Problem } from "../derivation/Problem";
import { positionsIn } from "../derivation/position";
import type { Span } from "../formula/Span";
import type { CheckedFile, CheckedProblem, CheckedStep, Counterpoint, Place, StepGradient } from "./CheckedFile";
import type { FileText } from "./decodeSource";
import { excerpt } from "./excerpt";
import { plainText } from "./plainText";
import { publishedThatHold } from "./publishedThatHold";

/** Turns a report into what the formats print. `gradients` has one entry per step, or none at all. */
export function summarise(
  path: string,
  text: FileText,
  report: DerivationReport,
  gradients: readonly (StepGradient | null)[],
): CheckedFile {
  const { derivation } = report;
  const chains = chainsById(derivation);
  const sections = new Map(derivation.sections.map(({ id, title }) => [id, plainText(title)]));
  const places = placesIn(text.raw);
  const lineAt = ({ chain, line }: LineAddress): Line | undefined => chains.get(chain)?.lines[line];

  const problem = (found: Problem): CheckedProblem => {
    const span = text.origin(found.span);
    return {
      place: places(span),
      message: describeProblem(found),
      severity: found.severity,
      code: found.code,
      excerpt: excerpt(text.raw, span),
    };
  };

  const definition = (step: Step) => {
    const left = lineAt(step.left);
    if (left === undefined) return [];
    return [{ line: places(text.origin(left.span)).line, symbol: left.formula.tex.trim() }];
  };

  const checked = (step: Step, verdict: Verdict | null, index: number): CheckedStep[] => {
    const left = lineAt(step.left);
    const right = lineAt(step.right);
    if (left === undefined || right === undefined || step.role === "definition") return [];
    return [
      {
        section: sections.get(step.section) ?? "",
        place: places(text.origin(right.span)),
        left: left.formula.tex.trim(),
        right: right.formula.tex.trim(),
        relation: step.relation,
        rule: right.rule,
        ...judgement(verdict, step.reason),
        asPublished: step.asPublished,
        excerpt: offending(verdict, left, right).flatMap((span) => excerpt(text.raw, text.origin(span))),
        gradient: gradients[index] ?? null,
      },
    ];
  };

  return {
    path,
    title: derivation.title,
    steps: derivation.steps.flatMap((step, index) => checked(step, report.verdicts[index] ?? null, index)),
    definitions: derivation.steps.filter(({ role }) => role === "definition").flatMap(definition),
    problems: [...derivation.problems, ...publishedThatHold(report)].map(problem),
  };
}

type Judgement = Pick<
  CheckedStep,
  "verdict" | "condition" | "samples" | "largestDifference" | "counterexample" | "slip" | "reason" | "notes"
>;

const unjudged: Judgement = {
  verdict: "not-checked",
  condition: null,
  samples: 0,
  largestDifference: null,
  counterexample: null,
  slip: null,
  reason: null,
  notes: [],
};

function judgement(verdict: Verdict | null, reason: string | null): Judgement {
  if (verdict === null) return { ...unjudged, reason };
  if (verdict.kind === "not-checked") return { ...unjudged, reason: reasonWords(verdict.reason) };
  const common = {
    ...unjudged,
    verdict: verdict.kind,
    samples: verdict.samples,
    largestDifference: finite(verdict.largestDifference),
    notes: verdict.notes.map(noteWords),
  };
  switch (verdict.kind) {
    case "holds":
      return common;
    case "holds-if":
      return {
        ...common,
        condition: conditionSentence(verdict.condition),
        counterexample: verdict.counterexample && counterpoint(verdict.counterexample),
      };
    case "fails":
      return {
        ...common,
        counterexample: counterpoint(verdict.counterexample),
        slip: verdict.slip && slipSentence(verdict.slip),
      };
  }
}

function counterpoint(found: {
  inputs: Readonly<Record<string, number>>;
  indices: Readonly<Record<string, number>>;
  left: number;
  right: number;
}): Counterpoint {
  return { inputs: { ...found.inputs, ...found.indices }, left: finite(found.left), right: finite(found.right) };
}

/** In words, and as a formula where it is one. */
function conditionSentence(condition: Remark): string {
  const words = conditionWords(condition);
  return condition.tex === null ? words : `${words} ($${condition.tex}$)`;
}

function slipSentence(slip: Slip): string {
  return `${slipWords(slip).replace(/\.$/, "")}: ${slip.tex}`;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** What is underlined: the slip of a failing step, or else its right side; of a step not checked, what was not read. */
function offending(verdict: Verdict | null, left: Line, right: Line): readonly Span[] {
  if (verdict?.kind === "fails") {
    if (verdict.slip === null) return [right.span];
    const side = verdict.slip.side === "left" ? left : right;
    return [originSpan(side.formula, verdict.slip.span)];
  }
  const unread = [left, right].find((line) => line.error !== null);
  return unread?.error ? [originSpan(unread.formula, unread.error.span)] : [];
}

function placesIn(text: string): (span: Span) => Place {
  const position = positionsIn(text);
  return ({ start, end }) => {
    const first = position(start);
    const last = position(end);
    return { line: first.line, column: first.column, endLine: last.line, endColumn: last.column };
  };
}
