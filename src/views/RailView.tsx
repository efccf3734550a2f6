import { type ReactNode, useEffect, useRef } from "react";
import { sectionPath } from "../store/createSite";
import type { LibraryEntry, Tally } from "./LibraryEntry";
import { LinkView } from "./LinkView";
import { useDeskState } from "./useDeskState";

interface Props {
  readonly library: readonly LibraryEntry[];
  readonly document: string | null;
  readonly section: string | null;
}

/** Every document with its sections and what is known of their steps. */
export function RailView({ library, document, section }: Props): ReactNode {
  const { entry: own } = useDeskState();
  const rail = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = rail.current;
    const current = element?.querySelector<HTMLElement>(`[aria-current=page]`);
    // On a phone the rail is a strip that scrolls sideways: the current section is brought to its middle.
    if (element != null && current != null && document !== null && section !== null)
      element.scrollLeft = current.offsetLeft - element.clientWidth / 3;
  }, [document, section]);
  return (
    <nav ref={rail} className="rail" aria-label="Derivations">
      {(own === null ? library : [own, ...library]).map((entry) => (
        <div key={entry.id} className="rail-document">
          <h2 className="rail-title">{entry.title}</h2>
          <ul>
            {entry.sections.map((one) => {
              const isCurrent = entry.id === document && one.id === section;
              return (
                <li key={one.id}>
                  <LinkView
                    address={sectionPath(entry.id, one.id)}
                    className={`rail-section${isCurrent ? " is-current" : ""}`}
                    isCurrent={isCurrent}
                  >
                    <span className="rail-name">{one.title}</span>
                    <TallyView tally={one.tally} />
                  </LinkView>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}

const counts = [
  { key: "holds", icon: "✓", one: "step holds", many: "steps hold" },
  { key: "attention", icon: "△", one: "step needs attention", many: "steps need attention" },
  { key: "fails", icon: "✗", one: "step fails", many: "steps fail" },
] as const;

function TallyView({ tally }: { readonly tally: Tally }): ReactNode {
  return (
    <span className="tally">
      {counts
        .filter(({ key }) => tally[key] > 0)
        .map(({ key, icon, one, many }) => (
          <span key={key} className={`tally-${key}`}>
            <span aria-hidden="true">{icon} </span>
            {tally[key]}
            <span className="sr-only"> {tally[key] === 1 ? one : many} </span>
          </span>
        ))}
    </span>
  );
}
