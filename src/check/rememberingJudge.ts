import type { Definition } from "../formula/Definition";
import { checkStep } from "./checkStep";
import { exactText } from "./exactText";
import { answerText, unplaced } from "./ScopeQuestion";
import type { CheckOptions, StepInput } from "./StepInput";
import type { StepJudge } from "./StepJudge";
import type { VerdictMemory } from "./VerdictMemory";
import { type Listener, watched } from "./watched";

/** One step in more scopes than this is judged anew in the first of them. */
const mostScopes = 6;

/**
 * Judges as `judge` does, but a step that it has judged before only where something that it asked would now be
 * answered otherwise. `judge` is a function of its arguments alone, and it sees nothing of the step but what is in the
 * key, and nothing of the scope but the answers that are remembered: with the same answers it would ask the same
 * questions and come to the same verdict. What neither key nor answers hold, as where in the document the step and its
 * definitions stand, it has not seen. (These are the constructive traces of “Build Systems à la Carte”, 2018.)
 *
 * @param engine names the code of the engine: verdicts of another one are not its verdicts.
 */
export function rememberingJudge(memory: VerdictMemory, engine: string, judge: StepJudge = checkStep): StepJudge {
  return (step, surveyed, options) => {
    const { given = [], ...seen } = step;
    const settings: Required<CheckOptions> = { seed: options.seed, samples: options.samples };
    const key = exactText([engine, settings, seen]);
    const before = memory.get(key) ?? [];
    const answerNow = (question: string) =>
      question === givenValues ? exactText(unplaced(given)) : answerText(question, surveyed);
    const same = before.find(({ asked }) =>
      asked.every((text, at) => at % 2 === 0 || text === answerNow(asked[at - 1] as string)),
    );
    if (same !== undefined) return same.verdict;
    const questions = new Set<string>();
    const listen = (question: string) => questions.add(question);
    const verdict = judge(withGiven(seen, given, listen), watched(surveyed, listen), settings);
    const asked = [...questions].flatMap((question) => [question, answerNow(question)]);
    memory.set(key, [{ asked, verdict }, ...before].slice(0, mostScopes));
    return verdict;
  };
}

/** What is asked of the step itself: the values that the text gives, which only worked examples look at. */
const givenValues = "given";

function withGiven(step: StepInput, given: readonly Definition[], listen: Listener): StepInput {
  return {
    ...step,
    get given() {
      listen(givenValues);
      return unplaced(given) as readonly Definition[];
    },
  };
}
