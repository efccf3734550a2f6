import type { Said } from "../formula/Definition";
import type { Condition } from "../formula/Expression";

/** What the text has said when a reader comes to a character of it. */
export function saidBefore(list: readonly Said[] | undefined, at: number): readonly Condition[] {
  return (list ?? []).filter(({ from }) => from <= at).map(({ condition }) => condition);
}
