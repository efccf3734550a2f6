import { type SurveySource, surveyScope } from "../calculus/surveyScope";
import type { Survey } from "../calculus/World";
import type { Assumption, Definition } from "../formula/Definition";
import { kept } from "./kept";

/** A scope with what was read off it once. */
export interface Surveyed {
  readonly source: SurveySource;
  readonly survey: Survey;
  /** The scope with one thing changed; surveyed when first asked for. */
  readonly under: (change: ScopeChange) => Surveyed;
}

/** What other readings of a step add to its scope, or leave out of it. Plain data. */
export type ScopeChange =
  | { readonly kind: "assumptions"; readonly assumptions: readonly Assumption[] }
  | { readonly kind: "definitions"; readonly definitions: readonly Definition[] }
  /** A limit is that many. */
  | { readonly kind: "size"; readonly name: string; readonly size: number }
  /** Every symbol that no index makes a vector is a number. */
  | { readonly kind: "plain" };

export function surveyed(source: SurveySource): Surveyed {
  const variants = kept<Surveyed>();
  return {
    source,
    survey: surveyScope(source),
    under: (change) => variants(JSON.stringify(change), () => surveyed(changed(source, change))),
  };
}

function changed(source: SurveySource, change: ScopeChange): SurveySource {
  const { scope } = source;
  switch (change.kind) {
    case "assumptions":
      return { ...source, scope: { ...scope, assumptions: [...scope.assumptions, ...change.assumptions] } };
    case "definitions":
      return { ...source, scope: { ...scope, definitions: [...scope.definitions, ...change.definitions] } };
    case "size":
      return {
        ...source,
        ranges: { ...source.ranges, sizes: { ...source.ranges.sizes, [change.name]: change.size } },
      };
    case "plain":
      return { ...source, plain: true };
  }
}
