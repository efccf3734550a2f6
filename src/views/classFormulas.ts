import type { Workbench } from "../check/Workbench";
import { printName } from "../formula/printName";
import type { Classes } from "./findClasses";

/** TeX of what the figure of classes names; all of it is set when the document is built. */
export interface ClassFormulas {
  readonly probability: string;
  readonly logit: string;
  readonly label: string | null;
  readonly gradient: string;
  readonly jacobian: string;
  readonly slope: string;
  /** −y_j/ŷ_j and ŷ_k Σ_j y_j − y_k: what slope and contraction are for the cross-entropy. */
  readonly quotient: string | null;
  readonly collapsed: string | null;
}

export function classFormulas({ inputs, loss }: Workbench, { name, logits, labels }: Classes): ClassFormulas {
  const [p, z] = [printName(name, []), printName(logits[0]?.name ?? "", [])];
  const label = inputs.find(({ key }) => key === labels[0]);
  const y = label === undefined ? null : printName(label.name, []);
  const f = loss?.tex ?? "";
  return {
    probability: p,
    logit: z,
    label: y,
    gradient: `\\partial ${f} / \\partial ${z}`,
    jacobian: `\\partial ${p}_j / \\partial ${z}_k`,
    slope: `\\partial ${f} / \\partial ${p}_j`,
    quotient: y === null ? null : `-${y}_j / ${p}_j`,
    collapsed: y === null ? null : `${p}_k \\textstyle\\sum_j ${y}_j - ${y}_k`,
  };
}
