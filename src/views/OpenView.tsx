import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import type { OpenRequest } from "./OpenDialogView";
import { useSite } from "./SiteContext";
import { useDeskState } from "./useDeskState";

const OpenDialogView = lazy(() => import("./OpenDialogView"));

const nothing: OpenRequest = { file: null };

/** Opens a reader's own document: chosen as a file, dropped onto the page or pasted. Nothing leaves the browser. */
export function OpenView(): ReactNode {
  const { desk } = useSite();
  const { message } = useDeskState();
  const [asked, setAsked] = useState<OpenRequest | null>(null);

  useEffect(() => {
    void desk?.list();
  }, [desk]);

  useEffect(() => {
    if (desk === null) return;
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      setAsked({ file });
    };
    addEventListener("dragover", over);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("drop", drop);
    };
  }, [desk]);

  return (
    <>
      <button type="button" className="button open-button" onClick={() => setAsked({ file: null })}>
        <span>
          Open<span className="open-more"> document</span>…
        </span>
      </button>
      {/* A document that is opened by its address may fail too: nothing is said behind a closed dialog. */}
      {asked === null && message === null ? null : (
        <Suspense fallback={null}>
          <OpenDialogView asked={asked ?? nothing} />
        </Suspense>
      )}
    </>
  );
}
