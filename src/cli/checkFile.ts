import { checkDerivation } from "../check/checkDerivation";
import { compileDerivation } from "../derivation/compile";
import type { CheckAnswer, CheckRequest } from "./CheckRequest";
import { decodeSource } from "./decodeSource";
import { stepGradients } from "./stepGradients";
import { summarise } from "./summarise";

/** From a file's bytes to what is printed of it. */
export function checkFile({
  path,
  bytes,
  seed,
  samples,
  gradients,
}: CheckRequest): Exclude<CheckAnswer, { kind: "ready" }> {
  const decoding = decodeSource(path, bytes);
  if (!decoding.ok) return { kind: "refused", refusal: decoding.refusal };
  const derivation = compileDerivation(decoding.source.markdown, { path });
  const report = checkDerivation(derivation, { seed, ...(samples !== null && { samples }) });
  return {
    kind: "checked",
    file: summarise(path, decoding.source, report, gradients ? stepGradients(derivation) : []),
  };
}
