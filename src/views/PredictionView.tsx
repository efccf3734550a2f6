import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Judgement } from "../check/judgeTyped";
import { pointText } from "./CounterexampleView";
import { FormulaView } from "./FormulaView";
import { focusNext } from "./focusNext";
import { numberText, shortText } from "./formatNumber";
import { useCurrentRow, useOpenPage, usePageState } from "./PageContext";
import type { PageRow } from "./pageRows";
import { useSite } from "./SiteContext";
import { type Sign, signOf, signs } from "./signOf";
import { typedTex } from "./TypedLine";

/** Asks for the sign of the slope, then for each line that comes. What is answered is kept nowhere. */
export default function PredictionView(): ReactNode {
  const row = useCurrentRow();
  const prediction = usePageState((state) => state.prediction);
  if (row === null || prediction === null) return null;
  const isHidden = row.number > prediction.revealed;
  const head = row.chain.lines[0]?.expression?.kind === "derivative" ? row.chain.lines[0].formula.tex : null;
  return (
    <section className="prediction" aria-label="Predict first">
      {prediction.isSignKnown ? null : <SignView key={row.chain.id} row={row} head={head} />}
      <TypedView key={`line ${row.number}`} row={row} isHidden={isHidden} />
      {prediction.isSignKnown && !isHidden ? (
        <p>What comes next is hidden until you predict it: go to the next step.</p>
      ) : null}
    </section>
  );
}

/** Positive, zero or negative: judged by the value that the engine computes here. */
function SignView({ row, head }: { readonly row: PageRow; readonly head: string | null }): ReactNode {
  const { page } = useOpenPage();
  const known = usePageState(({ prediction }) => prediction);
  const show = () => {
    page.change({ prediction: { revealed: known?.revealed ?? row.number, isSignKnown: true } });
    focusNext();
  };
  const said = useRef<HTMLParagraphElement>(null);
  const value = row.value === null ? Number.NaN : (page.observation.getState().lineValues[row.value] ?? Number.NaN);
  const [answer, setAnswer] = useState<Sign | null>(null);
  const truth = signOf(value);
  // The button that was pressed is gone: the focus goes to what came in its place.
  useEffect(() => {
    if (answer !== null) said.current?.focus({ preventScroll: true });
  }, [answer]);
  const isJudged = head !== null && truth !== null;
  if (answer !== null && truth !== null)
    return (
      <p role="status" ref={said} tabIndex={-1} data-answer={answer === truth ? "right" : "wrong"}>
        <strong>{answer === truth ? "Yes" : "No"}</strong>: here it is {numberText(value, 6)}, {truth}.{" "}
        <button type="button" className="button button-small" onClick={show}>
          Show values and figures
        </button>
      </p>
    );
  return (
    <fieldset className="choice">
      <legend>
        {isJudged ? (
          <>
            At these inputs, <FormulaView tex={head} style="display" /> is
          </>
        ) : (
          "This line is no slope, so there is no sign to predict."
        )}
      </legend>
      {isJudged
        ? signs.map((sign) => (
            <button key={sign} type="button" className="segment" onClick={() => setAnswer(sign)}>
              {sign}
            </button>
          ))
        : null}
      <button type="button" className="segment" onClick={show}>
        {isJudged ? "show me" : "Show values and figures"}
      </button>
    </fieldset>
  );
}

/**
 * A line of the reader's own, judged against the line before as the document's is; or the document's, shown. What was
 * found of a line that answers stays, beside the document's own.
 */
function TypedView({ row, isHidden }: { readonly row: PageRow; readonly isHidden: boolean }): ReactNode {
  const { page, derivation } = useOpenPage();
  const { judge } = useSite();
  const [isWaiting, setIsWaiting] = useState(false);
  const [judgement, setJudgement] = useState<Judgement | "stuck" | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const isThere = useRef(true);
  useEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );
  const canJudge = row.step !== null && row.step.role === "claim" && judge !== null;
  const reveal = () => {
    const { prediction } = page.state.getState();
    page.change({ prediction: { revealed: row.number, isSignKnown: prediction?.isSignKnown ?? true } });
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("line");
    const tex = typeof typed === "string" ? typedTex(typed) : "";
    if (row.step === null || judge === null || tex === "" || isWaiting) return;
    setIsWaiting(true);
    const found = await judge({ derivation, step: row.step.id, tex });
    if (!isThere.current || page.state.getState().prediction === null) return;
    setIsWaiting(false);
    setJudgement(found ?? "stuck");
    if (!answers(found, row)) return;
    if (form.current?.contains(document.activeElement) === true) focusNext();
    reveal();
  };
  if (!isHidden && !answers(judgement, row)) return null;
  return (
    <form className="typed-line" ref={form} onSubmit={(event) => void submit(event)}>
      {isHidden ? (
        <>
          <p>
            What is line {row.number}
            {row.line.rule === null ? "" : `, by “${row.line.rule}”`}?
            {canJudge ? "" : " It states something new: think of it, then look."}
          </p>
          {canJudge ? (
            <label className="typed-field">
              Your line, in LaTeX
              <input name="line" type="text" autoComplete="off" spellCheck={false} placeholder="\frac{a}{b} - y" />
            </label>
          ) : null}
          <span className="typed-actions">
            {canJudge ? (
              <button type="submit" className="button button-small" aria-disabled={isWaiting}>
                {isWaiting ? "Judging…" : "Judge my line"}
              </button>
            ) : null}
            <button
              type="button"
              className="button button-small"
              onClick={() => {
                reveal();
                focusNext();
              }}
            >
              Show the line
            </button>
          </span>
        </>
      ) : null}
      <p role="status" className="typed-judgement" data-judgement={kindOf(judgement)}>
        {judgement === null ? null : <JudgementView judgement={judgement} />}
      </p>
    </form>
  );
}

/** A line that holds, or holds on the condition that the document's own needs, is what was asked for. */
function answers(judgement: Judgement | "stuck" | null, { verdict }: PageRow): boolean {
  if (judgement === null || judgement === "stuck" || judgement.kind === "unread") return false;
  const typed = judgement.verdict;
  return typed.kind === "holds" || (typed.kind === "holds-if" && typed.words.label === verdict?.words.label);
}

function kindOf(judgement: Judgement | "stuck" | null): string | undefined {
  if (judgement === null || judgement === "stuck") return judgement ?? undefined;
  return judgement.kind === "judged" ? judgement.verdict.kind : judgement.kind;
}

function JudgementView({ judgement }: { readonly judgement: Judgement | "stuck" }): ReactNode {
  const { page } = useOpenPage();
  if (judgement === "stuck") return "Judging was stopped: it took too long or went wrong.";
  if (judgement.kind === "unread")
    return `Not read. ${judgement.sentence}${judgement.characters.trim() === "" ? "" : ` It is about “${judgement.characters.trim()}”.`}`;
  const { verdict } = judgement;
  switch (verdict.kind) {
    case "holds":
      return `Your line holds. ${verdict.words.sentence}`;
    case "holds-if":
      return `Your line ${verdict.words.label}. ${verdict.words.sentence}`;
    case "not-checked":
      return `Your line could not be checked. ${verdict.words.sentence}`;
    case "fails": {
      const { left, right } = verdict.counterexample;
      return `Your line fails: at ${pointText(verdict.counterexample, page.workbench)} the line before is ${shortText(left, 6)} and yours ${shortText(right, 6)}.`;
    }
  }
}
