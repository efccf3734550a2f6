import { memo, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { buildFormula } from "./buildFormula";
import { useFormulas } from "./DocumentContext";
import { type FormulaStyle, formulaKey } from "./formulaKey";
import { SetFormulaView } from "./SetFormulaView";
import { useIsHydrating } from "./useIsHydrating";

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

/**
 * Prerendered markup is kept as it came: React hydrates the outer element and is told that the inside is not its own.
 * Elsewhere the inside is built from the tree, so that no string ever becomes markup.
 */
function PlaceView({ style, tex }: Props): ReactNode {
  const formulas = useFormulas();
  const formula = formulas?.[formulaKey(tex, style)];
  const isHydrating = useIsHydrating();
  const [wasPrerendered] = useState(isHydrating);
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null || element.firstChild !== null || formula === undefined) return;
    element.append(buildFormula(formula, element.ownerDocument) ?? tex);
  }, [formula, tex]);
  const className = `formula formula-${style}`;
  // Only those that are on their way leave their place empty.
  if (formula === undefined && formulas !== null) return <code className="formula-source">{tex}</code>;
  if (typeof document === "undefined")
    return <span className={className}>{formula === undefined ? tex : <SetFormulaView formula={formula} />}</span>;
  if (wasPrerendered)
    // biome-ignore lint/security/noDangerouslySetInnerHtml: an empty constant that is never written, see above
    return <span ref={place} className={className} suppressHydrationWarning dangerouslySetInnerHTML={leftAlone} />;
  return <span ref={place} className={className} />;
}
