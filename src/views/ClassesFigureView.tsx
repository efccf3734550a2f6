import { type ReactNode, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { printName } from "../formula/printName";
import { ClassBarsView } from "./ClassBarsView";
import { type Classes, type ClassesPicture, classesPicture, findClasses, total } from "./classesPicture";
import type { Figure } from "./Figure";
import { FigureToolsView } from "./FigureToolsView";
import { numberText, scientificText } from "./formatNumber";
import { JacobianView } from "./JacobianView";
import { type OpenPage, useOpenPage } from "./PageContext";
import { plainTex } from "./plainTex";

export const classesFigure: Figure = {
  id: "classes",
  name: "Classes",
  applies: (open) => classesOf(open) !== null,
  View: ClassesFigureView,
};

const known = new WeakMap<OpenPage, Classes | null>();

function classesOf(open: OpenPage): Classes | null {
  const before = known.get(open);
  if (before !== undefined) return before;
  const number = open.derivation.sections.find(({ id }) => id === open.section)?.scope ?? 0;
  const scope = open.derivation.scopes[number];
  const found = scope === undefined ? null : findClasses(open.page.workbench, scope, number);
  known.set(open, found);
  return found;
}

/** Probabilities, labels and gradient by class; the Jacobian, and its contraction to one entry of the gradient. */
function ClassesFigureView(): ReactNode {
  const open = useOpenPage();
  const classes = classesOf(open);
  return classes === null ? null : <PictureView classes={classes} />;
}

function PictureView({ classes }: { readonly classes: Classes }): ReactNode {
  const { page } = useOpenPage();
  const { workbench, observation } = page;
  const root = useRef<HTMLDivElement>(null);
  const [lit, setLit] = useState<readonly [number, number] | null>(null);
  const { bindings, gradients } = useSyncExternalStore(
    observation.subscribe,
    observation.getState,
    observation.getState,
  );
  const { indices } = bindings;
  const graph = useMemo(
    () => (workbench.loss === null ? null : workbench.graph(workbench.loss.expression, workbench.loss.scope, indices)),
    [workbench, indices],
  );
  const picture = useMemo(() => {
    const seen = graph?.observe(bindings.inputs);
    return classesPicture(
      classes,
      bindings,
      gradients,
      (key) => seen?.adjoints[graph?.nodes.findIndex((node) => node.key === key) ?? -1],
    );
  }, [classes, bindings, gradients, graph]);
  const probability = plainTex(printName(classes.name, []));
  const logit = plainTex(printName(classes.logits[0]?.name ?? "", []));
  const loss = plainTex(workbench.loss?.tex ?? "");
  const choose = (column: number) => {
    if (classes.letter !== null) page.setIndex(classes.letter, column + 1);
  };
  return (
    <div className="figure">
      <div ref={root}>
        <ClassBarsView picture={picture} probability={probability} gradient={`∂${loss}/∂${logit}`} />
        <h3 className="figure-title figure-formula">
          Jacobian ∂{probability}_j/∂{logit}_k
        </h3>
        <JacobianView picture={picture} choose={choose} light={setLit} />
      </div>
      <CaseView picture={picture} lit={lit} probability={probability} logit={logit} />
      <ContractionView picture={picture} gradient={`∂${loss}/∂${logit}`} />
      <FigureToolsView root={root} table={() => tableOf(picture, probability)} />
    </div>
  );
}

interface CaseProps {
  readonly picture: ClassesPicture;
  readonly lit: readonly [number, number] | null;
  readonly probability: string;
  readonly logit: string;
}

/** What a cell is; without one, what all of them have in common. */
function CaseView({ picture, lit, probability, logit }: CaseProps): ReactNode {
  if (lit !== null) {
    const [row, column] = lit;
    return (
      <p className="figure-says" data-case={row === column ? "same" : "other"}>
        ∂{probability}
        {row + 1}/∂{logit}
        {column + 1} = {numberText(picture.jacobian[row]?.[column] ?? Number.NaN, 6)}: the case{" "}
        {row === column ? "j = k" : "j ≠ k"}.
      </p>
    );
  }
  const rows = picture.jacobian.map((row) => Math.abs(total(row)));
  const columns = picture.jacobian.map((_, at) => Math.abs(total(picture.jacobian.map((row) => row[at] ?? 0))));
  return (
    <p className="figure-says">
      Each row sums to 0 and so does each column: at most {scientificText(Math.max(...rows, ...columns), 1)} is left of
      rounding.
    </p>
  );
}

/** The chosen column times the slope of the loss, term by term. */
function ContractionView({
  picture,
  gradient,
}: {
  readonly picture: ClassesPicture;
  readonly gradient: string;
}): ReactNode {
  const { terms, column, labels } = picture;
  if (terms.length === 0) return null;
  const sum = total(labels);
  return (
    <p className="figure-note" data-contraction={total(terms)}>
      Column {column + 1} times the slope of the loss by each probability:{" "}
      {terms.map((term, at) => `${at === 0 ? "" : " + "}(${numberText(term, 4)})`)} = {numberText(total(terms), 6)}, and{" "}
      {gradient} of class {column + 1} is {numberText(picture.gradient[column] ?? Number.NaN, 6)}.
      {labels.length === 0
        ? null
        : Math.abs(sum - 1) < 1e-9
          ? " The labels sum to 1."
          : ` The labels sum to ${numberText(sum, 4)}, not to 1: lines that need Σy = 1 part from the others.`}
    </p>
  );
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
