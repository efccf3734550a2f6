import { memo, type ReactNode, useLayoutEffect, useRef } from "react";
import { buildFormula } from "./buildFormula";
import { useFormulas } from "./DocumentContext";
import { type FormulaStyle, formulaKey } from "./formulaKey";
import { SetFormulaView } from "./SetFormulaView";
import { useWasPrerendered } from "./useWasPrerendered";

interface Props {
  readonly tex: string;
  readonly style: FormulaStyle;
}

/** A formula as it was set when the document was built; its source where it was not. */
export const FormulaView = memo(function FormulaView({ tex, style }: Props): ReactNode {
  return <PlaceView key={formulaKey(tex, style)} style={style} tex={tex} />;
});

/** One constant object: React would write the inside anew if it were another one. */
const leftAlone = { __html: "" };

/** Prerendered markup is kept as it came: React hydrates the outer element and is told that the inside is not its own. */
function PlaceView(props: Props): ReactNode {
  const wasPrerendered = useWasPrerendered();
  if (wasPrerendered)
    // biome-ignore lint/security/noDangerouslySetInnerHtml: an empty constant that is never written, see above
    return <span className={classOf(props)} suppressHydrationWarning dangerouslySetInnerHTML={leftAlone} />;
  return <BuiltView {...props} />;
}

/** The inside is built from the tree, so that no string ever becomes markup. */
function BuiltView({ style, tex }: Props): ReactNode {
  const formulas = useFormulas();
  const formula = formulas?.[formulaKey(tex, style)];
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null || element.firstChild !== null || formula === undefined) return;
    element.append(buildFormula(formula, element.ownerDocument) ?? tex);
  }, [formula, tex]);
  const isSet = formula !== undefined && typeof document === "undefined";
  return (
    <span ref={place} className={classOf({ style })}>
      {isSet ? <SetFormulaView formula={formula} /> : null}
      {/* Only those that are on their way leave their place empty. */}
      {formula === undefined && formulas !== null ? <code className="formula-source">{tex}</code> : null}
    </span>
  );
}

function classOf({ style }: Pick<Props, "style">): string {
  return `formula formula-${style}`;
}
