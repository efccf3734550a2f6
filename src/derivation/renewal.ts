import type { Definition } from "../formula/Definition";
import type { Expression } from "../formula/Expression";
import { announcesDefinition } from "./cues";
import type { DraftChain } from "./Draft";
import { exampleFunctions, type Head, mentionedNames } from "./heads";

/** The meaning that a symbol has so far, and below which heading it took it. */
export interface Known {
  readonly definition: Definition;
  readonly heading: number;
  /** The author's own `where:`, which no display replaces. */
  readonly declared: boolean;
}

/**
 * A symbol takes a new meaning below a new heading, where the prose announces it. An example function needs no heading,
 * nor a function of matrices that was one of vectors; the rows of one display may give several examples.
 */
export function isRenewed(head: Head, known: Known, draft: DraftChain): boolean {
  const arity = known.definition.parameters.length;
  const isExample = exampleFunctions.test(head.name) && arity + head.parameters.length > 0;
  if (isExample && head.parameters.length !== arity) return true;
  if (isExample) return draft.follows || (!draft.adjacent && announcesDefinition(draft.before));
  if (draft.place.heading <= known.heading) return false;
  return announcesDefinition(draft.before) || isOfOtherArrays(head, known.definition);
}

/** H(\mathbf y) and H(\mathbf Y): the capital is a whole batch. */
function isOfOtherArrays(head: Head, known: Definition): boolean {
  const names = (parameters: readonly Expression[]) =>
    parameters.flatMap((parameter) => [...mentionedNames(parameter)]);
  const before = names(known.parameters);
  return names(head.parameters).some((name) => name.includes(" ") && !before.includes(name));
}
