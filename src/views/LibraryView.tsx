import type { ReactNode } from "react";
import { sectionPath } from "../store/createSite";
import { LinkView } from "./LinkView";
import { useSite } from "./SiteContext";

/** Shown at an address where nothing stands: says so, and lists what there is. */
export function LibraryView({ path }: { readonly path: string }): ReactNode {
  const { library } = useSite();
  return (
    <main className="paper" id="paper">
      <div className="paper-text">
        <h1>No page at this address</h1>
        <p>
          {path === "" ? "This address" : <code>{path.length > 80 ? `${path.slice(0, 79)}…` : path}</code>} is not a
          derivation of this library. These are:
        </p>
        {library.map((entry) => (
          <section key={entry.id} className="library-entry">
            <h2 className="subheading">{entry.title}</h2>
            <ul>
              {entry.sections.map((section) => (
                <li key={section.id}>
                  <LinkView address={sectionPath(entry.id, section.id)}>{section.title}</LinkView>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </main>
  );
}
