import { type ReactNode, useState } from "react";
import { ownId } from "./OwnDocument";
import { useOpenPage } from "./PageContext";
import { useSite } from "./SiteContext";

type State = "idle" | "checking" | { readonly sentence: string };

/**
 * The verdicts of a page were found when the site was built. Here they are computed anew, in this browser, and it is said
 * whether they came out the same.
 */
export function CheckAgainView(): ReactNode {
  const { site, desk } = useSite();
  const { current } = site.route.getState();
  const { derivation, verdicts, rows } = useOpenPage();
  const [state, setState] = useState<State>("idle");
  const check = async () => {
    setState("checking");
    const { sameVerdict } = await import("./checkAgain");
    const again = (await desk?.checkAgain(derivation)) ?? null;
    const steps = rows.flatMap(({ number, step }) => {
      const at = step === null ? -1 : derivation.steps.indexOf(step);
      return (verdicts[at] ?? null) === null ? [] : [{ number, at }];
    });
    const others =
      again === null ? [] : steps.filter(({ at }) => !sameVerdict(verdicts[at] ?? null, again[at] ?? null));
    setState({
      sentence:
        again === null
          ? brokenOff
          : sentenceOf(
              steps.length,
              others.map(({ number }) => number),
            ),
    });
  };
  // A reader's own document was checked in this browser to begin with.
  if (current.kind === "section" && current.id === ownId) return null;
  return (
    <p className="check-again">
      <button
        type="button"
        className="button button-small"
        disabled={state === "checking"}
        onClick={() => void check()}
      >
        Check again here
      </button>{" "}
      <span role="status">{state === "checking" ? "Checking…" : state === "idle" ? "" : state.sentence}</span>
    </p>
  );
}

const brokenOff =
  "Checking broke off in this browser. The verdicts shown are those that were found when the site was built.";

function sentenceOf(steps: number, others: readonly number[]): string {
  const what = `Computed anew in this browser: ${steps === 1 ? "1 step" : `${steps} steps`} of this section`;
  if (others.length === 0) return `${what}, every verdict the same in every figure.`;
  return `${what}. At line ${others.join(", ")} it came out otherwise than when the site was built.`;
}
