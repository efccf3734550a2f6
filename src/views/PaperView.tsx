import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import type { Derivation, Section } from "../derivation/Derivation";
import type { Notice } from "../store/permalink";
import { BlocksView } from "./BlockView";
import { GuardView } from "./GuardView";
import { InlinesView } from "./InlineView";
import { InspectorView } from "./InspectorView";
import { NoticesView } from "./NoticesView";
import type { OwnRemark } from "./OwnDocument";
import { useCurrentRow, useOpenPage, usePageState } from "./PageContext";
import { PredictingView } from "./PredictingView";
import { plainInlines } from "./plainInlines";
import { RemarksView } from "./RemarksView";
import { StepNoteView } from "./StepNoteView";
import { SteppingView } from "./SteppingView";
import { useIsHidden } from "./useIsHidden";

interface Props {
  readonly derivation: Derivation;
  readonly section: Section;
  readonly notices: readonly Notice[];
  /** Problems of a reader's own document. */
  readonly remarks?: readonly OwnRemark[];
  /** Address of the section that follows, or null at the end. */
  readonly next: string | null;
}

/** The middle of a page: what the document says, with its lines. A click on a line goes to it. */
export function PaperView({ derivation, section, notices, remarks = [], next }: Props): ReactNode {
  const { page, rows } = useOpenPage();
  const paper = useRef<HTMLElement>(null);
  const isHidden = useIsHidden(useCurrentRow());
  const hidesSign = usePageState(({ prediction }) => prediction?.isSignKnown === false);
  useEffect(() => {
    const element = paper.current;
    if (element === null) return;
    const goToLine = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || target.closest("a, button, input, summary") !== null) return;
      if (getSelection()?.isCollapsed === false) return;
      const line = target.closest("[data-step]")?.getAttribute("data-step");
      if (line !== null && line !== undefined) page.goTo(Number(line));
    };
    element.addEventListener("click", goToLine);
    return () => element.removeEventListener("click", goToLine);
  }, [page]);
  useFollowing(paper);
  return (
    <main className="paper" ref={paper} id="paper" tabIndex={-1}>
      <div className="paper-text">
        <h1 aria-label={plainInlines(section.title)}>
          <InlinesView inlines={section.title} />
        </h1>
        <SourceView derivation={derivation} />
        <NoticesView notices={notices} />
        <RemarksView remarks={remarks} />
        <BlocksView blocks={section.blocks} />
      </div>
      {rows.length === 0 ? null : (
        <div className="paper-foot">
          <GuardView name="step">
            <StepNoteView />
          </GuardView>
          <PredictingView />
          <SteppingView next={next} />
          {isHidden || hidesSign ? null : <InspectorView />}
        </div>
      )}
    </main>
  );
}

/** Keeps the current line in view while a reader steps; opening a page moves nothing. */
function useFollowing(paper: RefObject<HTMLElement | null>): void {
  const step = usePageState((state) => state.step);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    paper.current?.querySelector(`[data-step="${step}"]`)?.scrollIntoView({ block: "nearest" });
  }, [step, paper]);
}

function SourceView({ derivation }: { readonly derivation: Derivation }): ReactNode {
  const { rows } = useOpenPage();
  const step = usePageState((state) => state.step);
  const { source } = derivation;
  return (
    <p className="source">
      {rows.length === 0 ? null : (
        <span>
          Step <span className="count">{step}</span> of {rows.length}
        </span>
      )}
      {rows.length === 0 || source === null ? null : " · "}
      {source === null ? null : (
        <>
          after {source.author === null ? null : `${source.author}, `}“
          {source.url === null || !/^https?:\/\//.test(source.url) ? (
            source.title
          ) : (
            <a href={source.url} rel="noreferrer">
              {source.title}
            </a>
          )}
          ”
        </>
      )}
    </p>
  );
}
