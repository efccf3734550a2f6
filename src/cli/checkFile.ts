import { checkDerivation } from "../check/checkDerivation";
import { checkStep } from "../check/checkStep";
import type { StepJudge } from "../check/StepJudge";
import { compileDerivation } from "../derivation/compile";
import type { CheckAnswer, CheckRequest } from "./CheckRequest";
import { decodeSource } from "./decodeSource";
import { stepGradients } from "./stepGradients";
import { summarise } from "./summarise";

/** More than a page takes: a file is checked in a thread of its own, which is ended if it takes too long. */
const limits = { maxCharacters: 1_000_000, maxFormulas: 5_000 };

/** From a file's bytes to what is printed of it. */
export function checkFile(
  { path, bytes, seed, samples, gradients }: CheckRequest,
  judge: StepJudge = checkStep,
): Exclude<CheckAnswer, { kind: "ready" }> {
  const decoding = decodeSource(path, bytes);
  if (!decoding.ok) return { kind: "refused", refusal: decoding.refusal };
  const derivation = compileDerivation(decoding.source.markdown, { path, ...limits });
  const report = checkDerivation(derivation, { seed, judge, ...(samples !== null && { samples }) });
  return {
    kind: "checked",
    file: summarise(path, decoding.source, report, gradients ? stepGradients(derivation) : []),
  };
}
