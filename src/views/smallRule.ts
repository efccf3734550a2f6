import type { SmallRule } from "../check/OpenedStep";
import { plainTex } from "./plainTex";

const words: Readonly<Record<SmallRule["code"], string>> = {
  expand: "multiply out",
  "take-out": "take out what is common",
  cancel: "cancel above and below",
  "multiply-both": "multiply above and below",
  collect: "opposite terms cancel",
  "add-and-subtract": "add a term and subtract it",
  "split-fraction": "split the fraction",
  "common-denominator": "one denominator",
  "out-of-sum": "take out of the sum what does not depend on its index",
  "into-sum": "take it into the sum",
  substitute: "substitute",
  "write-for": "write for it",
  differentiate: "differentiate",
  assumption: "use what is assumed of",
};

/** The rule of a smaller step in words: "substitute dL/dŷ". */
export function smallRule({ code, tex }: SmallRule): string {
  return tex === null ? words[code] : `${words[code]} ${plainTex(tex)}`;
}
