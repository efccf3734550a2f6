import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { StoreApi } from "zustand/vanilla";
import { ClassCountView } from "./ClassCountView";
import { ClassPanelView } from "./ClassPanelView";
import { ContractionView } from "./ContractionView";
import { type ClassesPicture, columnSums, rowSums } from "./classesPicture";
import { classFormulas } from "./classFormulas";
import { isWidePanel, panelFrame } from "./classPanel";
import { useColours } from "./DocumentContext";
import { FigureToolsView } from "./FigureToolsView";
import { FormulaView } from "./FormulaView";
import type { Classes } from "./findClasses";
import { numberText, scientificText } from "./formatNumber";
import { type Cell, JacobianView } from "./JacobianView";
import { LabelSumView } from "./LabelSumView";
import { type OpenPage, useOpenPage, usePage } from "./PageContext";
import { pageClasses } from "./pageClasses";
import { plainTex } from "./plainTex";
import { type CellCase, useLitCases } from "./useLitCases";
import { usePicture } from "./usePicture";
import { useWritten } from "./useWritten";

function classesOf({ page, derivation, section }: OpenPage): Classes | null {
  return pageClasses(page.workbench, derivation, section);
}

const probabilitiesOf = (picture: ClassesPicture) => picture.probabilities;
const labelsOf = (picture: ClassesPicture) => picture.labels;
const gradientOf = (picture: ClassesPicture) => picture.gradient;

/** Probabilities, labels and gradient by class; the Jacobian, and its contraction to one entry of the gradient. */
export default function ClassesFigureView(): ReactNode {
  const classes = classesOf(useOpenPage());
  return classes === null ? null : <PictureView key={classes.logits.length} classes={classes} />;
}

function PictureView({ classes }: { readonly classes: Classes }): ReactNode {
  const page = usePage();
  const { workbench } = page;
  const source = usePicture(classes);
  const root = useRef<HTMLDivElement>(null);
  const [lit, setLit] = useState<Cell | null>(null);
  const [pointed, setPointed] = useState<CellCase | null>(null);
  const colours = useColours();
  useLitCases(lit === null ? null : caseOf(lit), setPointed);
  const formulas = useMemo(() => classFormulas(workbench, classes), [workbench, classes]);
  const names = useMemo(
    () => [plainTex(formulas.probability), plainTex(formulas.logit)] as const,
    [formulas.probability, formulas.logit],
  );
  const count = classes.logits.length;
  const hasLabels = classes.labels.length > 0;
  const label = workbench.inputs.find(({ key }) => key === classes.labels[0]);
  const choose = useCallback(
    ([row, column]: Cell) => {
      const chosen = [
        [classes.rowLetter, row + 1],
        [classes.letter, column + 1],
      ] as const;
      page.setInputs(
        {},
        Object.fromEntries(chosen.flatMap(([letter, at]) => (letter === null ? [] : [[letter, at] as const]))),
      );
    },
    [page, classes],
  );
  const set = (place: number, value: number) => {
    page.change({ softLabels: true });
    page.setInput(classes.labels[place] ?? "", value);
  };
  return (
    <div className="figure">
      <div className="figure-controls">
        <ClassCountView count={count} />
      </div>
      <div ref={root}>
        <div className={`class-panels${isWidePanel(count) ? " is-wide" : ""}`}>
          <figure className="class-panel">
            <ClassPanelView
              source={source}
              count={count}
              frame={panelFrame(count, hasLabels, false)}
              name={`probability ${names[0]}`}
              values={probabilitiesOf}
              ink={colours.get(classes.name)}
              {...(hasLabels
                ? {
                    around: labelsOf,
                    aroundName: plainTex(formulas.label ?? ""),
                    aroundInk: label === undefined ? undefined : colours.get(label.name),
                    set,
                  }
                : {})}
            />
            <figcaption data-caption={`probability ${names[0]}`}>
              probability <FormulaView tex={formulas.probability} style="inline" />
              {formulas.label === null ? null : (
                <>
                  , in it label <FormulaView tex={formulas.label} style="inline" />
                </>
              )}
            </figcaption>
          </figure>
          <figure className="class-panel">
            <ClassPanelView
              source={source}
              count={count}
              frame={panelFrame(count, hasLabels && !isWidePanel(count), true)}
              name={`gradient ${plainTex(formulas.gradient)}`}
              values={gradientOf}
              signed
            />
            <figcaption data-caption={`gradient ${plainTex(formulas.gradient)}`}>
              gradient <FormulaView tex={formulas.gradient} style="inline" />
            </figcaption>
          </figure>
        </div>
        <h3 className="figure-title figure-formula" data-caption={`Jacobian ${plainTex(formulas.jacobian)}`}>
          Jacobian <FormulaView tex={formulas.jacobian} style="inline" />, rows <i>j</i>, columns <i>k</i>
        </h3>
        <JacobianView source={source} count={count} names={names} litCase={pointed} choose={choose} light={setLit} />
      </div>
      <CaseView source={source} lit={lit} names={names} />
      {hasLabels ? <LabelSumView classes={classes} source={source} /> : null}
      {source.getState().terms.length === 0 ? null : (
        <ContractionView source={source} count={count} formulas={formulas} />
      )}
      <FigureToolsView root={root} table={() => tableOf(source.getState(), names[0])} />
    </div>
  );
}

function caseOf([row, column]: Cell): CellCase {
  return row === column ? "same" : "other";
}

interface CaseProps {
  readonly source: StoreApi<ClassesPicture>;
  readonly lit: Cell | null;
  readonly names: readonly [string, string];
}

/** What a cell is; without one, what all of them have in common. */
function CaseView({ source, lit, names }: CaseProps): ReactNode {
  const place = useRef<HTMLParagraphElement>(null);
  const write = useCallback(
    (picture: ClassesPicture) => {
      if (place.current === null) return;
      place.current.textContent = lit === null ? sumsText(picture) : cellText(picture, lit, names);
    },
    [lit, names],
  );
  useWritten(source, write);
  return <p className="figure-says" ref={place} {...(lit === null ? {} : { "data-case": caseOf(lit) })} />;
}

function cellText(picture: ClassesPicture, [row, column]: Cell, [p, z]: readonly [string, string]): string {
  const value = numberText(picture.jacobian[row]?.[column] ?? Number.NaN, 6);
  const which = row === column ? "j = k" : "j ≠ k";
  return `∂${p}${subscript(row + 1)}/∂${z}${subscript(column + 1)} = ${value}: the case ${which}.`;
}

function subscript(index: number): string {
  return plainTex(`_{${index}}`);
}

function sumsText(picture: ClassesPicture): string {
  const left = Math.max(...[...rowSums(picture), ...columnSums(picture)].map(Math.abs));
  return left < 1e-9
    ? `Each row and each column sums to 0: at most ${scientificText(left, 1)} is left of rounding.`
    : "The sums of rows and columns stand at their ends.";
}

function tableOf({ probabilities, labels, gradient, jacobian }: ClassesPicture, probability: string) {
  return {
    columns: ["class", probability, "label", "gradient", ...jacobian.map((_, at) => `column ${at + 1}`)],
    rows: probabilities.map((value, at) => [
      at + 1,
      value,
      labels[at] ?? Number.NaN,
      gradient[at] ?? Number.NaN,
      ...(jacobian[at] ?? []),
    ]),
  };
}
