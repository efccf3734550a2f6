import { openWorkbench } from "../check/openWorkbench";
import type { Workbench } from "../check/Workbench";
import type { Derivation } from "../derivation/Derivation";
import type { Resize } from "../store/createPage";
import { opensLike } from "../store/PageState";
import { pageClasses } from "./pageClasses";

/** Opens a section with any number of classes, each workbench once; a section without classes has no other. */
export function resizedBench(own: Workbench, derivation: Derivation, section: string): Resize {
  const benches = new Map<number, Workbench | null>();
  return (count) => {
    const classes = pageClasses(own, derivation, section);
    const [logit] = classes?.logits ?? [];
    if (classes === null || logit === undefined) return null;
    if (classes.logits.length === count) return own;
    const before = benches.get(count);
    if (before !== undefined) return before;
    const slot = `${logit.name}#${logit.indices.length - 1}`;
    const opened = openWorkbench(derivation, section, { sizes: { [slot]: count } });
    const isResized = pageClasses(opened, derivation, section)?.logits.length === count;
    const bench = isResized ? opensLike(own, opened) : null;
    benches.set(count, bench);
    return bench;
  };
}
