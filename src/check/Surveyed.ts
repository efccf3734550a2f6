import type { SurveySource } from "../calculus/surveyScope";
import type { Survey } from "../calculus/World";

/** A scope with what was read off it once. */
export interface Surveyed {
  readonly source: SurveySource;
  readonly survey: Survey;
}
