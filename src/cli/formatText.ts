import type { CheckedFile, CheckedProblem, CheckedStep, ExcerptLine, StepGradient, VerdictName } from "./CheckedFile";
import { summaryLine, verdictWords } from "./commandSentences";
import { counterexample } from "./counterexample";
import { isFault, isUnread } from "./exitCode";
import { formatNumber } from "./formatNumber";
import type { Options } from "./Options";
import { onOneLine, printable } from "./printable";
import type { Style, Tone } from "./Style";

const icons: Readonly<Record<VerdictName, string>> = { holds: "✓", "holds-if": "◐", fails: "✗", "not-checked": "?" };

const tones: Readonly<Record<VerdictName, Tone>> = {
  holds: "good",
  "holds-if": "fair",
  fails: "bad",
  "not-checked": "open",
};

/** One file: its sections, their steps, then what else its author should know. Empty where there is nothing to say. */
export function formatFile(file: CheckedFile, options: Options, style: Style): string {
  const steps = file.steps.filter((step) => !options.quiet || isFault(step, options.strict));
  const problems = file.problems.filter(({ severity }) => !options.quiet || severity === "error" || isUnread(file));
  if (options.quiet && steps.length + problems.length === 0) return "";
  const out = [style("strong", heading(file))];
  let section: string | null = null;
  for (const step of steps) {
    if (step.section !== section) {
      section = step.section;
      out.push("", `  ${style("strong", onOneLine(section))}`);
    }
    out.push(...formatStep(file.path, step, style).map((line) => `    ${line}`));
  }
  if (problems.length > 0) out.push("");
  for (const problem of problems) out.push(...formatProblem(file.path, problem, style).map((line) => `  ${line}`));
  return `${out.map((line) => line.trimEnd()).join("\n")}\n\n`;
}

export function formatSummary(files: readonly CheckedFile[], style: Style): string {
  return `${style("strong", summaryLine(files))}\n`;
}

function heading(file: CheckedFile): string {
  return file.title === "" ? onOneLine(file.path) : `${onOneLine(file.path)} · ${onOneLine(file.title)}`;
}

function formatStep(path: string, step: CheckedStep, style: Style): string[] {
  const at = style("faint", `${onOneLine(path)}:${step.place.line}:${step.place.column}`);
  const verdict = style(
    step.asPublished ? "faint" : tones[step.verdict],
    `${icons[step.verdict]} ${verdictPhrase(step)}`,
  );
  const rule = step.rule === null ? "" : style("faint", `  ${onOneLine(step.rule)}`);
  const lines = [
    `${at}  ${verdict}${rule}`,
    `    ${onOneLine(step.left)}`,
    `  ${step.relation} ${onOneLine(step.right)}`,
  ];
  lines.push(...details(step).map((line) => `  ${printable(line)}`));
  if (step.verdict === "fails") lines.push(...underlined(step.excerpt, style, step.asPublished ? "faint" : "bad"));
  if (step.verdict === "not-checked") lines.push(...underlined(step.excerpt, style, "open"));
  return lines;
}

function verdictPhrase(step: CheckedStep): string {
  const words = step.condition === null ? verdictWords[step.verdict] : `holds if ${onOneLine(step.condition)}`;
  return step.asPublished ? `${words}, as published` : words;
}

/** What is said of the verdict, a sentence a line. */
function details(step: CheckedStep): readonly string[] {
  const lines: string[] = [];
  if (step.reason !== null) lines.push(step.reason);
  if (step.verdict === "fails" && step.counterexample !== null) lines.push(counterexample(step));
  if (step.slip !== null) lines.push(step.slip);
  if (step.gradient !== null) lines.push(gradientLine(step.gradient));
  return [...lines, ...step.notes];
}

function gradientLine({ formula, automatic, central, digits }: StepGradient): string {
  const stated = formula === null ? [] : [`formula ${formatNumber(formula)}`];
  const values = [...stated, `automatic ${formatNumber(automatic)}`, `central difference ${formatNumber(central)}`];
  return `gradient at the starting inputs: ${values.join(", ")} (${digits} digits agree)`;
}

function formatProblem(path: string, problem: CheckedProblem, style: Style): string[] {
  const at = style("faint", `${onOneLine(path)}:${problem.place.line}:${problem.place.column}`);
  const tone: Tone = problem.severity === "error" ? "bad" : problem.severity === "warning" ? "open" : "faint";
  const line = `${at}  ${style(tone, printable(problem.message))}`;
  return problem.severity === "information" ? [line] : [line, ...underlined(problem.excerpt, style, tone)];
}

/** Source lines, each with a rule of ^ under the characters meant; tabs keep their width. */
function underlined(excerpt: readonly ExcerptLine[], style: Style, tone: Tone): string[] {
  const width = String(excerpt.at(-1)?.line ?? 0).length;
  return excerpt.flatMap(({ line, text, from, to }) => {
    if (text.trim() === "") return [];
    const before = text.slice(0, from).replace(/[^\t]/gu, " ");
    const marks = text.slice(from, to).replace(/./gsu, "^") || "^";
    const gutter = style("faint", "│");
    return [
      `  ${style("faint", String(line).padStart(width))} ${gutter} ${printable(text)}`,
      `  ${" ".repeat(width)} ${gutter} ${before}${style(tone, marks)}`,
    ];
  });
}
