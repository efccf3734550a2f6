import type { CheckOptions, StepInput } from "./StepInput";
import type { Surveyed } from "./Surveyed";
import type { Verdict } from "./Verdict";

/** `checkStep`, or what remembers its verdicts. */
export type StepJudge = (step: StepInput, surveyed: Surveyed, options: CheckOptions) => Verdict;

export interface Judging extends CheckOptions {
  readonly judge: StepJudge;
}
